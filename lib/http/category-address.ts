import type { CategoryDto } from '../categories/categories.ts'
import { findCategoryByPath, loadCategoryTree } from '../categories/categories-queries.ts'
import { type Locale, locales } from '../i18n/locales.ts'
import { categoryPath } from '../i18n/paths.ts'
import type { PlaceDto } from '../places/places.ts'
import { findPlaceBySlug, findPlaceByText } from '../places/places-queries.ts'
import { findSetting } from '../settings/settings-queries.ts'

export type CategoryPage = Readonly<
  | { kind: 'found'; category: CategoryDto | undefined; place: PlaceDto | undefined }
  | { kind: 'moved'; path: string }
  | { kind: 'unknown' }
>

/**
 * What the segments below `ads` mean: slugs of a category, then perhaps `in` and a place.
 *
 * @returns `moved` for slugs of the other language or a place written otherwise than its slug; both can still be found.
 */
export function findCategoryPage(locale: Locale, encoded: readonly string[]): CategoryPage {
  const segments = encoded.map(decoded)
  const at = segments.indexOf('in')
  const slugs = at === -1 ? segments : segments.slice(0, at)
  const placeText = at === -1 ? undefined : segments.slice(at + 1).join('/')
  const place = placeText === undefined ? undefined : (findPlaceBySlug(placeText) ?? findPlaceByText(placeText))
  if (placeText !== undefined && !place) return { kind: 'unknown' }
  const category = slugs.length === 0 ? undefined : findInAnyLanguage(locale, slugs)
  if (slugs.length > 0 && !category) return { kind: 'unknown' }
  const path = category?.path[locale] ?? []
  const isExact = path.join('/') === slugs.join('/') && (place === undefined || place.slug === placeText)
  return isExact ? { kind: 'found', category, place } : { kind: 'moved', path: categoryPath(locale, path, place?.slug) }
}

function findInAnyLanguage(locale: Locale, slugs: readonly string[]): CategoryDto | undefined {
  const own = findCategoryByPath(locale, slugs)
  if (own) return own
  const other = locales.find((language) => language !== locale)
  return (other && findCategoryByPath(other, slugs)) ?? findByFormerPath(slugs.join('/'))
}

/** The category that had this address, in either language, before it was renamed or moved. */
function findByFormerPath(path: string): CategoryDto | undefined {
  const { fr, en } = findSetting('categoryAddresses')
  const id = fr[path] ?? en[path]
  return id === undefined ? undefined : loadCategoryTree().byId.get(id)
}

/** Next hands segments over as they stand in the address; a broken escape is no segment of ours. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return ''
  }
}

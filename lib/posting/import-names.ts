import { commit } from '../../db/commit.ts'
import { type CategoryDto, type CategoryTree, categoryTrail, plainTerms } from '../categories/categories.ts'
import { loadCategoryTree } from '../categories/categories-queries.ts'
import { saveCategory } from '../categories/categories-store.ts'
import { placeNameKey } from '../places/place-name.ts'
import type { PlaceDto } from '../places/places.ts'
import { centreOfArea, findPlaceByText, listPlacesNamed } from '../places/places-queries.ts'
import { savePlaces } from '../places/places-store.ts'
import { foldText, slugOf } from '../text/text.ts'

/** What names of the source are called here: categories by key, places by anything `findPlaceByText` knows. */
export type ImportMapping = Readonly<{
  categories?: Readonly<Record<string, string>>
  places?: Readonly<Record<string, string>>
}>

type Options = Readonly<{ createMissing: boolean; mapping?: ImportMapping | undefined }>

/** Looks up the categories and places that an import names; each name once. */
export class ImportNames {
  readonly #options: Options
  readonly #categories = new Map<string, readonly CategoryDto[]>()
  readonly #places = new Map<string, PlaceDto | undefined>()

  constructor(options: Options) {
    this.#options = options
  }

  /** The trail of the category meant, created when that is wanted; empty when there is none. */
  async categoryTrail(name: string): Promise<readonly CategoryDto[]> {
    const known = this.#categories.get(name)
    if (known) return known
    const wanted = this.#options.mapping?.categories?.[name] ?? name
    let category = findCategory(loadCategoryTree(), wanted)
    if (!category && this.#options.createMissing) category = await createCategory(wanted)
    const trail = category ? categoryTrail(loadCategoryTree(), category.id) : []
    // Creating a category changes the trails of none, but an unknown name may become known later.
    if (category) this.#categories.set(name, trail)
    return trail
  }

  place(city: string, region: string): PlaceDto | undefined {
    const key = `${city}\n${region}`
    if (this.#places.has(key)) return this.#places.get(key)
    const mapped = this.#options.mapping?.places?.[city]
    const place =
      (mapped === undefined ? undefined : findPlaceByText(mapped)) ??
      findPlace(city, region) ??
      (this.#options.createMissing ? createPlace(city, region) : undefined)
    this.#places.set(key, place)
    return place
  }
}

/** By key, by a path of names (`Véhicules > Motos`), or by the name of the category alone. */
function findCategory(tree: CategoryTree, name: string): CategoryDto | undefined {
  const key = keyOf(name)
  const folded = foldText(name)
  return (
    tree.byKey.get(name) ??
    tree.byKey.get(key) ??
    tree.all.find((category) => foldText(category.label.fr) === folded || foldText(category.label.en) === folded) ??
    tree.all.find((category) => category.path.fr.at(-1) === key || category.path.en.join('/') === key)
  )
}

function keyOf(name: string): string {
  return segmentsOf(name).map(slugOf).join('/')
}

function segmentsOf(name: string): string[] {
  return name
    .split(/[>/]/)
    .map((segment) => segment.trim())
    .filter((segment) => segment !== '')
}

const usualRevealMinor = 150

async function createCategory(name: string): Promise<CategoryDto | undefined> {
  let parent: CategoryDto | undefined
  for (const segment of segmentsOf(name)) {
    const tree = loadCategoryTree()
    const slug = slugOf(segment)
    const key = parent ? `${parent.key}/${slug}` : slug
    const known = tree.byKey.get(key)
    if (!known) {
      await commit(
        saveCategory({
          ...plainTerms,
          // What the law treats apart it treats apart below, too.
          legalKind: parent?.legalKind ?? plainTerms.legalKind,
          id: Math.max(0, ...tree.all.map((category) => category.id)) + 1,
          key,
          slug: { fr: slug, en: slug },
          label: { fr: segment, en: segment },
          parent: parent?.id ?? null,
          revealMode: parent?.revealMode ?? 'paid',
          revealPriceMinor: parent?.revealPriceMinor ?? usualRevealMinor,
          currency: parent?.currency ?? 'EUR',
          fields: [],
          position: tree.all.length,
        }),
      )
    }
    parent = known ?? loadCategoryTree().byKey.get(key)
  }
  return parent
}

/** The most populous place of that name, in the region when one of its namesakes is there. */
function findPlace(city: string, region: string): PlaceDto | undefined {
  const namesakes = listPlacesNamed(city)
  const wanted = placeNameKey(region)
  const isThere = ({ areaName, regionName, areaCode }: PlaceDto): boolean =>
    [areaName, regionName, areaCode].some((name) => placeNameKey(name) === wanted)
  if (wanted !== '') {
    const there = namesakes.find(isThere)
    if (there) return there
  }
  return namesakes[0] ?? (/\d{5}/.test(city) ? findPlaceByText(city) : undefined)
}

const middleOfFrance = { latitude: 46.6, longitude: 2.4 }

function createPlace(city: string, region: string): PlaceDto | undefined {
  const area = region === '' ? undefined : centreOfArea(region)
  const slug = `${slugOf(city)}-${slugOf(region === '' ? 'fr' : region)}`
  savePlaces([
    {
      country: area?.country ?? 'FR',
      name: city,
      postcode: '',
      slug,
      areaCode: area?.areaCode ?? '',
      areaName: area?.areaName ?? region,
      regionCode: area?.regionCode ?? '',
      regionName: area?.regionName ?? region,
      latitude: area?.latitude ?? middleOfFrance.latitude,
      longitude: area?.longitude ?? middleOfFrance.longitude,
      population: 0,
    },
  ])
  return findPlaceByText(slug)
}

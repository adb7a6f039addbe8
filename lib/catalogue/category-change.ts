import { type CategoryDto, type CategoryTree, categoryAndBelow, categoryTrail } from '../categories/categories.ts'
import type { CategoryChange } from '../categories/categories-store.ts'
import type { FieldProblem } from '../errors/domain-error.ts'
import { type Locale, locales } from '../i18n/locales.ts'
import { checkCategoryRules } from '../screening/check-category-rules.ts'
import type { Setting } from '../settings/settings.ts'

/** Words that mean something else in an address of ads. */
const reservedSlugs = new Set(['in', 'a'])
const deepest = 6

/**
 * What is wrong with a category as it is to be; empty when it may be kept.
 *
 * @param law Whose law the site follows.
 */
export function categoryProblems(
  tree: CategoryTree,
  {
    change,
    law,
  }: Readonly<{
    change: Omit<CategoryChange, 'id'> & { id?: number }
    law: Pick<Setting<'screening'>, 'country' | 'refuseRestricted'>
  }>,
): readonly FieldProblem[] {
  const { id, parent, slug, label, revealMode, paidDays, legalKind } = change
  const siblings = tree.all.filter((category) => category.parent === parent && category.id !== id)
  const above = parent === null ? [] : categoryTrail(tree, parent)
  const problems: FieldProblem[] = []
  if (parent !== null && above.length === 0) problems.push({ field: 'parent', code: 'unknown' })
  if (id !== undefined && above.some((category) => category.id === id))
    problems.push({ field: 'parent', code: 'own_child' })
  if (above.length >= deepest) problems.push({ field: 'parent', code: 'out_of_range' })
  for (const locale of locales) {
    const name = locale === 'fr' ? 'Fr' : 'En'
    if (label[locale].trim() === '') problems.push({ field: `label${name}`, code: 'required' })
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug[locale]) || reservedSlugs.has(slug[locale]))
      problems.push({ field: `slug${name}`, code: 'invalid_format' })
    else if (siblings.some((category) => category.slug[locale] === slug[locale]))
      problems.push({ field: `slug${name}`, code: 'taken' })
  }
  const isFreeToVisitors = revealMode === 'free' || revealMode === 'sponsored'
  const { country, refuseRestricted } = law
  const ruling = checkCategoryRules({ country, legalKind, isFreeToVisitors, refuseInstead: refuseRestricted })
  if (ruling.kind === 'must_be_free') problems.push({ field: 'revealMode', code: 'law' })
  if (ruling.kind === 'refused' && change.isActive) problems.push({ field: 'legalKind', code: 'law' })
  if (revealMode === 'paid_then_free' && paidDays === null) problems.push({ field: 'paidDays', code: 'required' })
  return problems
}

/**
 * The addresses that must go on leading to their categories once one has another slug or parent: its own and those of
 * everything below it.
 *
 * @param known Those of earlier changes; an address that is in use again is dropped from them.
 */
export function movedAddresses(
  known: Setting<'categoryAddresses'>,
  trees: Readonly<{ before: CategoryTree; after: CategoryTree; id: number }>,
): Setting<'categoryAddresses'> {
  const { before, after, id } = trees
  const moved = (locale: Locale) => {
    const kept: Record<string, number> = { ...known[locale] }
    for (const category of categoryAndBelow(before, id)) {
      const now = after.byId.get(category.id)
      if (now && pathText(now, locale) !== pathText(category, locale)) kept[pathText(category, locale)] = category.id
    }
    for (const category of after.all) delete kept[pathText(category, locale)]
    return kept
  }
  return { fr: moved('fr'), en: moved('en') }
}

function pathText(category: CategoryDto, locale: Locale): string {
  return category.path[locale].join('/')
}

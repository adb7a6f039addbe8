import { type CategoryDto, type CategoryTree, categoryAndBelow, categoryTrail } from '../categories/categories.ts'
import type { Currency, Money } from '../money/money.ts'
import { money } from '../money/money.ts'
import type { Rail } from '../money/rails.ts'
import { holdsForEverybody, narrowest, type PriceKind, type PriceRule, priceOf } from '../pricing/price-rules.ts'
import type { Millis } from '../time/time.ts'

/** What staff ask for: a price from a date on, everywhere or for a part of the site. */
export type PriceChange = Readonly<{
  kind: PriceKind
  categoryId: number | null
  country: string | null
  rail: Rail | null
  priceMinor: number
  currency: Currency
  /** The moment it begins; one that has passed means at once. */
  validFrom: Millis
  validUntil: Millis | null
}>

/** The kinds whose price is written on every category, and with `reveal` on every ad. */
export const writtenKinds = ['reveal', 'post'] as const
export type WrittenKind = (typeof writtenKinds)[number]

export function isWritten(
  rule: Pick<PriceRule, 'kind' | 'country' | 'rail'>,
): rule is PriceRule & { kind: WrittenKind } {
  return writtenKinds.some((kind) => kind === rule.kind) && holdsForEverybody(rule)
}

/** A category whose written price is to change. */
export type CategoryPriceMove = Readonly<{ category: CategoryDto; from: Money; to: Money }>

export function writtenPrice(category: CategoryDto, kind: WrittenKind): Money {
  return money(kind === 'reveal' ? category.revealPriceMinor : category.postPriceMinor, category.currency)
}

/** The categories that a rule reaches: its own and all below, or every one. */
export function reachOf(tree: CategoryTree, categoryId: number | null): readonly CategoryDto[] {
  return categoryId === null ? tree.all : categoryAndBelow(tree, categoryId)
}

/** What the rules that hold for everybody say of a category; undefined where they say nothing in its currency. */
function ruledPrice(
  rules: readonly PriceRule[],
  wanted: Readonly<{ tree: CategoryTree; category: CategoryDto; kind: WrittenKind; at: Millis }>,
): Money | undefined {
  const { tree, category, kind, at } = wanted
  const categoryTrailIds = categoryTrail(tree, category.id).map(({ id }) => id)
  const own = rules.filter((rule) => holdsForEverybody(rule) && rule.currency === category.currency)
  return priceOf(own, { kind, categoryTrail: categoryTrailIds, at })
}

/**
 * What the categories for which this rule decides, or decided until it ended, cost by the rules of now. Categories with
 * a narrower or newer rule of their own are not among them.
 */
export function categoryMoves(
  rules: readonly PriceRule[],
  wanted: Readonly<{ tree: CategoryTree; rule: PriceRule & { kind: WrittenKind }; at: Millis }>,
): readonly CategoryPriceMove[] {
  const { tree, rule, at } = wanted
  const standing = rules
    .filter((other) => other.kind === rule.kind && holdsForEverybody(other) && other.currency === rule.currency)
    .map((other) => (other.id === rule.id ? { ...other, validUntil: null } : other))
  return reachOf(tree, rule.categoryId).flatMap((category) => {
    const categoryTrailIds = categoryTrail(tree, category.id).map(({ id }) => id)
    if (narrowest(standing, { categoryTrail: categoryTrailIds, at })?.id !== rule.id) return []
    const to = ruledPrice(rules, { tree, category, kind: rule.kind, at })
    return to ? [{ category, from: writtenPrice(category, rule.kind), to }] : []
  })
}

/**
 * Rules that say what categories cost already, where the rules so far do not: prices from before there were rules, and
 * from imports. With them the rules explain every written price, so that a change can be undone.
 */
export function missingRules(
  rules: readonly PriceRule[],
  wanted: Readonly<{ tree: CategoryTree; kind: WrittenKind; now: Millis; newRuleId: () => string }>,
): readonly PriceRule[] {
  const { tree, kind, now, newRuleId } = wanted
  const known = rules.filter(({ appliedAt }) => appliedAt !== null)
  const added: PriceRule[] = []
  for (const category of tree.all) {
    const price = writtenPrice(category, kind)
    const said = ruledPrice([...known, ...added], { tree, category, kind, at: now })
    if (said?.minor === price.minor || (said === undefined && kind === 'post' && price.minor === 0)) continue
    // Of two changes at one moment, neither may take the other for what held before.
    const isFirst = !rules.some((rule) => rule.kind === kind && rule.categoryId === category.id)
    added.push({
      id: newRuleId(),
      kind,
      categoryId: category.id,
      country: null,
      rail: null,
      priceMinor: price.minor,
      currency: price.currency,
      validFrom: isFirst ? 0 : now - 1,
      validUntil: null,
      appliedAt: now,
      createdAt: now,
      createdBy: 'system',
    })
  }
  return added
}

/** Rules that began or ended since categories and ads were last brought in line with them. */
export function pendingRules(rules: readonly PriceRule[], now: Millis): readonly PriceRule[] {
  return rules.filter(({ appliedAt, validFrom, validUntil }) => {
    if (appliedAt === null) return validFrom <= now
    return validUntil !== null && validUntil <= now && appliedAt < validUntil && validUntil > validFrom
  })
}

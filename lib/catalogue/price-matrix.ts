import type { Labels } from '../categories/categories.ts'
import { type CategoryTree, categoryTrail } from '../categories/categories.ts'
import { eur, type Money } from '../money/money.ts'
import {
  holdsForEverybody,
  isInForce,
  narrowest,
  type PriceRule,
  priceOf,
  type SoldKind,
} from '../pricing/price-rules.ts'
import type { Setting } from '../settings/settings.ts'
import type { Millis } from '../time/time.ts'
import { writtenKinds, writtenPrice } from './price-change.ts'

const matrixKinds = ['reveal', 'post', 'bump', 'feature', 'urgent', 'sponsor'] as const satisfies readonly SoldKind[]

/** What one thing costs in one category now, and what is announced. */
export type PriceCell = Readonly<{
  kind: SoldKind
  /** Undefined where it is not sold. */
  price: Money | undefined
  /** Set in this very category rather than taken from the one above. */
  isOwn: boolean
  /** The next price that is announced for this very category. */
  next: Readonly<{ price: Money; from: Millis }> | undefined
}>

export type PriceRow = Readonly<{
  id: number
  label: Labels
  depth: number
  isActive: boolean
  /** Nobody pays for a contact here, whatever the price says. */
  isFree: boolean
  cells: readonly PriceCell[]
}>

/** What better places cost where no rule says anything. */
export type BoostPrices = Readonly<Partial<Record<SoldKind, Money>>>

/** The prices of better places from the settings. */
export function usualBoosts({ bumpMinor, featureMinor, urgentMinor, sponsorMinor }: Setting<'posting'>): BoostPrices {
  return { bump: eur(bumpMinor), feature: eur(featureMinor), urgent: eur(urgentMinor), sponsor: eur(sponsorMinor) }
}

/** Every category with what each thing costs there for everybody. */
export function priceMatrix(
  tree: CategoryTree,
  rules: readonly PriceRule[],
  { now, usual }: Readonly<{ now: Millis; usual: BoostPrices }>,
): readonly PriceRow[] {
  const forAll = rules.filter(holdsForEverybody)
  return tree.all.map((category) => {
    const trail = categoryTrail(tree, category.id).map(({ id }) => id)
    const parent = category.parent === null ? undefined : tree.byId.get(category.parent)
    const cells = matrixKinds.map((kind): PriceCell => {
      const written = writtenKinds.find((known) => known === kind)
      const price = written
        ? writtenPrice(category, written)
        : priceOf(forAll, { kind, categoryTrail: trail, at: now, usual: usual[kind] })
      const ruled = forAll.filter((rule) => rule.kind === kind)
      const inherited = written && parent ? writtenPrice(parent, written).minor : undefined
      const isOwn = written
        ? inherited === undefined || inherited !== price?.minor
        : narrowest(ruled, { categoryTrail: trail, at: now })?.categoryId === category.id
      const next = ruled
        .filter((rule) => rule.categoryId === category.id && rule.validFrom > now && !isCancelled(rule))
        .sort((left, right) => left.validFrom - right.validFrom)[0]
      return {
        kind,
        price,
        isOwn,
        next: next && { price: { minor: next.priceMinor, currency: next.currency }, from: next.validFrom },
      }
    })
    return {
      id: category.id,
      label: category.label,
      depth: trail.length - 1,
      isActive: category.isActive,
      isFree: category.revealMode === 'free' || category.revealMode === 'sponsored',
      cells,
    }
  })
}

export type RuleState = 'coming' | 'in_force' | 'applying' | 'ended' | 'cancelled'

/** Where a rule stands: announced, holding, still being brought to ads, over, or taken back before it began. */
export function ruleState(rule: PriceRule, now: Millis): RuleState {
  if (isCancelled(rule)) return 'cancelled'
  if (rule.validFrom > now) return 'coming'
  if (!isInForce(rule, now)) return 'ended'
  return rule.appliedAt === null ? 'applying' : 'in_force'
}

function isCancelled(rule: PriceRule): boolean {
  return rule.validUntil !== null && rule.validUntil <= rule.validFrom
}

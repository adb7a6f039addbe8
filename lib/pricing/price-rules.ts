import type { Currency } from '../money/money.ts'
import { type Money, money } from '../money/money.ts'
import type { Rail } from '../money/rails.ts'
import type { Millis } from '../time/time.ts'

/** What has a price of its own; `rail_floor` is the least that is worth collecting by a way of paying. */
export const priceKinds = ['reveal', 'post', 'bump', 'feature', 'urgent', 'sponsor', 'rail_floor'] as const
export type PriceKind = (typeof priceKinds)[number]
export type SoldKind = Exclude<PriceKind, 'rail_floor'>

/** A price from a date on, everywhere or only for a category and what is below it, a country or a rail. */
export type PriceRule = Readonly<{
  id: string
  kind: PriceKind
  categoryId: number | null
  country: string | null
  rail: Rail | null
  priceMinor: number
  currency: Currency
  validFrom: Millis
  /** From then on the rule no longer holds; null for ever. */
  validUntil: Millis | null
  /** When categories and ads were brought in line with it; null while that is to be done. */
  appliedAt: Millis | null
  createdAt: Millis
  createdBy: string
}>

export type PriceRequest = Readonly<{
  kind: SoldKind
  /** Ids from the root category down to the ad's own. */
  categoryTrail: readonly number[]
  /** ISO country of the payer; without it rules of one country do not apply. */
  country?: string | undefined
  /** How it is paid; without it neither rules of one rail nor floors apply. */
  rail?: Rail | undefined
  at: Millis
  /** What holds where no rule says anything. */
  usual?: Money | undefined
}>

/**
 * The price of one thing for one payer at one moment.
 *
 * The narrowest rule that has begun holds: the deepest category first, then the rail, then the country, then the one
 * that began last. A floor of the rail lifts what is below it, except what is free: free stays free.
 *
 * @returns undefined when neither a rule nor `usual` gives a price: the thing is not sold.
 */
export function priceOf(rules: readonly PriceRule[], request: PriceRequest): Money | undefined {
  const rule = narrowest(
    rules.filter((candidate) => candidate.kind === request.kind),
    request,
  )
  const price = rule ? money(rule.priceMinor, rule.currency) : request.usual
  if (!price || price.minor === 0 || request.rail === undefined) return price
  const floors = rules.filter(
    ({ kind, rail, currency }) => kind === 'rail_floor' && rail === request.rail && currency === price.currency,
  )
  const floor = narrowest(floors, request)
  return floor && floor.priceMinor > price.minor ? money(floor.priceMinor, floor.currency) : price
}

/**
 * What one payer pays for a contact whose ad shows `usual`: the price the ad carries already follows the rules that
 * hold for everybody, so only those of the payer's country and rail can still change it.
 */
export function offeredPrice(rules: readonly PriceRule[], request: PriceRequest & Readonly<{ usual: Money }>): Money {
  if (request.usual.minor === 0) return request.usual
  const narrowed = rules.filter((rule) => rule.kind === 'rail_floor' || !holdsForEverybody(rule))
  return priceOf(narrowed, request) ?? request.usual
}

/** Whether a rule is written into categories and ads, since it does not ask who pays or how. */
export function holdsForEverybody(rule: Pick<PriceRule, 'country' | 'rail'>): boolean {
  return rule.country === null && rule.rail === null
}

/** Whether a rule holds at a moment. */
export function isInForce(rule: PriceRule, at: Millis): boolean {
  return rule.validFrom <= at && (rule.validUntil === null || rule.validUntil > at)
}

type Wanted = Pick<PriceRequest, 'categoryTrail' | 'country' | 'rail' | 'at'>

/** The rule that holds among those of one kind; undefined when none does. */
export function narrowest(rules: readonly PriceRule[], wanted: Wanted): PriceRule | undefined {
  return rules
    .filter((rule) => applies(rule, wanted))
    .sort((left, right) => compareReach(left, right, wanted.categoryTrail))[0]
}

function applies(rule: PriceRule, { categoryTrail, country, rail, at }: Wanted): boolean {
  return (
    isInForce(rule, at) &&
    (rule.categoryId === null || categoryTrail.includes(rule.categoryId)) &&
    (rule.country === null || rule.country === country) &&
    (rule.rail === null || rule.rail === rail)
  )
}

function compareReach(left: PriceRule, right: PriceRule, trail: readonly number[]): number {
  const depth = ({ categoryId }: PriceRule) => (categoryId === null ? -1 : trail.indexOf(categoryId))
  return (
    depth(right) - depth(left) ||
    Number(right.rail !== null) - Number(left.rail !== null) ||
    Number(right.country !== null) - Number(left.country !== null) ||
    right.validFrom - left.validFrom ||
    right.createdAt - left.createdAt ||
    (right.id < left.id ? -1 : 1)
  )
}

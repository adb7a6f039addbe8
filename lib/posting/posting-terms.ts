import type { CategoryDto } from '../categories/categories.ts'
import { type Money, money } from '../money/money.ts'
import { day, type Millis } from '../time/time.ts'

/** What is known of the one who posts, in the category of the ad. */
export type AdvertiserState = Readonly<{
  /** Ads of theirs in this category that wait, stand or are paused, without the one in question. */
  standingAds: number
  /** The posting fee of this very ad is settled. */
  hasPaid: boolean
}>

/** Why posting costs nothing; `paid`: it was paid for already, and an ad is paid for once. */
export type FreeReason = 'category' | 'period' | 'quota' | 'paid'

export type PostingTerms = Readonly<{
  fee: Readonly<{ kind: 'free'; reason: FreeReason } | { kind: 'due'; price: Money }>
  /** What visitors pay for the contact: nothing, or the price; for how long where that changes. */
  reveal: RevealTerms
  /** How long the ad stands. */
  adDays: number
}>

export type RevealTerms = Readonly<
  | { kind: 'free' }
  | { kind: 'paid'; price: Money }
  | { kind: 'paid_then_free'; price: Money; paidDays: number }
  /** The advertiser pays by posting, visitors nothing. */
  | { kind: 'sponsored'; days: number }
>

/**
 * What posting in a category costs, and what it gives.
 *
 * In this order: an ad that was paid for costs nothing more; a category without a fee is free; so is everybody's ad
 * until `freeUntil`; so are an advertiser's first `freeQuota` ads that stand at one time. Free means that no purchase
 * is made at all.
 *
 * @param price The fee by the price rules of now; that of the category where there is none.
 */
export function postingTermsOf(
  category: CategoryDto,
  state: AdvertiserState,
  { now, price = money(category.postPriceMinor, category.currency) }: Readonly<{ now: Millis; price?: Money }>,
): PostingTerms {
  const reason = freeReason(category, state, { now, price })
  return {
    fee: reason ? { kind: 'free', reason } : { kind: 'due', price },
    reveal: revealTermsOf(category),
    adDays: category.adDays,
  }
}

function freeReason(
  category: CategoryDto,
  state: AdvertiserState,
  { now, price }: Readonly<{ now: Millis; price: Money }>,
): FreeReason | undefined {
  if (state.hasPaid) return 'paid'
  if (price.minor === 0) return 'category'
  if (category.freeUntil !== null && now < category.freeUntil) return 'period'
  return state.standingAds < category.freeQuota ? 'quota' : undefined
}

/** A price of nothing is free whatever the mode says. */
export function revealTermsOf(category: CategoryDto): RevealTerms {
  const price = money(category.revealPriceMinor, category.currency)
  if (category.revealMode === 'sponsored') return { kind: 'sponsored', days: category.adDays }
  if (category.revealMode === 'free' || price.minor === 0) return { kind: 'free' }
  if (category.revealMode === 'paid') return { kind: 'paid', price }
  return category.paidDays === null
    ? { kind: 'paid', price }
    : { kind: 'paid_then_free', price, paidDays: category.paidDays }
}

/** What an ad that is published at a moment keeps of the terms. */
export function keptTerms(terms: RevealTerms, publishedAt: Millis) {
  return {
    revealMode: terms.kind,
    revealPriceMinor: terms.kind === 'paid' || terms.kind === 'paid_then_free' ? terms.price.minor : 0,
    freeFrom: freeFromOf(terms, publishedAt),
  }
}

/** From when an ad published at a moment is free to contact; null where it never becomes so by itself. */
export function freeFromOf(terms: RevealTerms, publishedAt: Millis): Millis | null {
  return terms.kind === 'paid_then_free' ? publishedAt + terms.paidDays * day : null
}

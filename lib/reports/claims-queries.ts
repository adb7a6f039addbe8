import { readSql } from '../../db/statement.ts'
import { isStuckRefund } from '../claims/claims.ts'
import type { Currency } from '../money/money.ts'
import type { Rail } from '../money/rails.ts'
import type { Millis } from '../time/time.ts'

export const claimPiles = ['queue', 'seller', 'decided'] as const
export type ClaimPile = (typeof claimPiles)[number]

export type ClaimLine = Readonly<{
  id: string
  createdAt: Millis
  decidedAt: Millis | null
  adRef: string
  adTitle: string
  reason: 'dead_number' | 'sold' | 'wrong_person' | 'no_answer' | 'other'
  detail: string | null
  destination: 'wallet' | 'provider'
  locale: string
  state: 'open' | 'refunded' | 'rejected'
  rule: 'sold_before' | 'payers_agree' | 'seller_silent' | 'first_claim' | null
  answer: string | null
  decidedBy: string | null
  decidedByName: string | null
  sellerUntil: Millis | null
  sellerAnswer: 'still_good' | 'no_longer' | null
  purchaseId: string
  payerId: string
  adId: number
  currency: Currency
  priceMinor: number
  refundedMinor: number
  receiptNumber: number | null
  rail: Rail | null
}>

const lines = `select c.id, c.created_at as createdAt, c.decided_at as decidedAt, a.ref as adRef,
    coalesce(x.title, '') as adTitle, c.reason, c.detail, c.destination, c.locale, c.state, c.rule, c.answer,
    c.decided_by as decidedBy, m.display_name as decidedByName, c.seller_until as sellerUntil,
    c.seller_answer as sellerAnswer, c.purchase_id as purchaseId, c.payer_id as payerId, c.ad_id as adId, p.currency,
    p.price_minor as priceMinor, p.refunded_minor as refundedMinor, r.number as receiptNumber, k.rail
  from claims c join purchases p on p.id = c.purchase_id join ads a on a.id = c.ad_id
  left join ad_texts x on x.ad_id = a.id and x.locale = a.source_locale
  left join receipts r on r.purchase_id = p.id left join charges k on k.id = p.settled_charge_id
  left join members m on c.decided_by = 'member:' || m.id`
const piles: Readonly<Record<ClaimPile, string>> = {
  queue: "c.state = 'open' and c.seller_until is null",
  seller: "c.state = 'open' and c.seller_until is not null",
  decided: "c.state <> 'open'",
}
const search = `(:text is null or a.ref = upper(:text) or instr(lower(p.id), lower(:text)) or cast(r.number as text) = :text)`
const orderOf = { queue: 'c.created_at', seller: 'c.seller_until', decided: 'c.decided_at desc' } as const
const pageOf = (pile: ClaimPile) =>
  readSql<ClaimLine>(
    `${lines} where ${piles[pile]} and ${search} order by ${orderOf[pile]}, c.id limit :limit offset :offset`,
  )
const countOf = (pile: ClaimPile) =>
  readSql<{ count: number }>(`select count(*) as count from claims c join purchases p on p.id = c.purchase_id
    join ads a on a.id = c.ad_id left join receipts r on r.purchase_id = p.id where ${piles[pile]} and ${search}`)
const pages = { queue: pageOf('queue'), seller: pageOf('seller'), decided: pageOf('decided') }
const counts = { queue: countOf('queue'), seller: countOf('seller'), decided: countOf('decided') }
const byId = readSql<ClaimLine>(`${lines} where c.id = ?`)

export const claimPageSize = 50

/** Claims of one pile, those that wait the longest first. @param filter.text An ad, a receipt or part of a purchase. */
export function listClaimLines(
  pile: ClaimPile,
  filter: Readonly<{ text: string | undefined; page: number }>,
): Readonly<{ lines: readonly ClaimLine[]; count: number }> {
  const text = filter.text?.trim() || null
  return {
    lines: pages[pile].all({ text, limit: claimPageSize, offset: (filter.page - 1) * claimPageSize }),
    count: counts[pile].get({ text })?.count ?? 0,
  }
}

export const findClaimLine = (id: string): ClaimLine | undefined => byId.get(id)

export type ClaimBackground = Readonly<{
  firstShownAt: Millis | null
  soldAt: Millis | null
  confirmedAt: Millis
  doubtedAt: Millis | null
  advertiserName: string
  hasAccount: number
  othersOpen: number
  othersRefunded: number
  othersRejected: number
  bought: number
  claims: number
  refunded: number
}>
const background = readSql<ClaimBackground>(`select
    (select min(v.at) from reveals v where v.unlock_id = u.id and v.at >= u.granted_at) as firstShownAt,
    a.sold_at as soldAt, a.confirmed_at as confirmedAt, a.contact_doubted_at as doubtedAt,
    v.public_name as advertiserName, v.member_id is not null as hasAccount,
    (select count(*) from claims o where o.ad_id = c.ad_id and o.id <> c.id and o.state = 'open') as othersOpen,
    (select count(*) from claims o where o.ad_id = c.ad_id and o.id <> c.id and o.state = 'refunded') as othersRefunded,
    (select count(*) from claims o where o.ad_id = c.ad_id and o.id <> c.id and o.state = 'rejected') as othersRejected,
    (select count(*) from purchases p where p.payer_id = c.payer_id and p.state = 'settled' and p.kind = 'reveal') as bought,
    (select count(*) from claims o where o.payer_id = c.payer_id) as claims,
    (select count(*) from claims o where o.payer_id = c.payer_id and o.state = 'refunded') as refunded
  from claims c join unlocks u on u.id = c.unlock_id join ads a on a.id = c.ad_id
  join advertisers v on v.id = a.advertiser_id where c.id = ?`)

/** What a person who decides a claim wants to know; never the contact. */
export const findClaimBackground = (id: string): ClaimBackground | undefined => background.get(id)

const asked = readSql<AskedRefund & Readonly<{ providerReference: string | null }>>(
  `select r.id, r.purchase_id as purchaseId, r.amount_minor as amountMinor, c.currency, a.label as account,
     c.provider_reference as chargeReference, r.provider_reference as providerReference, r.tries,
     r.next_try_at as nextTryAt, r.created_at as createdAt
   from refund_attempts r join charges c on c.id = r.charge_id join provider_accounts a on a.id = c.account_id
   where r.state = 'asking' order by r.created_at limit 200`,
)

export type AskedRefund = Readonly<{
  id: string
  purchaseId: string
  amountMinor: number
  currency: Currency
  /** What the operator calls the account. */
  account: string
  /** The payment, as the provider calls it. */
  chargeReference: string | null
  tries: number
  nextTryAt: Millis | null
  createdAt: Millis
  isStuck: boolean
}>

/** Refunds that were asked of a provider and not yet made, the oldest first. */
export const listAskedRefunds = (): readonly AskedRefund[] =>
  asked.all().map(({ providerReference, ...refund }) => ({
    ...refund,
    isStuck: isStuckRefund({ ...refund, providerReference }),
  }))

/** Refunds whose provider has not answered for more than an hour, or that it has taken and not made within weeks. */
export const countStuckRefunds = (): number => listAskedRefunds().filter(({ isStuck }) => isStuck).length

import { readSql } from '../../db/statement.ts'
import type { Locale } from '../i18n/locales.ts'
import { localeOr } from '../i18n/locales.ts'
import type { ClaimReason, ClaimRule, ClaimState, RefundDestination } from './claims.ts'

export type Claim = Readonly<{
  id: string
  unlockId: string
  purchaseId: string
  adId: number
  payerId: string
  reason: ClaimReason
  detail: string | null
  destination: RefundDestination
  locale: string
  state: ClaimState
  rule: ClaimRule | null
  answer: string | null
  sellerUntil: number | null
  sellerAnswer: 'still_good' | 'no_longer' | null
  decidedBy: string | null
  createdAt: number
  decidedAt: number | null
}>

const columns = `id, unlock_id as unlockId, purchase_id as purchaseId, ad_id as adId, payer_id as payerId, reason, detail,
  destination, locale, state, rule, answer, seller_until as sellerUntil, seller_answer as sellerAnswer,
  decided_by as decidedBy, created_at as createdAt, decided_at as decidedAt`
const byId = readSql<Claim>(`select ${columns} from claims where id = ?`)
const byUnlock = readSql<Claim>(`select ${columns} from claims where unlock_id = ?`)
const byPurchase = readSql<Claim>(
  `select ${columns} from claims where purchase_id = ? order by created_at desc limit 1`,
)
const ofAdSince = readSql<Claim>(`select ${columns} from claims
  where ad_id = ? and created_at >= ? and state <> 'rejected' and reason <> 'other' order by created_at`)
const openOfAd = readSql<Claim>(`select ${columns} from claims where ad_id = ? and state = 'open' order by created_at`)
const silent = readSql<Claim>(`select ${columns} from claims
  where state = 'open' and seller_until <= ? and seller_answer is null order by seller_until limit 100`)

const countSince = readSql<{ count: number }>(
  'select count(*) as count from claims where ad_id = ? and created_at >= ?',
)

export const findClaim = (id: string): Claim | undefined => byId.get(id)
export const findClaimOfUnlock = (unlockId: string): Claim | undefined => byUnlock.get(unlockId)
export const findClaimOfPurchase = (purchaseId: string): Claim | undefined => byPurchase.get(purchaseId)
/** Claims of an ad that say its contact is wrong, made since a moment and not found unfounded. */
export const listClaimsOfAd = (adId: number, since: number): readonly Claim[] => ofAdSince.all(adId, since)
export const countClaimsOfAd = (adId: number, since: number): number => countSince.get(adId, since)?.count ?? 0
export const listOpenClaimsOfAd = (adId: number): readonly Claim[] => openOfAd.all(adId)
/** Open claims whose advertiser was asked and let the time pass; at most a hundred. */
export const listSilentClaims = (now: number): readonly Claim[] => silent.all(now)

export type ClaimUnlock = Readonly<{ id: string; payerId: string; adId: number; grantedAt: number }>
const unlockOf = readSql<ClaimUnlock>(`select id, payer_id as payerId, ad_id as adId, granted_at as grantedAt
  from unlocks where purchase_id = ? and revoked_at is null`)
/** The living unlock that a purchase gave. */
export const findUnlockOfPurchase = (purchaseId: string): ClaimUnlock | undefined => unlockOf.get(purchaseId)

type Habits = Readonly<{ bought: number; refunded: number; earlierClaims: number; claimsThisMonth: number }>
const habits = readSql<Habits>(`select
  (select count(*) from purchases where payer_id = :payerId and state = 'settled' and kind = 'reveal') as bought,
  (select count(*) from claims where payer_id = :payerId and state = 'refunded') as refunded,
  (select count(*) from claims where payer_id = :payerId) as earlierClaims,
  (select count(*) from claims where payer_id = :payerId and created_at > :since) as claimsThisMonth`)

/** What these payers, who act through one browser, bought and claimed. */
export function habitsOf(payerIds: readonly string[], since: number): Habits {
  const all = payerIds.map((payerId) => habits.get({ payerId, since }))
  const sum = (name: keyof Habits) => all.reduce((total, row) => total + (row?.[name] ?? 0), 0)
  return {
    bought: sum('bought'),
    refunded: sum('refunded'),
    earlierClaims: sum('earlierClaims'),
    claimsThisMonth: sum('claimsThisMonth'),
  }
}

const related = readSql<{ payerId: string }>(`select distinct other.payer_id as payerId
  from device_payers own join device_payers other on other.device_hash = own.device_hash where own.payer_id = ?`)
/** The payers one browser acts for together with this one: one person, as far as anybody can tell. */
export function listRelatedPayers(payerId: string): readonly string[] {
  return related.all(payerId).map((row) => row.payerId)
}

export type Seller = Readonly<{ advertiserId: string; email: string; locale: Locale }>
const sellerRow = readSql<{ advertiserId: string; email: string; locale: string }>(`
  select v.id as advertiserId, m.email, m.locale from ads a join advertisers v on v.id = a.advertiser_id
  join members m on m.id = v.member_id where a.id = ? and m.is_disabled = 0 and m.erased_at is null`)
/** Whom to ask about an ad; undefined for advertisers without an account. */
export function findSeller(adId: number): Seller | undefined {
  const row = sellerRow.get(adId)
  return row && { ...row, locale: localeOr(row.locale) }
}

const emailOf = readSql<{ email: string }>(
  'select email from payer_emails where payer_id = ? order by added_at desc limit 1',
)
/** The last address a payer gave for receipts. */
export const findPayerEmail = (payerId: string): string | undefined => emailOf.get(payerId)?.email

export type RefundAttempt = Readonly<{
  id: string
  purchaseId: string
  chargeId: string
  amountMinor: number
  source: 'sale' | 'balance'
  reason: string
  actor: string
  state: 'asking' | 'done' | 'refused'
  /** While `asking`, the provider has taken the request and not yet made the refund. */
  providerReference: string | null
  tries: number
  nextTryAt: number | null
  createdAt: number
}>
const attemptColumns = `id, purchase_id as purchaseId, charge_id as chargeId, amount_minor as amountMinor, source, reason,
  actor, state, provider_reference as providerReference, tries, next_try_at as nextTryAt, created_at as createdAt`
const attemptById = readSql<RefundAttempt>(`select ${attemptColumns} from refund_attempts where id = ?`)
const attemptsDue = readSql<RefundAttempt>(`select ${attemptColumns} from refund_attempts
  where next_try_at <= ? order by next_try_at limit 50`)
const lastAttempt = readSql<RefundAttempt>(`select ${attemptColumns} from refund_attempts where purchase_id = ?
  order by created_at desc, id desc limit 1`)

export const findRefundAttempt = (id: string): RefundAttempt | undefined => attemptById.get(id)
export const listRefundsDue = (now: number): readonly RefundAttempt[] => attemptsDue.all(now)
/** The newest time a provider was asked to give money of a purchase back. */
export const findLastRefundAttempt = (purchaseId: string): RefundAttempt | undefined => lastAttempt.get(purchaseId)

const receiptRow = readSql<{ purchaseId: string }>('select purchase_id as purchaseId from receipts where number = ?')
/** The purchase a receipt number stands for. */
export const findPurchaseIdOfReceipt = (number: number): string | undefined => receiptRow.get(number)?.purchaseId

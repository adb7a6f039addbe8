import { readSql } from '../../db/statement.ts'
import type { LedgerKind } from '../ledger/ledger.ts'
import type { Currency } from '../money/money.ts'
import type { ChargeState, FailureCode, PurchaseKind, PurchaseState, Rail, SettlementNote } from '../money/rails.ts'
import { maskHeaders, maskTraffic } from '../text/mask-traffic.ts'
import type { Millis } from '../time/time.ts'

export type StoryPurchase = Readonly<{
  id: string
  kind: PurchaseKind
  state: PurchaseState
  note: SettlementNote | null
  payerId: string
  locale: string
  country: string
  currency: Currency
  priceMinor: number
  paidMinor: number
  refundedMinor: number
  reversedMinor: number
  vatBp: number
  createdAt: Millis
  expiresAt: Millis
  settledAt: Millis | null
  settledChargeId: string | null
  adRef: string | null
  adTitle: string | null
  receiptNumber: number | null
  receiptAt: Millis | null
  unlockedAt: Millis | null
  revokedAt: Millis | null
  reveals: number
  /** When the contact was first shown since the access was opened. */
  firstShownAt: Millis | null
}>
export type StoryCharge = Readonly<{
  id: string
  accountId: string
  accountLabel: string
  rail: Rail
  state: ChargeState
  note: SettlementNote | null
  failureCode: FailureCode | null
  correlator: string
  providerReference: string | null
  payerCode: string
  currency: Currency
  billedMinor: number
  paidMinor: number
  reversedMinor: number
  commissionMinor: number | null
  payoutMinor: number | null
  isPayoutEstimate: number
  payoutDueAt: Millis | null
  createdAt: Millis
  updatedAt: Millis
  nextCheckAt: Millis | null
  checks: number
  quotedAt: Millis
  quoteExpiresAt: Millis
  quotePriceMinor: number
  consentAt: Millis | null
  buttonText: string | null
  waiverText: string | null
  keepText: string | null
  shownTexts: readonly string[]
}>
export type StoryCallback = Readonly<{
  id: string
  chargeId: string | null
  accountLabel: string
  eventId: string
  outcome: string
  receivedAt: Millis
  method: string
  /** Masked: no secret and no telephone number. */
  url: string
  headers: string
  body: string
}>
export type StoryEntry = Readonly<{
  transactionId: number
  kind: LedgerKind
  at: Millis
  account: string
  currency: Currency
  amountMinor: number
  isSealed: number
}>
export type StoryRefund = Readonly<{
  sequence: number
  amountMinor: number
  destination: string
  reason: string
  at: Millis
}>

export type PurchaseStory = Readonly<{
  purchase: StoryPurchase
  charges: readonly StoryCharge[]
  callbacks: readonly StoryCallback[]
  entries: readonly StoryEntry[]
  refunds: readonly StoryRefund[]
}>

const purchaseRow = readSql<StoryPurchase>(`
  select p.id, p.kind, p.state, p.note, p.payer_id as payerId, p.locale, p.country, p.currency,
    p.price_minor as priceMinor, p.paid_minor as paidMinor, p.refunded_minor as refundedMinor,
    p.reversed_minor as reversedMinor, p.vat_bp as vatBp, p.created_at as createdAt, p.expires_at as expiresAt,
    p.settled_at as settledAt, p.settled_charge_id as settledChargeId, ads.ref as adRef, x.title as adTitle,
    r.number as receiptNumber, r.issued_at as receiptAt, u.granted_at as unlockedAt, u.revoked_at as revokedAt,
    (select count(*) from reveals v where v.unlock_id = u.id) as reveals,
    (select min(v.at) from reveals v where v.unlock_id = u.id and v.at >= u.granted_at) as firstShownAt
  from purchases p left join ads on ads.id = p.ad_id
  left join ad_texts x on x.ad_id = ads.id and x.locale = ads.source_locale
  left join receipts r on r.purchase_id = p.id
  left join unlocks u on u.purchase_id = p.id
  where p.id = ?`)
const chargeRows = readSql<Omit<StoryCharge, 'shownTexts'> & Readonly<{ shownTexts: string | null }>>(`
  select c.id, c.account_id as accountId, a.label as accountLabel, c.rail, c.state, c.note,
    c.failure_code as failureCode, c.correlator, c.provider_reference as providerReference, c.payer_code as payerCode,
    c.currency, c.billed_minor as billedMinor, c.paid_minor as paidMinor, c.reversed_minor as reversedMinor,
    c.commission_minor as commissionMinor, c.payout_minor as payoutMinor, c.is_payout_estimate as isPayoutEstimate,
    c.payout_due_at as payoutDueAt, c.created_at as createdAt, c.updated_at as updatedAt,
    c.next_check_at as nextCheckAt, c.checks, q.created_at as quotedAt, q.expires_at as quoteExpiresAt,
    q.price_minor as quotePriceMinor, s.at as consentAt, s.button_text as buttonText, s.waiver_text as waiverText,
    s.keep_text as keepText, s.shown_texts as shownTexts
  from charges c join quotes q on q.id = c.quote_id join provider_accounts a on a.id = c.account_id
  left join consent_receipts s on s.charge_id = c.id
  where c.purchase_id = ? order by c.created_at, c.id`)
type RawCallback = Omit<StoryCallback, 'headers' | 'body'> & Readonly<{ headers: string; body: Buffer }>
const callbackRows = readSql<RawCallback>(`
  select i.id, i.charge_id as chargeId, a.label as accountLabel, i.event_id as eventId, i.outcome,
    i.received_at as receivedAt, i.method, i.url, i.headers, i.body
  from charges c join callback_inbox i on i.charge_id = c.id join provider_accounts a on a.id = i.account_id
  where c.purchase_id = ? order by i.received_at, i.id limit 200`)
const entryRows = readSql<StoryEntry>(`
  select t.id as transactionId, t.kind, t.at, e.account, e.currency, e.amount_minor as amountMinor,
    exists (select 1 from ledger_seals s where s.transaction_id = t.id) as isSealed
  from ledger_transactions t join ledger_entries e on e.transaction_id = t.id
  where t.purchase_id = ? order by t.id, e.id`)
const refundRows = readSql<StoryRefund>(`
  select sequence, amount_minor as amountMinor, destination, reason, at from refunds where purchase_id = ? order by sequence`)

const longestBody = 4000

/** Everything that is known about one purchase, in the order it happened; never the contact it opened. */
export function findPurchaseStory(id: string): PurchaseStory | undefined {
  const purchase = purchaseRow.get(id)
  if (!purchase) return undefined
  return {
    purchase,
    charges: chargeRows.all(id).map((row) => ({
      ...row,
      shownTexts: row.shownTexts === null ? [] : (JSON.parse(row.shownTexts) as readonly string[]),
    })),
    callbacks: callbackRows.all(id).map((row) => ({
      ...row,
      url: maskTraffic(row.url),
      headers: maskHeaders(JSON.parse(row.headers) as Readonly<Record<string, string>>),
      body: maskTraffic(row.body.toString().slice(0, longestBody)),
    })),
    entries: entryRows.all(id),
    refunds: refundRows.all(id),
  }
}

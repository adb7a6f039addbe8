import { anyRows, one, type Step } from '../../db/commit.ts'
import { charges, consentReceipts, purchases, quotes, refunds } from '../../db/schema/purchases.ts'
import { everyColumn, type Row, writeSql, writeStatement } from '../../db/statement.ts'
import type { ChargeState, FailureCode, SettlementNote } from '../money/rails.ts'

const insertQuoteRow = writeStatement<Row<typeof quotes>>((db) => db.insert(quotes).values(everyColumn(quotes)))
const insertPurchaseRow = writeStatement<Row<typeof purchases>>((db) =>
  db.insert(purchases).values(everyColumn(purchases)),
)
const insertChargeRow = writeStatement<Row<typeof charges>>((db) => db.insert(charges).values(everyColumn(charges)))
const insertConsentRow = writeStatement<Row<typeof consentReceipts>>((db) =>
  db.insert(consentReceipts).values(everyColumn(consentReceipts)),
)
const insertRefundRow = writeStatement<Row<typeof refunds>>((db) => db.insert(refunds).values(everyColumn(refunds)))

/** A quote is answered once; the same one again conflicts with `already_recorded`. */
export const insertQuote = (row: Row<typeof quotes>): Step => one(insertQuoteRow(row), 'already_recorded')
export const insertPurchase = (row: Row<typeof purchases>): Step => one(insertPurchaseRow(row), 'already_recorded')
/** The columns of a charge that nobody has paid yet. */
export function unpaidColumns(now: number) {
  return {
    commissionMinor: null,
    payoutMinor: null,
    isPayoutEstimate: true,
    payoutDueAt: null,
    vatMinor: null,
    estimatedCommissionMinor: null,
    aliasHash: null,
    updatedAt: now,
  }
}

export const insertCharge = (row: Row<typeof charges>): Step => one(insertChargeRow(row), 'already_recorded')
export const insertConsent = (row: Row<typeof consentReceipts>): Step => one(insertConsentRow(row), 'already_recorded')

const keepPending = writeSql("update purchases set expires_at = max(expires_at, ?) where id = ? and state = 'pending'")

/** Another method is tried for a purchase that still waits. */
export function extendPurchase(id: string, expiresAt: number): Step {
  return one(keepPending(expiresAt, id), 'state_changed')
}

const claim = writeSql(`update purchases
  set state = 'settled', settled_charge_id = ?, settled_at = ?, note = ?, paid_minor = paid_minor + ?,
  vat_bp = ?
  where id = ? and state <> 'settled'`)

type Claim = Readonly<{
  id: string
  chargeId: string
  paidMinor: number
  /** The rate that we owe on it: none where the provider sells in its own name. */
  vatBp: number
  note: SettlementNote | undefined
  now: number
}>

/** Makes the purchase this charge's, once; a second charge conflicts with `already_settled`. */
export function claimPurchase({ id, chargeId, paidMinor, vatBp, note, now }: Claim): Step {
  return one(claim(chargeId, now, note ?? null, paidMinor, vatBp, id), 'already_settled')
}

const addPaid = writeSql('update purchases set paid_minor = paid_minor + ?, note = coalesce(note, ?) where id = ?')

/** Money that was kept for the payer instead of buying. */
export function addPaidToPurchase(id: string, paidMinor: number, note: SettlementNote): Step {
  return one(addPaid(paidMinor, note, id), 'not_found')
}

const pay =
  writeSql(`update charges set state = 'paid', paid_minor = ?, provider_reference = coalesce(?, provider_reference),
  commission_minor = ?, estimated_commission_minor = ?, vat_minor = ?, payout_minor = ?, is_payout_estimate = ?, payout_due_at = ?, note = ?, failure_code = null,
  alias_hash = coalesce(?, alias_hash), updated_at = ?, checks = 0, next_check_at = ?
  where id = ? and state <> 'paid'`)

export type ChargePayment = Readonly<{
  id: string
  paidMinor: number
  reference: string | undefined
  commissionMinor: number
  /** What our terms say it keeps, whatever it says itself. */
  estimatedCommissionMinor: number
  /** The tax in it that we owe. */
  vatMinor: number
  payoutMinor: number
  isPayoutEstimate: boolean
  payoutDueAt: number
  note: SettlementNote | undefined
  aliasHash: string | undefined
  /** When to ask whether more came. */
  nextCheckAt: number | null
  now: number
}>

export function payCharge(payment: ChargePayment): Step {
  const {
    id,
    paidMinor,
    reference,
    commissionMinor,
    estimatedCommissionMinor,
    vatMinor,
    payoutMinor,
    payoutDueAt,
    note,
    aliasHash,
    nextCheckAt,
    now,
  } = payment
  const split = [commissionMinor, estimatedCommissionMinor, vatMinor, payoutMinor, payment.isPayoutEstimate ? 1 : 0]
  return one(
    pay(paidMinor, reference ?? null, ...split, payoutDueAt, note ?? null, aliasHash ?? null, now, nextCheckAt, id),
    'already_settled',
  )
}

const grow = writeSql(`update charges set paid_minor = paid_minor + ?, payout_minor = coalesce(payout_minor, 0) + ?,
  commission_minor = coalesce(commission_minor, 0) + ?,
  estimated_commission_minor = coalesce(estimated_commission_minor, 0) + ?, note = coalesce(note, 'over')
  where id = ? and state = 'paid' and paid_minor = ?`)

/**
 * Adds to a charge that is paid what came for it since; its last change stays the payment. When it is no longer what
 * was seen, it conflicts with `state_changed`.
 */
export function growCharge(
  charge: Readonly<{ id: string; paidMinor: number }>,
  by: Readonly<{ addedMinor: number; payoutMinor: number; estimatedCommissionMinor: number }>,
): Step {
  const { addedMinor, payoutMinor, estimatedCommissionMinor } = by
  const changes = [addedMinor, payoutMinor, addedMinor - payoutMinor, estimatedCommissionMinor]
  return one(grow(...changes, charge.id, charge.paidMinor), 'state_changed')
}

const move =
  writeSql(`update charges set state = ?, failure_code = ?, provider_reference = coalesce(?, provider_reference),
  opening = coalesce(?, opening), next_check_at = ?, updated_at = ?
  where id = ? and state not in ('paid', 'failed', 'expired', 'cancelled')`)

export type ChargeMove = Readonly<{
  id: string
  state: ChargeState
  failure?: FailureCode | undefined
  reference?: string | undefined
  opening?: unknown
  nextCheckAt: number | null
  now: number
}>

/** Moves a charge that is not final; conflicts with `state_changed` when it is. */
export function moveCharge({ id, state, failure, reference, opening, nextCheckAt, now }: ChargeMove): Step {
  const shown = opening === undefined ? null : JSON.stringify(opening)
  return one(move(state, failure ?? null, reference ?? null, shown, nextCheckAt, now, id), 'state_changed')
}

const reschedule = writeSql('update charges set checks = checks + 1, next_check_at = ? where id = ?')
export function rescheduleCheck(id: string, nextCheckAt: number | null): Step {
  return one(reschedule(nextCheckAt, id), 'not_found')
}

const putOff = writeSql('update charges set next_check_at = ? where id = ? and next_check_at is not null')
/** Leaves a charge's turn for later: its provider does not answer, and the turn is not used up. */
export const putOffCheck = (id: string, until: number): Step => anyRows(putOff(until, id))

const beginChecks = writeSql('update charges set checks = 0, next_check_at = ? where id = ?')
/** There is news of a charge that its provider could not yet be asked for: all its turns begin anew, even once paid. */
export const beginChecksAgain = (id: string, at: number): Step => one(beginChecks(at, id), 'not_found')

const holdForInstrument = writeSql(`update purchases set expires_at = expires_at
  where id = ? and not exists (select 1 from charges c where c.purchase_id = purchases.id
    and c.instrument_id is not null and c.state not in ('paid', 'failed', 'expired', 'cancelled')
    and (c.instrument_id = ? or c.state <> 'awaiting_payer'))
  and not exists (select 1 from unlocks u where purchases.kind = 'reveal' and u.payer_id = purchases.payer_id
    and u.ad_id = purchases.ad_id and u.revoked_at is null)`)

/**
 * A kept card is charged for a purchase only while no other such charge of it may still collect, and nobody else has
 * paid for the same contact since it was looked at: otherwise `state_changed`.
 */
export function requireNoInstrumentCharge(purchaseId: string, instrumentId: string): Step {
  return one(holdForInstrument(purchaseId, instrumentId), 'state_changed')
}

const expire = writeSql("update purchases set state = 'expired' where state = 'pending' and expires_at <= ?")
const cancel = writeSql("update purchases set state = 'cancelled' where id = ? and state = 'pending'")
export const expirePurchasesBefore = (now: number): Step => anyRows(expire(now))
export const cancelPurchase = (id: string): Step => one(cancel(id), 'state_changed')

const reverse = writeSql(
  'update charges set reversed_minor = ? where id = ? and reversed_minor = ? and paid_minor >= ?',
)
const reversePurchase = writeSql('update purchases set reversed_minor = reversed_minor + ? where id = ?')

export type Reversal = Readonly<{
  charge: Readonly<{ id: string; purchaseId: string; reversedMinor: number }>
  totalMinor: number
  /** What of it the purchase still had: the rest was already given back to the payer. */
  fromPurchaseMinor: number
}>

/** Notes that the provider took money back, as a total for the charge, whose last change stays the payment. */
export function reverseCharge({ charge, totalMinor, fromPurchaseMinor }: Reversal): Step[] {
  return [
    one(reverse(totalMinor, charge.id, charge.reversedMinor, totalMinor), 'state_changed'),
    one(reversePurchase(fromPurchaseMinor, charge.purchaseId), 'not_found'),
  ]
}

// While a provider is asked to give money of a purchase back, nothing else of it is given back.
const addRefunded =
  writeSql(`update purchases set refunded_minor = refunded_minor + ? where id = ? and refunded_minor = ?
  and not exists (select 1 from refund_attempts a where a.purchase_id = purchases.id and a.state = 'asking')`)

/** A refund row and its sum on the purchase; the sequence makes the same refund impossible twice. */
export function insertRefund(row: Row<typeof refunds>, alreadyRefundedMinor: number): Step[] {
  return [
    one(insertRefundRow(row), 'already_recorded'),
    one(addRefunded(row.amountMinor, row.purchaseId, alreadyRefundedMinor), 'state_changed'),
  ]
}

const numberReceipt = writeSql(`insert into receipts (number, purchase_id, issued_at)
  values ((select coalesce(max(number), 0) + 1 from receipts), ?, ?)`)

/** The next receipt number, without holes. */
export function issueReceipt(purchaseId: string, now: number): Step {
  return one(numberReceipt(purchaseId, now), 'already_recorded')
}

const spend = writeSql(`insert into telco_spend (alias_hash, month, currency, spent_minor) values (?, ?, ?, ?)
  on conflict (alias_hash, month, currency) do update set spent_minor = spent_minor + excluded.spent_minor`)

/** What one telephone was billed this month, for the law's caps. */
export function addTelcoSpend(
  aliasHash: string,
  month: string,
  amount: Readonly<{ minor: number; currency: string }>,
): Step {
  return one(spend(aliasHash, month, amount.currency, amount.minor), 'not_found')
}

const stop = writeSql('insert into sms_stops (alias_hash, at) values (?, ?) on conflict do nothing')
export const rememberStop = (aliasHash: string, now: number): Step => anyRows(stop(aliasHash, now))

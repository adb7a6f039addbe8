import { readSql } from '../../db/statement.ts'
import { normaliseCode } from '../ids/crockford.ts'
import type { Currency } from '../money/money.ts'
import type { PurchaseKind, PurchaseState, Rail, SettlementNote } from '../money/rails.ts'
import type { Millis } from '../time/time.ts'

export type PurchaseFilter = Readonly<{
  /** Any part of what somebody reads out: a purchase, receipt, ad, payer's code or provider's reference. */
  text: string | undefined
  state: PurchaseState | undefined
  kind: PurchaseKind | undefined
  note: SettlementNote | undefined
  accountId: string | undefined
  from: Millis | undefined
  to: Millis | undefined
}>

export type PurchaseLine = Readonly<{
  id: string
  kind: PurchaseKind
  state: PurchaseState
  note: SettlementNote | null
  createdAt: Millis
  settledAt: Millis | null
  currency: Currency
  priceMinor: number
  paidMinor: number
  refundedMinor: number
  reversedMinor: number
  adRef: string | null
  receiptNumber: number | null
  rail: Rail | null
  accountLabel: string | null
  attempts: number
}>

export const pageSize = 50
const countedAtMost = 1000

const matching = `
  from purchases p left join ads on ads.id = p.ad_id left join receipts r on r.purchase_id = p.id
  where (:state is null or p.state = :state) and (:kind is null or p.kind = :kind)
    and (:note is null or p.note = :note)
    and (:from is null or coalesce(p.settled_at, p.created_at) >= :from)
    and (:to is null or coalesce(p.settled_at, p.created_at) < :to)
    and (:accountId is null or exists (select 1 from charges c where c.purchase_id = p.id and c.account_id = :accountId))
    and (:text is null
      or instr(lower(p.id), :text) or ads.ref = :code or (:number is not null and r.number = :number)
      or exists (select 1 from charges c where c.purchase_id = p.id and (instr(c.payer_code, :code)
        or instr(lower(c.provider_reference), :text) or instr(lower(c.correlator), :text))))`

const lines = readSql<PurchaseLine>(`
  select p.id, p.kind, p.state, p.note, p.created_at as createdAt, p.settled_at as settledAt, p.currency,
    p.price_minor as priceMinor, p.paid_minor as paidMinor, p.refunded_minor as refundedMinor,
    p.reversed_minor as reversedMinor, ads.ref as adRef, r.number as receiptNumber, k.rail, a.label as accountLabel,
    (select count(*) from charges c where c.purchase_id = p.id) as attempts
  from (select p.rowid as place, p.id ${matching} order by p.rowid desc limit :limit offset :offset) found
  join purchases p on p.id = found.id
  left join ads on ads.id = p.ad_id left join receipts r on r.purchase_id = p.id
  left join charges k on k.id = coalesce(p.settled_charge_id,
    (select c.id from charges c where c.purchase_id = p.id order by c.created_at desc limit 1))
  left join provider_accounts a on a.id = k.account_id
  order by found.place desc`)
const counted = readSql<{ count: number }>(`select count(*) as count from (select 1 ${matching} limit :limit)`)

/** A page of purchases, newest first, and how many there are: exact up to a thousand, else a thousand and one. */
export function listPurchases(
  filter: PurchaseFilter,
  page: number,
): Readonly<{ lines: readonly PurchaseLine[]; count: number }> {
  const values = bindings(filter)
  const offset = (page - 1) * pageSize
  return {
    lines: lines.all({ ...values, limit: pageSize, offset }),
    count: counted.get({ ...values, limit: countedAtMost + 1 })?.count ?? 0,
  }
}

function bindings({ text, state, kind, note, accountId, from, to }: PurchaseFilter) {
  const typed = text?.trim().toLowerCase() || null
  const digits = typed?.replace(/^n[°o.]?\s*/, '')
  return {
    text: typed,
    // A code of fewer than three symbols would be found in every purchase.
    code: typed && typed.length > 2 ? normaliseCode(typed) : '\u0000',
    number: digits && /^\d{1,9}$/.test(digits) ? Number(digits) : null,
    state: state ?? null,
    kind: kind ?? null,
    note: note ?? null,
    accountId: accountId ?? null,
    from: from ?? null,
    to: to ?? null,
  }
}

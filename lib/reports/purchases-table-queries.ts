import { normaliseCode } from '../ids/crockford.ts'
import type { Currency } from '../money/money.ts'
import type { PurchaseKind, PurchaseState, Rail, SettlementNote } from '../money/rails.ts'
import type { Millis } from '../time/time.ts'
import type { TableSource } from './table-query.ts'

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

export const purchaseStates = ['pending', 'settled', 'expired', 'cancelled'] as const
export const purchaseKinds = ['reveal', 'top_up', 'post', 'bump', 'feature', 'urgent', 'sponsor'] as const
export const settlementNotes = ['late', 'duplicate', 'partial', 'over', 'ad_unavailable'] as const

/** Purchases. Text is any part of what somebody reads out: a purchase, receipt, ad, payer's code, provider's reference. */
export const purchasesTable: TableSource = {
  name: 'purchases',
  path: '/admin/purchases',
  columns: `p.id, p.kind, p.state, p.note, p.created_at as createdAt, p.settled_at as settledAt, p.currency,
    p.price_minor as priceMinor, p.paid_minor as paidMinor, p.refunded_minor as refundedMinor,
    p.reversed_minor as reversedMinor, ads.ref as adRef, r.number as receiptNumber, k.rail, a.label as accountLabel,
    (select count(*) from charges c where c.purchase_id = p.id) as attempts`,
  from: `from purchases p left join ads on ads.id = p.ad_id left join receipts r on r.purchase_id = p.id
    left join charges k on k.id = coalesce(p.settled_charge_id,
      (select c.id from charges c where c.purchase_id = p.id order by c.created_at desc limit 1))
    left join provider_accounts a on a.id = k.account_id`,
  key: 'p.rowid',
  filters: {
    q: {
      kind: 'text',
      where: `instr(lower(p.id), @q) or ads.ref = @code or (@number is not null and r.number = @number)
        or exists (select 1 from charges c where c.purchase_id = p.id and (instr(c.payer_code, @code)
          or instr(lower(c.provider_reference), @q) or instr(lower(c.correlator), @q)))`,
      bind: (typed) => {
        const digits = typed.toLowerCase().replace(/^n[°o.]?\s*/, '')
        return {
          // A code of fewer than three symbols would be found in every purchase.
          code: typed.length > 2 ? normaliseCode(typed) : '\u0000',
          number: /^\d{1,9}$/.test(digits) ? Number(digits) : null,
        }
      },
    },
    state: { kind: 'choice', where: 'p.state = @state', options: purchaseStates },
    kind: { kind: 'choice', where: 'p.kind = @kind', options: purchaseKinds },
    note: { kind: 'choice', where: 'p.note = @note', options: settlementNotes },
    account: {
      kind: 'id',
      where: 'exists (select 1 from charges c where c.purchase_id = p.id and c.account_id = @account)',
    },
    ad: { kind: 'id', where: 'ads.ref = @ad' },
    refunded: { kind: 'choice', where: 'p.refunded_minor + p.reversed_minor > 0', options: ['yes'] },
    from: { kind: 'from', where: 'coalesce(p.settled_at, p.created_at) >= @from' },
    to: { kind: 'to', where: 'coalesce(p.settled_at, p.created_at) < @to' },
  },
  sorts: { when: 'p.rowid', price: 'p.price_minor', paid: 'p.paid_minor' },
  sort: '-when',
}

import { and, asc, desc, eq, lte, sql } from 'drizzle-orm'
import { callbackInbox, charges, consentReceipts, purchases } from '../../db/schema/purchases.ts'
import { readSql, readStatement } from '../../db/statement.ts'
import type { Charge, Purchase } from './purchases.ts'

const purchaseColumns = {
  id: purchases.id,
  kind: purchases.kind,
  payerId: purchases.payerId,
  adId: purchases.adId,
  walletId: purchases.walletId,
  locale: purchases.locale,
  country: purchases.country,
  currency: purchases.currency,
  priceMinor: purchases.priceMinor,
  state: purchases.state,
  note: purchases.note,
  settledChargeId: purchases.settledChargeId,
  paidMinor: purchases.paidMinor,
  refundedMinor: purchases.refundedMinor,
  reversedMinor: purchases.reversedMinor,
  vatBp: purchases.vatBp,
  createdAt: purchases.createdAt,
  expiresAt: purchases.expiresAt,
  settledAt: purchases.settledAt,
}
const chargeColumns = {
  id: charges.id,
  purchaseId: charges.purchaseId,
  accountId: charges.accountId,
  rail: charges.rail,
  state: charges.state,
  correlator: charges.correlator,
  providerReference: charges.providerReference,
  payerCode: charges.payerCode,
  opening: charges.opening,
  currency: charges.currency,
  billedMinor: charges.billedMinor,
  paidMinor: charges.paidMinor,
  commissionMinor: charges.commissionMinor,
  reversedMinor: charges.reversedMinor,
  note: charges.note,
  failureCode: sql<Charge['failureCode']>`${charges.failureCode}`,
  instrumentId: charges.instrumentId,
  checks: charges.checks,
  createdAt: charges.createdAt,
  nextCheckAt: charges.nextCheckAt,
}
const value = sql.placeholder

const purchaseById = readStatement((db) =>
  db
    .select(purchaseColumns)
    .from(purchases)
    .where(eq(purchases.id, value('id')))
    .prepare(),
)
const purchaseByRecovery = readStatement((db) =>
  db
    .select(purchaseColumns)
    .from(purchases)
    .where(eq(purchases.recoveryHash, value('hash')))
    .prepare(),
)
// The two literals are the condition of the partial index: bound as values they would not select it, and every purchase
// of the ad would be read.
const pendingForAd = readStatement((db) =>
  db
    .select(purchaseColumns)
    .from(purchases)
    .where(
      and(
        eq(purchases.payerId, value('payerId')),
        eq(purchases.adId, value('adId')),
        sql`${purchases.state} = 'pending' and ${purchases.kind} = 'reveal'`,
      ),
    )
    .prepare(),
)
const pendingOfKind = readStatement((db) =>
  db
    .select(purchaseColumns)
    .from(purchases)
    .where(
      and(
        eq(purchases.payerId, value('payerId')),
        eq(purchases.adId, value('adId')),
        eq(purchases.kind, value('kind')),
        sql`${purchases.state} = 'pending' and ${purchases.kind} <> 'top_up'`,
      ),
    )
    .prepare(),
)
const purchasesOfPayer = readStatement((db) =>
  db
    .select(purchaseColumns)
    .from(purchases)
    .where(eq(purchases.payerId, value('payerId')))
    .orderBy(desc(purchases.createdAt))
    .limit(value('limit'))
    .prepare(),
)

export const findPurchase = (id: string): Purchase | undefined => purchaseById().get({ id })
export const findPurchaseByRecovery = (hash: string): Purchase | undefined => purchaseByRecovery().get({ hash })
export const findPendingPurchase = (payerId: string, adId: number): Purchase | undefined =>
  pendingForAd().get({ payerId, adId })
/** The waiting purchase of one payer of one thing for an ad. */
export const findPendingOfKind = (
  payerId: string,
  { adId, kind }: Readonly<{ adId: number; kind: Purchase['kind'] }>,
): Purchase | undefined => pendingOfKind().get({ payerId, adId, kind })
export const listPurchasesOfPayer = (payerId: string, limit: number): readonly Purchase[] =>
  purchasesOfPayer().all({ payerId, limit })

const chargeBy = (column: 'id' | 'quoteId' | 'correlator' | 'payerCode') =>
  readStatement((db) =>
    db
      .select(chargeColumns)
      .from(charges)
      .where(eq(charges[column], value('value')))
      .prepare(),
  )
const chargeById = chargeBy('id')
const chargeByQuote = chargeBy('quoteId')
const chargeByCorrelator = chargeBy('correlator')
const chargeByCode = chargeBy('payerCode')
const chargeByReference = readStatement((db) =>
  db
    .select(chargeColumns)
    .from(charges)
    .where(and(eq(charges.accountId, value('accountId')), eq(charges.providerReference, value('reference'))))
    .prepare(),
)
const chargesOfPurchase = readStatement((db) =>
  db
    .select(chargeColumns)
    .from(charges)
    .where(eq(charges.purchaseId, value('id')))
    .orderBy(asc(charges.createdAt), asc(charges.id))
    .prepare(),
)
const chargesDue = readStatement((db) =>
  db
    .select(chargeColumns)
    .from(charges)
    .where(lte(charges.nextCheckAt, value('now')))
    .orderBy(asc(charges.nextCheckAt))
    .limit(100)
    .prepare(),
)

export const findCharge = (id: string): Charge | undefined => chargeById().get({ value: id })
export const findChargeByQuote = (quoteId: string): Charge | undefined => chargeByQuote().get({ value: quoteId })
export const findChargeByCorrelator = (correlator: string): Charge | undefined =>
  chargeByCorrelator().get({ value: correlator })
export const findChargeByCode = (code: string): Charge | undefined => chargeByCode().get({ value: code })
export const findChargeByReference = (accountId: string, reference: string): Charge | undefined =>
  chargeByReference().get({ accountId, reference })
export const listCharges = (purchaseId: string): readonly Charge[] => chargesOfPurchase().all({ id: purchaseId })
/** Charges whose provider should be asked by now, oldest first, at most a hundred. */
export const listChargesDue = (now: number): readonly Charge[] => chargesDue().all({ now })

const keepAgreed = readSql<{ keepText: string }>(
  'select keep_text as keepText from consent_receipts where charge_id = ? and keep_text is not null',
)
/** Whether the payer ticked the box to have the card of this charge kept. */
export const isKeepingAgreed = (chargeId: string): boolean => keepAgreed.get(chargeId) !== undefined

const receiptOf = readSql<{ number: number; issuedAt: number }>(
  'select number, issued_at as issuedAt from receipts where purchase_id = ?',
)
export const findReceipt = (purchaseId: string) => receiptOf.get(purchaseId)

const consents = readStatement((db) =>
  db
    .select()
    .from(consentReceipts)
    .where(eq(consentReceipts.purchaseId, value('purchaseId')))
    .orderBy(asc(consentReceipts.at))
    .prepare(),
)
export const listConsents = (purchaseId: string) => consents().all({ purchaseId })

const inboxEvent = readStatement((db) =>
  db
    .select({ outcome: callbackInbox.outcome, chargeId: callbackInbox.chargeId })
    .from(callbackInbox)
    .where(and(eq(callbackInbox.accountId, value('accountId')), eq(callbackInbox.eventId, value('eventId'))))
    .prepare(),
)
export const findInboxEvent = (accountId: string, eventId: string) => inboxEvent().get({ accountId, eventId })

export const collectedSql =
  "select sum(paid_minor - reversed_minor) as sum from charges where account_id = ? and state = 'paid' and created_at >= ?"
const collected = readSql<{ sum: number | null }>(collectedSql)
/** What an account has brought in by charges begun since a moment, in its currency. */
export const collectedSince = (accountId: string, since: number): number => collected.get(accountId, since)?.sum ?? 0

const spentSince = readSql<{ sum: number | null }>(
  `select sum(p.paid_minor) as sum from purchases p join charges c on c.id = p.settled_charge_id
   where p.payer_id = ? and p.created_at >= ? and p.state = 'settled' and p.currency = ?
     and (c.rail <> 'card' or c.instrument_id is not null)`,
)
/** What a payer spent by other means than a card typed at its company, where the bank asks each time. */
export const spentByPayer = (payerId: string, since: number, currency: string): number =>
  spentSince.get(payerId, since, currency)?.sum ?? 0

const telco = readSql<{ spentMinor: number }>(
  'select spent_minor as spentMinor from telco_spend where alias_hash = ? and month = ? and currency = ?',
)
export const telcoSpentBy = (aliasHash: string, month: string, currency: string): number =>
  telco.get(aliasHash, month, currency)?.spentMinor ?? 0

const refundCount = readSql<{ count: number }>('select count(*) as count from refunds where purchase_id = ?')
export const countRefunds = (purchaseId: string): number => refundCount.get(purchaseId)?.count ?? 0

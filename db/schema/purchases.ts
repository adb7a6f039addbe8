import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { ChargeState, PurchaseKind, PurchaseState, Rail, SettlementNote } from '../../lib/money/rails.ts'
import { bytes, currencyCode, flag, id, integerCheck, json, millis, minor } from '../columns.ts'
import { ads } from './ads.ts'
import { payers, wallets } from './payers.ts'
import { providerAccounts } from './providers.ts'

/** A price offered to one payer for one thing through one account. */
export const quotes = sqliteTable('quotes', {
  id: id().primaryKey(),
  payerId: id('payer_id')
    .notNull()
    .references(() => payers.id),
  kind: text('kind').$type<PurchaseKind>().notNull(),
  adId: integer('ad_id').references(() => ads.id),
  accountId: id('account_id')
    .notNull()
    .references(() => providerAccounts.id),
  country: text('country').notNull(),
  currency: currencyCode().notNull(),
  /** What the thing costs. */
  priceMinor: minor('price_minor').notNull(),
  /** What the payer is billed; more than the price only where a rail has fixed steps, and then the rest is kept for them. */
  billedMinor: minor('billed_minor').notNull(),
  createdAt: millis('created_at').notNull(),
  expiresAt: millis('expires_at').notNull(),
})

export const purchases = sqliteTable(
  'purchases',
  {
    id: id().primaryKey(),
    clientKey: text('client_key').notNull().unique(),
    kind: text('kind').$type<PurchaseKind>().notNull(),
    payerId: id('payer_id')
      .notNull()
      .references(() => payers.id),
    adId: integer('ad_id').references(() => ads.id),
    walletId: id('wallet_id').references(() => wallets.id),
    locale: text('locale').notNull(),
    country: text('country').notNull(),
    currency: currencyCode().notNull(),
    priceMinor: minor('price_minor').notNull(),
    state: text('state').$type<PurchaseState>().notNull(),
    note: text('note').$type<SettlementNote>(),
    settledChargeId: id('settled_charge_id'),
    paidMinor: minor('paid_minor').notNull(),
    refundedMinor: minor('refunded_minor').notNull(),
    reversedMinor: minor('reversed_minor').notNull(),
    vatBp: integer('vat_bp').notNull(),
    recoveryHash: text('recovery_hash').notNull().unique(),
    createdAt: millis('created_at').notNull(),
    expiresAt: millis('expires_at').notNull(),
    settledAt: millis('settled_at'),
  },
  (table) => [
    uniqueIndex('purchases_pending')
      .on(table.payerId, table.adId, table.kind)
      .where(sql`state = 'pending' and kind <> 'top_up'`),
    index('purchases_payer').on(table.payerId, table.createdAt),
    index('purchases_open').on(table.state, table.expiresAt),
    index('purchases_ad').on(table.adId),
    integerCheck('purchases_paid', table.paidMinor),
  ],
)

/** One attempt to collect through one account. */
export const charges = sqliteTable(
  'charges',
  {
    id: id().primaryKey(),
    purchaseId: id('purchase_id')
      .notNull()
      .references(() => purchases.id),
    /** Absent for money that came again for a charge already paid. */
    quoteId: id('quote_id')
      .unique()
      .references(() => quotes.id),
    accountId: id('account_id')
      .notNull()
      .references(() => providerAccounts.id),
    rail: text('rail').$type<Rail>().notNull(),
    state: text('state').$type<ChargeState>().notNull(),
    /** Our id, sent with the request so that a retry is the same request. */
    correlator: text('correlator').notNull().unique(),
    providerReference: text('provider_reference'),
    /** What the payer texts or keys in. */
    payerCode: text('payer_code').unique(),
    opening: json<unknown>('opening'),
    currency: currencyCode().notNull(),
    billedMinor: minor('billed_minor').notNull(),
    paidMinor: minor('paid_minor').notNull(),
    reversedMinor: minor('reversed_minor').notNull(),
    commissionMinor: minor('commission_minor'),
    payoutMinor: minor('payout_minor'),
    isPayoutEstimate: flag('is_payout_estimate').notNull(),
    payoutDueAt: millis('payout_due_at'),
    /** The VAT in what was billed; none of ours where the provider owes it. */
    vatMinor: minor('vat_minor'),
    /** The commission expected when the charge was settled, kept when the provider states another. */
    estimatedCommissionMinor: minor('estimated_commission_minor'),
    instrumentId: id('instrument_id'),
    note: text('note').$type<SettlementNote>(),
    failureCode: text('failure_code'),
    aliasHash: text('alias_hash'),
    createdAt: millis('created_at').notNull(),
    updatedAt: millis('updated_at').notNull(),
    nextCheckAt: millis('next_check_at'),
    checks: integer('checks').notNull(),
  },
  (table) => [
    uniqueIndex('charges_reference').on(table.accountId, table.providerReference),
    index('charges_purchase').on(table.purchaseId),
    index('charges_due').on(table.nextCheckAt),
    // What an account collected and what it owes are sums over its history: they are read from these alone.
    index('charges_collected')
      .on(table.accountId, table.createdAt, table.paidMinor, table.reversedMinor)
      .where(sql`state = 'paid'`),
    index('charges_payout')
      .on(
        table.accountId,
        table.payoutDueAt,
        table.payoutMinor,
        table.paidMinor,
        table.commissionMinor,
        table.reversedMinor,
      )
      .where(sql`state = 'paid' and payout_due_at is not null`),
  ],
)

/** What the payer saw and agreed to, word for word. */
export const consentReceipts = sqliteTable('consent_receipts', {
  id: id().primaryKey(),
  chargeId: id('charge_id')
    .notNull()
    .unique()
    .references(() => charges.id),
  purchaseId: id('purchase_id')
    .notNull()
    .references(() => purchases.id),
  locale: text('locale').notNull(),
  buttonText: text('button_text').notNull(),
  shownTexts: json<readonly string[]>('shown_texts').notNull(),
  waiverText: text('waiver_text'),
  /** The words of the box ticked to have the card kept; null where it was not ticked or not offered. */
  keepText: text('keep_text'),
  adSnapshot: json<unknown>('ad_snapshot'),
  addressHash: text('address_hash').notNull(),
  at: millis('at').notNull(),
})

/** The right of one payer to one ad's contact. */
export const unlocks = sqliteTable(
  'unlocks',
  {
    id: id().primaryKey(),
    payerId: id('payer_id')
      .notNull()
      .references(() => payers.id),
    adId: integer('ad_id')
      .notNull()
      .references(() => ads.id),
    /** Absent where the contact was free: free means no purchase at all. */
    purchaseId: id('purchase_id').references(() => purchases.id),
    grantedAt: millis('granted_at').notNull(),
    revokedAt: millis('revoked_at'),
  },
  (table) => [uniqueIndex('unlocks_payer_ad').on(table.payerId, table.adId), index('unlocks_ad').on(table.adId)],
)

/** Each showing of a contact to the holder of an unlock. */
export const reveals = sqliteTable(
  'reveals',
  {
    id: id().primaryKey(),
    unlockId: id('unlock_id')
      .notNull()
      .references(() => unlocks.id),
    at: millis('at').notNull(),
  },
  (table) => [index('reveals_unlock').on(table.unlockId)],
)

/** Numbers in order without holes, as accounting wants them. */
export const receipts = sqliteTable('receipts', {
  number: integer('number').primaryKey(),
  purchaseId: id('purchase_id')
    .notNull()
    .unique()
    .references(() => purchases.id),
  issuedAt: millis('issued_at').notNull(),
})

export const refunds = sqliteTable(
  'refunds',
  {
    id: id().primaryKey(),
    purchaseId: id('purchase_id')
      .notNull()
      .references(() => purchases.id),
    sequence: integer('sequence').notNull(),
    amountMinor: minor('amount_minor').notNull(),
    destination: text('destination').$type<'wallet' | 'provider'>().notNull(),
    reason: text('reason').notNull(),
    at: millis('at').notNull(),
  },
  (table) => [uniqueIndex('refunds_sequence').on(table.purchaseId, table.sequence)],
)

/** Every message a provider sent that passed the door, kept for ever; refused ones leave only a counted audit row. */
export const callbackInbox = sqliteTable(
  'callback_inbox',
  {
    id: id().primaryKey(),
    accountId: id('account_id')
      .notNull()
      .references(() => providerAccounts.id),
    eventId: text('event_id').notNull(),
    chargeId: id('charge_id'),
    method: text('method').notNull(),
    url: text('url').notNull(),
    headers: json<Readonly<Record<string, string>>>('headers').notNull(),
    body: bytes('body').notNull(),
    observation: json<unknown>('observation'),
    outcome: text('outcome').notNull(),
    receivedAt: millis('received_at').notNull(),
  },
  (table) => [
    uniqueIndex('callback_inbox_event').on(table.accountId, table.eventId),
    index('callback_inbox_charge').on(table.chargeId),
  ],
)

/** What one telephone alias was billed in a month, against the law's caps. */
export const telcoSpend = sqliteTable(
  'telco_spend',
  {
    aliasHash: text('alias_hash').notNull(),
    month: text('month').notNull(),
    currency: currencyCode().notNull(),
    spentMinor: minor('spent_minor').notNull(),
  },
  (table) => [primaryKey({ columns: [table.aliasHash, table.month, table.currency] })],
)

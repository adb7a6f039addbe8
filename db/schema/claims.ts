import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { id, millis, minor } from '../columns.ts'
import { ads } from './ads.ts'
import { payers } from './payers.ts'
import { charges, purchases, unlocks } from './purchases.ts'

/** A payer says the contact was no good; one for each unlock. */
export const claims = sqliteTable(
  'claims',
  {
    id: id().primaryKey(),
    unlockId: id('unlock_id')
      .notNull()
      .unique()
      .references(() => unlocks.id),
    purchaseId: id('purchase_id')
      .notNull()
      .references(() => purchases.id),
    adId: integer('ad_id')
      .notNull()
      .references(() => ads.id),
    payerId: id('payer_id')
      .notNull()
      .references(() => payers.id),
    reason: text('reason').$type<'dead_number' | 'sold' | 'wrong_person' | 'no_answer' | 'other'>().notNull(),
    detail: text('detail'),
    /** Where the payer wants the money, should it go back. */
    destination: text('destination').$type<'wallet' | 'provider'>().notNull().default('wallet'),
    locale: text('locale').notNull(),
    state: text('state').$type<'open' | 'refunded' | 'rejected'>().notNull(),
    /** The rule of the operator that decided, absent when a person did. */
    rule: text('rule').$type<'sold_before' | 'payers_agree' | 'seller_silent' | 'first_claim'>(),
    answer: text('answer'),
    /** Until when the seller may answer before silence decides. */
    sellerUntil: millis('seller_until'),
    sellerAnswer: text('seller_answer').$type<'still_good' | 'no_longer'>(),
    decidedBy: id('decided_by'),
    createdAt: millis('created_at').notNull(),
    decidedAt: millis('decided_at'),
  },
  (table) => [
    index('claims_state').on(table.state, table.createdAt),
    index('claims_ad').on(table.adId),
    index('claims_payer').on(table.payerId, table.createdAt),
    index('claims_purchase').on(table.purchaseId),
  ],
)

/** Somebody withdraws from a contract through the online function, in two steps; append-only once confirmed. */
export const withdrawals = sqliteTable(
  'withdrawals',
  {
    id: id().primaryKey(),
    ref: text('ref').notNull().unique(),
    purchaseId: id('purchase_id')
      .notNull()
      .references(() => purchases.id),
    name: text('name').notNull(),
    email: text('email').notNull(),
    locale: text('locale').notNull(),
    /** The statement as it was confirmed, word for word. */
    statement: text('statement').notNull(),
    outcome: text('outcome')
      .$type<'refunded' | 'right_waived' | 'too_late' | 'already_refunded' | 'review'>()
      .notNull(),
    answer: text('answer').notNull(),
    confirmedAt: millis('confirmed_at').notNull(),
  },
  (table) => [uniqueIndex('withdrawals_purchase').on(table.purchaseId)],
)

/**
 * Money going back through a provider: kept before the provider is asked and asked again under the same id until it
 * answers, so that a lost answer never pays twice. While one is open nothing else of the purchase is given back.
 */
export const refundAttempts = sqliteTable(
  'refund_attempts',
  {
    id: id().primaryKey(),
    purchaseId: id('purchase_id')
      .notNull()
      .references(() => purchases.id),
    chargeId: id('charge_id')
      .notNull()
      .references(() => charges.id),
    amountMinor: minor('amount_minor').notNull(),
    /** What is undone: a sale, or a balance, whose part is already set aside. */
    source: text('source').$type<'sale' | 'balance'>().notNull(),
    reason: text('reason').notNull(),
    actor: text('actor').notNull(),
    state: text('state').$type<'asking' | 'done' | 'refused'>().notNull(),
    providerReference: text('provider_reference'),
    tries: integer('tries').notNull(),
    nextTryAt: millis('next_try_at'),
    createdAt: millis('created_at').notNull(),
    decidedAt: millis('decided_at'),
  },
  (table) => [
    uniqueIndex('refund_attempts_open').on(table.purchaseId).where(sql`state = 'asking'`),
    index('refund_attempts_due').on(table.nextTryAt),
    index('refund_attempts_purchase').on(table.purchaseId),
  ],
)

/** Money that somebody on the staff wants to give back; above a set amount a second person must agree. */
export const refundRequests = sqliteTable(
  'refund_requests',
  {
    id: id().primaryKey(),
    purchaseId: id('purchase_id')
      .notNull()
      .references(() => purchases.id),
    amountMinor: minor('amount_minor').notNull(),
    destination: text('destination').$type<'wallet' | 'provider'>().notNull(),
    reason: text('reason').notNull(),
    state: text('state').$type<'waiting' | 'approved' | 'rejected'>().notNull(),
    requestedBy: id('requested_by').notNull(),
    decidedBy: id('decided_by'),
    createdAt: millis('created_at').notNull(),
    decidedAt: millis('decided_at'),
  },
  (table) => [
    index('refund_requests_state').on(table.state, table.createdAt),
    index('refund_requests_purchase').on(table.purchaseId),
  ],
)

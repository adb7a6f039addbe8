import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { currencyCode, flag, id, integerCheck, millis, minor } from '../columns.ts'
import { purchases } from './purchases.ts'

export const voucherBatches = sqliteTable('voucher_batches', {
  id: id().primaryKey(),
  label: text('label').notNull(),
  faceMinor: minor('face_minor').notNull(),
  currency: currencyCode().notNull(),
  count: integer('count').notNull(),
  state: text('state').$type<'active' | 'revoked'>().notNull(),
  issuedAt: millis('issued_at').notNull(),
  expiresAt: millis('expires_at').notNull(),
  resellerId: id('reseller_id'),
  issuedBy: id('issued_by'),
  revokedAt: millis('revoked_at'),
})

/** A prepaid code, known only by its keyed hash. Spent at once: what a purchase does not use goes to the wallet. */
export const vouchers = sqliteTable(
  'vouchers',
  {
    codeHash: text('code_hash').primaryKey(),
    batchId: id('batch_id')
      .notNull()
      .references(() => voucherBatches.id),
    balanceMinor: minor('balance_minor').notNull(),
    redeemedAt: millis('redeemed_at'),
  },
  (table) => [index('vouchers_batch').on(table.batchId), integerCheck('vouchers_not_negative', table.balanceMinor)],
)

export const redemptions = sqliteTable('redemptions', {
  codeHash: text('code_hash')
    .primaryKey()
    .references(() => vouchers.codeHash),
  purchaseId: id('purchase_id').references(() => purchases.id),
  payerId: id('payer_id').notNull(),
  amountMinor: minor('amount_minor').notNull(),
  at: millis('at').notNull(),
})

/** Somebody who sells our vouchers over a counter. */
export const resellers = sqliteTable('resellers', {
  id: id().primaryKey(),
  name: text('name').notNull(),
  email: text('email'),
  commissionBp: integer('commission_bp').notNull(),
  isActive: flag('is_active').notNull(),
  createdAt: millis('created_at').notNull(),
})

import { index, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { currencyCode, flag, id, integerCheck, millis, minor } from '../columns.ts'
import { members } from './members.ts'

/** Whoever buys: a visitor's device or a member. What a guest bought joins an account by getting its `memberId`. */
export const payers = sqliteTable(
  'payers',
  {
    id: id().primaryKey(),
    memberId: id('member_id').references(() => members.id),
    createdAt: millis('created_at').notNull(),
  },
  (table) => [index('payers_member').on(table.memberId)],
)

/** The cookie of a browser; only its hash is kept. */
export const devices = sqliteTable('devices', {
  tokenHash: text('token_hash').primaryKey(),
  createdAt: millis('created_at').notNull(),
})

/** A device acts for the payer it began with and for those it recovered; unlocks of all of them are open to it. */
export const devicePayers = sqliteTable(
  'device_payers',
  {
    deviceHash: text('device_hash')
      .notNull()
      .references(() => devices.tokenHash),
    payerId: id('payer_id')
      .notNull()
      .references(() => payers.id),
    isOwn: flag('is_own').notNull(),
    linkedAt: millis('linked_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.deviceHash, table.payerId] }),
    index('device_payers_payer').on(table.payerId),
  ],
)

export const payerEmails = sqliteTable(
  'payer_emails',
  {
    payerId: id('payer_id')
      .notNull()
      .references(() => payers.id),
    email: text('email').notNull(),
    emailHash: text('email_hash').notNull(),
    addedAt: millis('added_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.payerId, table.emailHash] }),
    index('payer_emails_hash').on(table.emailHash),
  ],
)

/** Prepaid balance. Moved by a conditional update in the commit that posts the entries it must equal. */
export const wallets = sqliteTable(
  'wallets',
  {
    id: id().primaryKey(),
    payerId: id('payer_id')
      .notNull()
      .references(() => payers.id),
    currency: currencyCode().notNull(),
    balanceMinor: minor('balance_minor').notNull(),
    createdAt: millis('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('wallets_payer').on(table.payerId, table.currency),
    integerCheck('wallets_not_negative', table.balanceMinor),
  ],
)

/** Telephone aliases that wrote STOP. */
export const smsStops = sqliteTable('sms_stops', {
  aliasHash: text('alias_hash').primaryKey(),
  at: millis('at').notNull(),
})

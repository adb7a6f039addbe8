import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { currencyCode, id, millis, minor } from '../columns.ts'

export type LedgerKind =
  | 'settlement'
  | 'top_up'
  | 'wallet_spend'
  | 'wallet_join'
  | 'redemption'
  | 'surplus'
  | 'suspense'
  | 'clawback'
  | 'refund'
  | 'voucher_issue'
  | 'correction'
  | 'payout'
  | 'variance'
  | 'suspense_release'
  | 'voucher_revoke'

export const ledgerTransactions = sqliteTable(
  'ledger_transactions',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    kind: text('kind').$type<LedgerKind>().notNull(),
    /** What caused it; with `kind` it is unique, so the same event never posts twice. */
    sourceId: text('source_id').notNull(),
    purchaseId: id('purchase_id'),
    at: millis('at').notNull(),
  },
  (table) => [
    uniqueIndex('ledger_transactions_source').on(table.kind, table.sourceId),
    index('ledger_transactions_purchase').on(table.purchaseId),
  ],
)

/** One side of a transaction: debits positive, credits negative; those of one transaction sum to zero. */
export const ledgerEntries = sqliteTable(
  'ledger_entries',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    transactionId: integer('transaction_id')
      .notNull()
      .references(() => ledgerTransactions.id),
    account: text('account').notNull(),
    amountMinor: minor('amount_minor').notNull(),
    currency: currencyCode().notNull(),
  },
  (table) => [
    index('ledger_entries_transaction').on(table.transactionId),
    index('ledger_entries_account').on(table.account, table.currency, table.amountMinor),
  ],
)

/** The hash chain over transactions in order. */
export const ledgerSeals = sqliteTable('ledger_seals', {
  position: integer('position').primaryKey(),
  transactionId: integer('transaction_id')
    .notNull()
    .unique()
    .references(() => ledgerTransactions.id),
  hash: text('hash').notNull(),
})

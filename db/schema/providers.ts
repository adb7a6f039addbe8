import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { PricePoint, Rail } from '../../lib/money/rails.ts'
import { bytes, currencyCode, id, json, millis, minor } from '../columns.ts'

/** An adapter with one contract: its settings, prices and terms. Adding, ordering, pausing is data. */
export const providerAccounts = sqliteTable('provider_accounts', {
  id: id().primaryKey(),
  kind: text('kind').notNull(),
  rail: text('rail').$type<Rail>().notNull(),
  label: text('label').notNull(),
  mode: text('mode').$type<'test' | 'live'>().notNull(),
  state: text('state').$type<'active' | 'paused'>().notNull(),
  countries: json<readonly string[]>('countries').notNull(),
  currency: currencyCode().notNull(),
  minMinor: minor('min_minor').notNull(),
  maxMinor: minor('max_minor').notNull(),
  /** Null when any amount between the limits can be billed. */
  ladder: json<readonly PricePoint[] | null>('ladder'),
  commissionBp: integer('commission_bp').notNull(),
  commissionFixedMinor: minor('commission_fixed_minor').notNull(),
  payoutDelayDays: integer('payout_delay_days').notNull(),
  position: integer('position').notNull(),
  settings: bytes('settings').notNull(),
  createdAt: millis('created_at').notNull(),
  /** Kinds of device it may serve: `phone`, `computer`; null for both. */
  devices: json<readonly string[] | null>('devices'),
  /** The most it may collect in a calendar month; null without limit. */
  monthlyCapMinor: minor('monthly_cap_minor'),
  /** Consecutive failures to open a charge; from five on it rests until `restsUntil`. */
  failures: integer('failures').notNull().default(0),
  restsUntil: millis('rests_until'),
  lastSuccessAt: millis('last_success_at'),
  lastFailureAt: millis('last_failure_at'),
  testedAt: millis('tested_at'),
  closedAt: millis('closed_at'),
})

/** What an account keeps, and from when to when; the newest that has begun holds. */
export const commissionTerms = sqliteTable(
  'commission_terms',
  {
    id: id().primaryKey(),
    accountId: id('account_id')
      .notNull()
      .references(() => providerAccounts.id),
    commissionBp: integer('commission_bp').notNull(),
    fixedMinor: minor('fixed_minor').notNull(),
    payoutDelayDays: integer('payout_delay_days').notNull(),
    validFrom: millis('valid_from').notNull(),
    validUntil: millis('valid_until'),
    createdBy: id('created_by').notNull(),
    createdAt: millis('created_at').notNull(),
  },
  (table) => [index('commission_terms_account').on(table.accountId, table.validFrom)],
)

/** What we asked a provider and what it answered, secrets and numbers masked before they are written. */
export const providerCalls = sqliteTable(
  'provider_calls',
  {
    id: id().primaryKey(),
    accountId: id('account_id')
      .notNull()
      .references(() => providerAccounts.id),
    chargeId: id('charge_id'),
    request: text('request').notNull(),
    status: integer('status'),
    answer: text('answer'),
    failure: text('failure'),
    tookMs: integer('took_ms').notNull(),
    at: millis('at').notNull(),
  },
  (table) => [
    index('provider_calls_account').on(table.accountId, table.at),
    index('provider_calls_charge').on(table.chargeId),
  ],
)

/** A means a payer allowed to be used again, one purchase and one consent at a time; the provider holds the card. */
export const savedInstruments = sqliteTable(
  'saved_instruments',
  {
    id: id().primaryKey(),
    payerId: id('payer_id').notNull(),
    accountId: id('account_id')
      .notNull()
      .references(() => providerAccounts.id),
    referenceSealed: bytes('reference_sealed').notNull(),
    label: text('label').notNull(),
    expiresAt: millis('expires_at'),
    createdAt: millis('created_at').notNull(),
    revokedAt: millis('revoked_at'),
  },
  (table) => [index('saved_instruments_payer').on(table.payerId)],
)

/** A provider's list of what it owes for a period. */
export const statements = sqliteTable(
  'statements',
  {
    id: id().primaryKey(),
    accountId: id('account_id')
      .notNull()
      .references(() => providerAccounts.id),
    /** `2026-11`. */
    month: text('month').notNull(),
    fileName: text('file_name').notNull(),
    fileHash: text('file_hash').notNull(),
    currency: currencyCode().notNull(),
    importedAt: millis('imported_at').notNull(),
    importedBy: id('imported_by').notNull(),
  },
  (table) => [uniqueIndex('statements_file').on(table.accountId, table.fileHash)],
)

export const statementLines = sqliteTable(
  'statement_lines',
  {
    id: id().primaryKey(),
    statementId: id('statement_id')
      .notNull()
      .references(() => statements.id),
    lineNumber: integer('line_number').notNull(),
    kind: text('kind').$type<'payment' | 'refund' | 'chargeback' | 'fee'>().notNull(),
    reference: text('reference').notNull(),
    occurredAt: millis('occurred_at'),
    grossMinor: minor('gross_minor').notNull(),
    commissionMinor: minor('commission_minor').notNull(),
    netMinor: minor('net_minor').notNull(),
    /** The charge it speaks of, once found. */
    chargeId: id('charge_id'),
    /** Why it differs from our books, once somebody or a rule has said so. */
    variance: text('variance').$type<'commission_tier' | 'vat' | 'late' | 'clawback' | 'rounding' | 'other'>(),
    explanation: text('explanation'),
  },
  (table) => [
    uniqueIndex('statement_lines_number').on(table.statementId, table.lineNumber),
    index('statement_lines_charge').on(table.chargeId),
    index('statement_lines_reference').on(table.reference),
  ],
)

/** Which column of a provider's CSV means what. */
export const columnMappings = sqliteTable('column_mappings', {
  accountId: id('account_id')
    .primaryKey()
    .references(() => providerAccounts.id),
  mapping: json<Readonly<Record<string, string>>>('mapping').notNull(),
  updatedAt: millis('updated_at').notNull(),
})

/** A month of one account, closed: its lines are settled and stay so until it is opened again with a reason. */
export const monthClosings = sqliteTable(
  'month_closings',
  {
    id: id().primaryKey(),
    accountId: id('account_id')
      .notNull()
      .references(() => providerAccounts.id),
    month: text('month').notNull(),
    totals: json<unknown>('totals').notNull(),
    closedAt: millis('closed_at').notNull(),
    closedBy: id('closed_by').notNull(),
    reopenedAt: millis('reopened_at'),
    reopenedBy: id('reopened_by'),
    reopenReason: text('reopen_reason'),
  },
  (table) => [index('month_closings_month').on(table.accountId, table.month)],
)

/** Money a provider paid us, as the bank shows it. */
export const payouts = sqliteTable(
  'payouts',
  {
    id: id().primaryKey(),
    accountId: id('account_id')
      .notNull()
      .references(() => providerAccounts.id),
    month: text('month').notNull(),
    amountMinor: minor('amount_minor').notNull(),
    currency: currencyCode().notNull(),
    bankReference: text('bank_reference').notNull(),
    receivedAt: millis('received_at').notNull(),
    recordedAt: millis('recorded_at').notNull(),
    recordedBy: id('recorded_by').notNull(),
    /** The payout that was noted wrongly, and that this row takes back: of it alone the amount is negative. */
    correctsId: id('corrects_id').unique(),
    /** Why it is taken back. */
    reason: text('reason'),
    /** How often the bank's reference was taken back before, so that it can be noted again. */
    round: integer('round').notNull().default(0),
  },
  (table) => [
    uniqueIndex('payouts_reference')
      .on(table.accountId, table.bankReference, table.round)
      .where(sql`corrects_id is null`),
  ],
)

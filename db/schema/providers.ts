import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
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
})

import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, json, millis } from '../columns.ts'

/** Who did what; append-only. */
export const auditLog = sqliteTable(
  'audit_log',
  {
    id: id().primaryKey(),
    at: millis('at').notNull(),
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    subject: text('subject').notNull(),
    detail: json<unknown>('detail'),
  },
  (table) => [index('audit_log_subject').on(table.subject), index('audit_log_action').on(table.action, table.at)],
)

/** Mail waits here until the mail server has taken it. */
export const outboxMails = sqliteTable(
  'outbox_mails',
  {
    id: id().primaryKey(),
    dedupeKey: text('dedupe_key').notNull().unique(),
    recipient: text('recipient').notNull(),
    subject: text('subject').notNull(),
    text: text('text').notNull(),
    locale: text('locale').notNull(),
    attempts: integer('attempts').notNull(),
    nextAttemptAt: millis('next_attempt_at'),
    sentAt: millis('sent_at'),
    error: text('error'),
    createdAt: millis('created_at').notNull(),
  },
  (table) => [index('outbox_mails_due').on(table.nextAttemptAt)],
)

/** What the operator may change while the site runs. */
export const settings = sqliteTable('settings', {
  key: text('key').primaryKey(),
  value: json<unknown>('value').notNull(),
  updatedAt: millis('updated_at').notNull(),
})

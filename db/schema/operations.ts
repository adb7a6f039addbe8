import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { bytes, id, json, millis } from '../columns.ts'

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
    /** While a worker hands it over nobody else does. */
    leasedUntil: millis('leased_until'),
    html: text('html'),
    /** Where the reader says that no more of these are wanted; absent for mail somebody asked for. */
    unsubscribeUrl: text('unsubscribe_url'),
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

/** Text messages of the site itself (codes, warnings) wait here; the number is sealed, it may be a contact. */
export const outboxTexts = sqliteTable(
  'outbox_texts',
  {
    id: id().primaryKey(),
    dedupeKey: text('dedupe_key').notNull().unique(),
    recipientSealed: bytes('recipient_sealed').notNull(),
    text: text('text').notNull(),
    attempts: integer('attempts').notNull(),
    nextAttemptAt: millis('next_attempt_at'),
    sentAt: millis('sent_at'),
    error: text('error'),
    createdAt: millis('created_at').notNull(),
  },
  (table) => [index('outbox_texts_due').on(table.nextAttemptAt)],
)

/** Words the operator wrote instead of ours: pages and mails as Markdown, single sentences as they are. */
export const contentTexts = sqliteTable(
  'content_texts',
  {
    kind: text('kind').$type<'page' | 'mail' | 'sentence'>().notNull(),
    key: text('key').notNull(),
    locale: text('locale').notNull(),
    title: text('title'),
    body: text('body').notNull(),
    updatedAt: millis('updated_at').notNull(),
    updatedBy: id('updated_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.key, table.locale] })],
)

/** Filters of a table of the panel that a member of staff wants to find again. */
export const savedViews = sqliteTable(
  'saved_views',
  {
    id: id().primaryKey(),
    memberId: id('member_id').notNull(),
    page: text('page').notNull(),
    label: text('label').notNull(),
    query: text('query').notNull(),
    position: integer('position').notNull(),
    createdAt: millis('created_at').notNull(),
  },
  (table) => [uniqueIndex('saved_views_label').on(table.memberId, table.page, table.label)],
)

export const webhookEndpoints = sqliteTable('webhook_endpoints', {
  id: id().primaryKey(),
  label: text('label').notNull(),
  url: text('url').notNull(),
  secretSealed: bytes('secret_sealed').notNull(),
  state: text('state').$type<'active' | 'paused'>().notNull(),
  createdAt: millis('created_at').notNull(),
  /** Up to which receipt and which refund (its row) messages have been written for it. */
  seenReceipt: integer('seen_receipt').notNull().default(0),
  seenRefund: integer('seen_refund').notNull().default(0),
})

/** One message to one endpoint. */
export const webhookDeliveries = sqliteTable(
  'webhook_deliveries',
  {
    id: id().primaryKey(),
    endpointId: id('endpoint_id')
      .notNull()
      .references(() => webhookEndpoints.id),
    eventId: text('event_id').notNull(),
    eventType: text('event_type').notNull(),
    payload: text('payload').notNull(),
    attempts: integer('attempts').notNull(),
    nextAttemptAt: millis('next_attempt_at'),
    deliveredAt: millis('delivered_at'),
    lastAnswer: text('last_answer'),
    createdAt: millis('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('webhook_deliveries_event').on(table.endpointId, table.eventId),
    index('webhook_deliveries_due').on(table.nextAttemptAt),
  ],
)

/** The first answer to an Idempotency-Key, given again for ever. */
export const idempotencyKeys = sqliteTable('idempotency_keys', {
  keyHash: text('key_hash').primaryKey(),
  bodyHash: text('body_hash').notNull(),
  status: integer('status').notNull(),
  answer: text('answer').notNull(),
  createdAt: millis('created_at').notNull(),
})

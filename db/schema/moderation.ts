import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { flag, id, json, millis } from '../columns.ts'
import { ads } from './ads.ts'

/** A reason for staff to look at an ad; at most one is open for each ad. */
export const moderationCases = sqliteTable(
  'moderation_cases',
  {
    id: id().primaryKey(),
    adId: integer('ad_id')
      .notNull()
      .references(() => ads.id),
    reason: text('reason').$type<'new' | 'edited' | 'screening' | 'notice' | 'duplicate' | 'appeal'>().notNull(),
    state: text('state').$type<'open' | 'decided'>().notNull(),
    /** What screening found and where: `{ locale, field, kind, start, end }`. */
    finds: json<readonly unknown[]>('finds').notNull(),
    /** One person at a time: who holds it, and until when. */
    claimedBy: id('claimed_by'),
    claimedUntil: millis('claimed_until'),
    createdAt: millis('created_at').notNull(),
    dueAt: millis('due_at').notNull(),
    decidedAt: millis('decided_at'),
    /** One while open, absent after: an ad has one open case. */
    openAdId: integer('open_ad_id').unique(),
  },
  (table) => [
    index('moderation_cases_state').on(table.state, table.dueAt),
    index('moderation_cases_ad').on(table.adId),
  ],
)

/** Staff's answer with a reason, as sent to both sides; append-only, undone by another. */
export const decisions = sqliteTable(
  'decisions',
  {
    id: id().primaryKey(),
    adId: integer('ad_id')
      .notNull()
      .references(() => ads.id),
    caseId: id('case_id').references(() => moderationCases.id),
    kind: text('kind').$type<'approve' | 'refuse' | 'ask_change' | 'suspend' | 'restore' | 'keep'>().notNull(),
    /** The ad's status before, so that an undo can put it back. */
    statusBefore: text('status_before').notNull(),
    groundKey: text('ground_key'),
    explanation: text('explanation').notNull(),
    isAutomated: flag('is_automated').notNull(),
    staffId: id('staff_id'),
    undoes: id('undoes').unique(),
    at: millis('at').notNull(),
  },
  (table) => [index('decisions_ad').on(table.adId, table.at), index('decisions_at').on(table.at)],
)

/** A complaint about an ad from anybody; followed by an address only its author was given. */
export const notices = sqliteTable(
  'notices',
  {
    id: id().primaryKey(),
    ref: text('ref').notNull().unique(),
    adId: integer('ad_id')
      .notNull()
      .references(() => ads.id),
    reasonKey: text('reason_key').notNull(),
    explanation: text('explanation').notNull(),
    reporterName: text('reporter_name'),
    reporterEmail: text('reporter_email'),
    isInGoodFaith: flag('is_in_good_faith').notNull(),
    locale: text('locale').notNull(),
    state: text('state').$type<'received' | 'upheld' | 'rejected'>().notNull(),
    decisionId: id('decision_id').references(() => decisions.id),
    answer: text('answer'),
    createdAt: millis('created_at').notNull(),
    dueAt: millis('due_at').notNull(),
    answeredAt: millis('answered_at'),
  },
  (table) => [index('notices_state').on(table.state, table.dueAt), index('notices_ad').on(table.adId)],
)

/** Somebody does not agree with a decision, or with the answer to a notice. */
export const appeals = sqliteTable(
  'appeals',
  {
    id: id().primaryKey(),
    decisionId: id('decision_id').references(() => decisions.id),
    noticeId: id('notice_id').references(() => notices.id),
    by: text('by').$type<'advertiser' | 'reporter'>().notNull(),
    text: text('text').notNull(),
    state: text('state').$type<'open' | 'granted' | 'denied'>().notNull(),
    answer: text('answer'),
    decidedBy: id('decided_by'),
    createdAt: millis('created_at').notNull(),
    dueAt: millis('due_at').notNull(),
    decidedAt: millis('decided_at'),
  },
  (table) => [
    uniqueIndex('appeals_once').on(table.by, table.decisionId),
    uniqueIndex('appeals_notice_once').on(table.noticeId),
    index('appeals_state').on(table.state, table.dueAt),
  ],
)

import { readSql } from '../../db/statement.ts'
import type { Millis } from '../time/time.ts'

export type DueMail = Readonly<{
  id: string
  recipient: string
  subject: string
  text: string
  locale: string
  unsubscribeUrl: string | null
  attempts: number
}>
export type OutboxMail = Readonly<{
  id: string
  recipient: string
  subject: string
  text: string
  locale: string
  createdAt: Millis
  sentAt: Millis | null
  error: string | null
}>

const due =
  readSql<DueMail>(`select id, recipient, subject, text, locale, unsubscribe_url as unsubscribeUrl, attempts from outbox_mails
  where next_attempt_at <= ? and sent_at is null order by next_attempt_at limit ?`)
const columns = 'id, recipient, subject, text, locale, created_at as createdAt, sent_at as sentAt, error'
const page = readSql<OutboxMail>(
  `select ${columns} from outbox_mails order by created_at desc, id desc limit ? offset ?`,
)
const byId = readSql<OutboxMail>(`select ${columns} from outbox_mails where id = ?`)
const byKey = readSql<{ attempts: number; sentAt: Millis | null }>(
  'select attempts, sent_at as sentAt from outbox_mails where dedupe_key = ?',
)
const stuck = readSql<{ count: number }>(
  'select count(*) as count from outbox_mails where sent_at is null and next_attempt_at is null',
)
const waiting = readSql<{ count: number }>(
  'select count(*) as count from outbox_mails where sent_at is null and next_attempt_at is not null',
)

export function listDueMails(now: Millis, limit: number): readonly DueMail[] {
  return due.all(now, limit)
}

/** Newest first. */
export function listMails(limit: number, offset = 0): readonly OutboxMail[] {
  return page.all(limit, offset)
}

export function findMail(id: string): OutboxMail | undefined {
  return byId.get(id)
}

/** Whether a mail with this key waits, was tried or was sent; undefined when there is none. */
export function findMailByKey(dedupeKey: string): Readonly<{ attempts: number; sentAt: Millis | null }> | undefined {
  return byKey.get(dedupeKey)
}

/** How many wait for a mail server, and how many nobody will try again. */
export function countMails(): Readonly<{ waiting: number; given_up: number }> {
  return { waiting: waiting.get()?.count ?? 0, given_up: stuck.get()?.count ?? 0 }
}

import { readSql } from '../../db/statement.ts'
import { unseal } from '../config/keys.ts'
import type { Millis } from '../time/time.ts'

/** A text message that is due, with the number opened for the one who sends it. */
export type DueText = Readonly<{ id: string; to: string; text: string; attempts: number }>

const due = readSql<{ id: string; recipient: Uint8Array; text: string; attempts: number }>(
  `select id, recipient_sealed as recipient, text, attempts from outbox_texts
   where next_attempt_at <= ? order by next_attempt_at limit ?`,
)

export function listDueTexts(now: Millis, limit: number): readonly DueText[] {
  return due.all(now, limit).map(({ recipient, ...text }) => ({ ...text, to: unseal('texts', text.id, recipient) }))
}

const failed = readSql<{ id: string }>(
  `select id from outbox_texts where dedupe_key >= ? and dedupe_key < ?
   and sent_at is null and error is not null limit 1`,
)

/** Whether a text about something could not be sent; its key begins with `about`. */
export function hasTextFailed(about: string): boolean {
  return failed.get(about, `${about}\uffff`) !== undefined
}

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

const lastError = readSql<{ error: string | null }>(
  'select error from outbox_texts where dedupe_key like ? and sent_at is null order by created_at desc limit 1',
)

/** Whether the last text about something could not be sent; its key begins with `about`. */
export function hasTextFailed(about: string): boolean {
  return (lastError.get(`${about}%`)?.error ?? null) !== null
}

import { anyRows, one, type Step } from '../../db/commit.ts'
import { writeSql } from '../../db/statement.ts'
import { seal } from '../config/keys.ts'
import { newId } from '../ids/ids.ts'
import type { Millis } from '../time/time.ts'

const insertRow = writeSql(`insert into outbox_texts
  (id, dedupe_key, recipient_sealed, text, attempts, next_attempt_at, sent_at, error, created_at)
  values (?, ?, ?, ?, 0, ?, null, null, ?) on conflict (dedupe_key) do nothing`)
const leaseRow = writeSql(
  'update outbox_texts set attempts = attempts + 1, next_attempt_at = ? where id = ? and attempts = ? and sent_at is null',
)
const sentRow = writeSql(
  'update outbox_texts set sent_at = ?, next_attempt_at = null, error = null where id = ? and sent_at is null',
)
const failedRow = writeSql(
  'update outbox_texts set error = ?, next_attempt_at = ? where id = ? and attempts = ? and sent_at is null',
)

export type QueuedText = Readonly<{
  /** Names what the text is about; a second one with the same key is not queued. */
  dedupeKey: string
  /** The number in E.164; kept sealed, since it may be somebody's contact. */
  to: string
  text: string
}>

/** A step that puts a text message of the site into the outbox, for the commit that gives the reason for it. */
export function queueText({ dedupeKey, to, text }: QueuedText, now: Millis): Step {
  const id = newId()
  return anyRows(insertRow(id, dedupeKey, seal('texts', id, to), text, now, now))
}

/** Takes a text for sending; whoever read the same number of attempts loses, with `already_claimed`. */
export function leaseText(text: Readonly<{ id: string; attempts: number }>, until: Millis): Step {
  return one(leaseRow(until, text.id, text.attempts), 'already_claimed')
}

export function markTextSent(id: string, now: Millis): Step {
  return anyRows(sentRow(now, id))
}

/** @param next When to try again; undefined gives up. */
export function markTextFailed(
  text: Readonly<{ id: string; attempts: number }>,
  failure: Readonly<{ error: string; next: Millis | undefined }>,
): Step {
  return anyRows(failedRow(failure.error.slice(0, 300), failure.next ?? null, text.id, text.attempts))
}

const oldRows = writeSql('delete from outbox_texts where created_at < ? and next_attempt_at is null')

/** Forgets texts from before `before` that were sent or given up, and with them whose numbers they went to. */
export function forgetTexts(before: Millis): Step {
  return anyRows(oldRows(before))
}

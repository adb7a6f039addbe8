import { z } from 'zod'
import { anyRows, one, type Step } from '../../db/commit.ts'
import { writeSql } from '../../db/statement.ts'
import type { Locale } from '../i18n/locales.ts'
import { newId } from '../ids/ids.ts'
import type { Millis } from '../time/time.ts'
import type { Letter } from './mail.ts'

const insertRow = writeSql(`insert into outbox_mails
  (id, dedupe_key, recipient, subject, text, locale, attempts, next_attempt_at, sent_at, error, unsubscribe_url, created_at)
  values (?, ?, ?, ?, ?, ?, 0, ?, null, null, ?, ?) on conflict (dedupe_key) do nothing`)
const recallRow = writeSql('delete from outbox_mails where dedupe_key = ? and attempts = 0 and sent_at is null')
const leaseRow = writeSql(
  'update outbox_mails set attempts = attempts + 1, next_attempt_at = ? where id = ? and attempts = ? and sent_at is null',
)
const sentRow = writeSql(
  'update outbox_mails set sent_at = ?, next_attempt_at = null, error = null where id = ? and sent_at is null',
)
const failedRow = writeSql(
  'update outbox_mails set error = ?, next_attempt_at = ? where id = ? and attempts = ? and sent_at is null',
)

export type QueuedMail = Readonly<{
  /** Names what the mail is about (`receipt:<purchase>`): a second one with the same key is not queued. */
  dedupeKey: string
  to: string
  locale: Locale
  letter: Letter
}>

/**
 * A step that puts a mail into the outbox, for the commit that gives the reason for it.
 *
 * @throws ZodError when `to` is no address: forms check it before.
 */
export function queueMail(mail: QueuedMail, now: Millis): Step {
  const { dedupeKey, locale, letter } = mail
  const to = z.email().max(254).parse(mail.to)
  const subject = letter.subject.replace(/[\r\n]+/g, ' ')
  return anyRows(
    insertRow(newId(), dedupeKey, to, subject, letter.text, locale, now, letter.unsubscribeUrl ?? null, now),
  )
}

/** Takes back a mail that nobody has tried to send yet. */
export function recallMail(dedupeKey: string): Step {
  return anyRows(recallRow(dedupeKey))
}

/** Takes a mail for sending; whoever read the same number of attempts loses, with `already_claimed`. */
export function leaseMail(mail: Readonly<{ id: string; attempts: number }>, until: Millis): Step {
  return one(leaseRow(until, mail.id, mail.attempts), 'already_claimed')
}

export function markMailSent(id: string, now: Millis): Step {
  return anyRows(sentRow(now, id))
}

/** @param next When to try again; undefined gives up. */
export function markMailFailed(
  mail: Readonly<{ id: string; attempts: number }>,
  failure: Readonly<{ error: string; next: Millis | undefined }>,
): Step {
  return anyRows(failedRow(failure.error.slice(0, 300), failure.next ?? null, mail.id, mail.attempts))
}

const oldRows = writeSql('delete from outbox_mails where created_at < ? and next_attempt_at is null')

/** Forgets mails from before `before` that were sent or given up: they were for their readers, not for us. */
export function forgetMails(before: Millis): Step {
  return anyRows(oldRows(before))
}

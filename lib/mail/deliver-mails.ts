import { createTransport, type Transport } from 'nodemailer'
import { commit } from '../../db/commit.ts'
import { isConflict } from '../errors/conflict.ts'
import { localeOr } from '../i18n/locales.ts'
import { translate } from '../i18n/translator.ts'
import { findSetting } from '../settings/settings-queries.ts'
import type { Millis } from '../time/time.ts'
import { type LetterColours, letterColours, letterHtml } from './letter-html.ts'
import { isRefusedForGood, leaseMs, nextAttemptAt } from './mail.ts'
import { type DueMail, listDueMails } from './mail-queries.ts'
import { leaseMail, markMailFailed, markMailSent } from './mail-store.ts'

export type MailRoute = Readonly<{
  /** `smtp://user:password@host:587`; without one nothing leaves, and the outbox itself is where mail is read. */
  smtpUrl: string | undefined
  /** As in a `From` header. */
  from: string
}>

const perRun = 50

/**
 * Sends what is due.
 *
 * A mail is leased by a commit before the server hears of it, so two processes never send the same one; after a crash
 * in between it is due again when the lease ends, under the same Message-ID, by which receivers know a repeat. The one
 * window in which a mail may leave twice is that between the server's 250 and our next commit; nothing else is done in it.
 *
 * @returns How many the server took and how many it did not.
 */
export async function deliverMails(route: MailRoute, now: Millis): Promise<Readonly<{ sent: number; failed: number }>> {
  const mails = route.smtpUrl === undefined ? [] : listDueMails(now, perRun)
  if (mails.length === 0 || route.smtpUrl === undefined) return { sent: 0, failed: 0 }
  const transport = openTransport(route.smtpUrl)
  const colours = letterColours(findSetting('brand'))
  const count = { sent: 0, failed: 0 }
  try {
    for (const mail of mails) {
      const outcome = await deliver(mail, { transport, from: route.from, now, colours })
      if (outcome !== 'taken_by_another') count[outcome] += 1
    }
  } finally {
    transport.close()
  }
  return count
}

function openTransport(url: string): Transport {
  const timeouts = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 }
  return createTransport({
    url,
    pool: true,
    maxConnections: 1,
    ...timeouts,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

type Delivery = Readonly<{ transport: Transport; from: string; now: Millis; colours: LetterColours }>

async function deliver(mail: DueMail, delivery: Delivery): Promise<'sent' | 'failed' | 'taken_by_another'> {
  const { transport, from, now, colours } = delivery
  try {
    await commit([leaseMail(mail, now + leaseMs)])
  } catch (error) {
    if (isConflict(error, 'already_claimed')) return 'taken_by_another'
    throw error
  }
  const leased = { id: mail.id, attempts: mail.attempts + 1 }
  try {
    await transport.sendMail({
      from,
      to: mail.recipient,
      subject: mail.subject,
      text: mail.text,
      html: letterHtml(mail, {
        colours,
        locale: mail.locale,
        site: translate(localeOr(mail.locale), 'common')('siteName'),
      }),
      messageId: `<${mail.id}@${from.replace(/^.*@|>$/g, '')}>`,
      headers: {
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
        ...(mail.unsubscribeUrl === null ? {} : { 'List-Unsubscribe': `<${mail.unsubscribeUrl}>` }),
      },
    })
  } catch (error) {
    const next = isRefusedForGood(error) ? undefined : nextAttemptAt(leased.attempts, now)
    await commit([markMailFailed(leased, { error: String((error as Error).message), next })])
    return 'failed'
  }
  await commit([markMailSent(mail.id, now)])
  return 'sent'
}

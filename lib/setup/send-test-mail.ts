import { commit } from '../../db/commit.ts'
import { translate } from '../i18n/translator.ts'
import { newId } from '../ids/ids.ts'
import { queueMail } from '../mail/mail-store.ts'
import type { Member } from '../members/member.ts'
import type { Millis } from '../time/time.ts'
import { finishStep } from './finish-step.ts'

/** Queues a message to a member, to see that mail works. */
export async function sendTestMail({ email, locale }: Member, now: Millis): Promise<void> {
  const t = translate(locale, 'setup')
  const site = translate(locale, 'common')('siteName')
  const letter = { subject: t('mailSubject', { site }), text: `${t('mailBody', { site })}\n` }
  await commit([queueMail({ dedupeKey: `setup:${newId()}`, to: email, locale, letter }, now)])
  await finishStep('mail', now)
}

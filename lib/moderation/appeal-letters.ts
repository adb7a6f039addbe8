import type { Step } from '../../db/commit.ts'
import { config } from '../config/env.ts'
import type { Locale } from '../i18n/locales.ts'
import { pathTo } from '../i18n/paths.ts'
import { translate } from '../i18n/translator.ts'
import { queueMail } from '../mail/mail-store.ts'
import { mailText } from '../mail/mail-text.ts'
import { formatDate } from '../time/format-time.ts'
import type { Millis } from '../time/time.ts'

/** Whoever appealed, and the page by which they follow it; nobody to write to without an address. */
export type Appellant = Readonly<{
  email: string | null
  locale: Locale
  adRef: string
  page: readonly ['decision' | 'report', string]
}>

export function confirmAppeal(
  appellant: Appellant,
  appeal: Readonly<{ id: string; dueAt: Millis; now: Millis }>,
): readonly Step[] {
  const { email, locale, adRef } = appellant
  if (email === null) return []
  const values = { ref: adRef, date: formatDate(appeal.dueAt, locale), url: urlOf(appellant) }
  const letter = mailText('appealReceived', locale, values)
  return [queueMail({ dedupeKey: `appeal:${appeal.id}:received`, to: email, locale, letter }, appeal.now)]
}

export function answerAppellant(
  appellant: Appellant,
  answer: Readonly<{ id: string; outcome: 'granted' | 'denied'; text: string; now: Millis }>,
): readonly Step[] {
  const { email, locale, adRef } = appellant
  if (email === null) return []
  const t = translate(locale, 'moderation')
  const letter = mailText('appealAnswered', locale, {
    ref: adRef,
    outcome: t(answer.outcome === 'granted' ? 'letter.appealGranted' : 'letter.appealDenied'),
    answer: answer.text,
    url: urlOf(appellant),
  })
  return [queueMail({ dedupeKey: `appeal:${answer.id}:answered`, to: email, locale, letter }, answer.now)]
}

function urlOf({ locale, page }: Appellant): string {
  return config().origin + pathTo(locale, ...page)
}

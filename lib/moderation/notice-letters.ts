import type { Step } from '../../db/commit.ts'
import { config } from '../config/env.ts'
import { pathTo } from '../i18n/paths.ts'
import { translate } from '../i18n/translator.ts'
import { queueMail } from '../mail/mail-store.ts'
import { mailText } from '../mail/mail-text.ts'
import { formatDate } from '../time/format-time.ts'
import type { Millis } from '../time/time.ts'
import { takeBack } from './decision-letters.ts'
import { appealMs, undoMs } from './moderation.ts'
import type { NoticeRow } from './notices-queries.ts'

type Reporter = Pick<NoticeRow, 'id' | 'ref' | 'adRef' | 'locale' | 'reporterEmail'>

/** The confirmation that a notice arrived (Regulation (EU) 2022/2065, article 16, 4); none without an address. */
export function confirmNotice(notice: Reporter & Readonly<{ dueAt: Millis }>, now: Millis): readonly Step[] {
  const { reporterEmail, locale } = notice
  if (reporterEmail === null) return []
  const letter = mailText('noticeReceived', locale, {
    ref: notice.adRef,
    date: formatDate(notice.dueAt, locale),
    url: urlOf(notice),
  })
  return [queueMail({ dedupeKey: `notice:${notice.id}:received`, to: reporterEmail, locale, letter }, now)]
}

/** The answer to a notice; it waits a minute, like the letter to the advertiser. */
export function tellReporter(
  notice: Reporter,
  answer: Readonly<{ state: 'upheld' | 'rejected'; decisionId: string; now: Millis }>,
): readonly Step[] {
  const { reporterEmail, locale } = notice
  if (reporterEmail === null) return []
  const letter = mailText('noticeAnswered', locale, {
    ref: notice.adRef,
    answer: translate(locale, 'notices')(`answer.${answer.state}`),
    date: formatDate(answer.now + appealMs, locale),
    url: urlOf(notice),
  })
  const dedupeKey = keyOf(notice.id, answer.decisionId)
  return [queueMail({ dedupeKey, to: reporterEmail, locale, letter }, answer.now + undoMs)]
}

/** The decision is undone: the answer is taken back, or corrected where it has left. */
export function takeBackAnswer(
  notice: Reporter,
  undone: Readonly<{ decisionId: string; now: Millis }>,
): readonly Step[] {
  const { reporterEmail: email, locale, adRef, ref } = notice
  if (email === null) return []
  return takeBack(keyOf(notice.id, undone.decisionId), undone.now, {
    ...{ email, locale },
    key: 'noticeReopened',
    values: { ref: adRef },
    path: ['report', ref],
  })
}

function urlOf({ locale, ref }: Reporter): string {
  return config().origin + pathTo(locale, 'report', ref)
}

function keyOf(noticeId: string, decisionId: string): string {
  return `notice:${noticeId}:${decisionId}`
}

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CheckoutPage } from '../../../../../components/checkout/checkout-page.tsx'
import { titleWithError } from '../../../../../components/checkout/form-words.ts'
import { AppealSection } from '../../../../../components/notices/appeal-section.tsx'
import { problemsOf } from '../../../../../components/notices/form-problems.ts'
import { Notice } from '../../../../../components/ui/notice.tsx'
import { type PrivatePageProps, pageVisitor } from '../../../../../lib/http/page-visitor.ts'
import type { Locale } from '../../../../../lib/i18n/locales.ts'
import { adPath, pathTo } from '../../../../../lib/i18n/paths.ts'
import { translate } from '../../../../../lib/i18n/translator.ts'
import { appealMs } from '../../../../../lib/moderation/moderation.ts'
import { findAppealOfNotice, findNotice, type NoticeRow } from '../../../../../lib/moderation/notices-queries.ts'
import { slugOf } from '../../../../../lib/text/text.ts'
import { formatDate } from '../../../../../lib/time/format-time.ts'

export const dynamic = 'force-dynamic'

type Props = PrivatePageProps<Readonly<{ case: string }>>

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, flash } = await pageVisitor(props)
  const title = translate(locale, 'notices')('follow.title')
  return {
    title: titleWithError(title, flash, locale),
    robots: { index: false, follow: false },
    referrer: 'no-referrer',
  }
}

/** Where the author of a report, who alone knows the address, follows it. */
export default async function NoticePage(props: Props) {
  const { locale, flash, now, query } = await pageVisitor(props)
  const notice = findNotice((await props.params).case)
  if (!notice) notFound()
  const t = translate(locale, 'notices')
  const isContestable = notice.state === 'rejected'
  return (
    <CheckoutPage title={t('follow.title')}>
      {query('new') === undefined ? null : (
        <Notice tone="ok" role="status">
          <p>{t('follow.thanks')}</p>
          {notice.reporterEmail ? <p>{t('follow.mailed')}</p> : null}
        </Notice>
      )}
      <NoticeFacts notice={notice} locale={locale} />
      <p className="meta">{t('follow.how')}</p>
      <AppealSection
        of="report"
        id={notice.ref}
        from={pathTo(locale, 'report', notice.ref)}
        appeal={findAppealOfNotice(notice.id)}
        until={isContestable ? (notice.answeredAt ?? 0) + appealMs : undefined}
        now={now}
        typed={flash?.values['text'] ?? ''}
        problems={problemsOf(flash, locale)}
        locale={locale}
      />
    </CheckoutPage>
  )
}

function NoticeFacts({ notice, locale }: Readonly<{ notice: NoticeRow; locale: Locale }>) {
  const t = translate(locale, 'notices')
  const isShown = notice.adStatus === 'published' || notice.adStatus === 'sold' || notice.adStatus === 'expired'
  const href = adPath(locale, { ref: notice.adRef, slug: slugOf(notice.adTitle) })
  const answer = notice.state === 'received' ? undefined : (notice.answer ?? t(`answer.${notice.state}`))
  const dateOf = (at: number) => formatDate(at, locale)
  return (
    <dl className="lines">
      <div>
        <dt>{t('follow.ad')}</dt>
        <dd>
          <span className="code">{notice.adRef}</span> {isShown ? <a href={href}>{notice.adTitle}</a> : notice.adTitle}
        </dd>
      </div>
      <div>
        <dt>{t('follow.sent')}</dt>
        <dd>{dateOf(notice.createdAt)}</dd>
      </div>
      <div>
        <dt>{t('follow.reason')}</dt>
        <dd>{t(`reason.${notice.reasonKey}`)}</dd>
      </div>
      <div>
        <dt>{t('follow.explanation')}</dt>
        <dd lang={notice.locale}>{notice.explanation}</dd>
      </div>
      <div>
        <dt>{t('follow.state')}</dt>
        <dd>
          <strong>{t(`follow.${notice.state}`)}</strong>
        </dd>
      </div>
      <div>
        <dt>{notice.answeredAt === null ? t('follow.due') : t('follow.answered')}</dt>
        <dd>{dateOf(notice.answeredAt ?? notice.dueAt)}</dd>
      </div>
      {answer ? (
        <div>
          <dt>{t('follow.answer')}</dt>
          <dd>{answer}</dd>
        </div>
      ) : null}
    </dl>
  )
}

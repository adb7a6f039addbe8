import { notFound } from 'next/navigation'
import { FactList } from '../../../../components/admin/fact-list.tsx'
import { Time, timeText } from '../../../../components/admin/figures.tsx'
import { Panel } from '../../../../components/admin/panel.tsx'
import { Breadcrumbs } from '../../../../components/ui/breadcrumbs.tsx'
import { requireStaff } from '../../../../lib/http/require-staff.ts'
import { translate } from '../../../../lib/i18n/translator.ts'
import { findOpenCaseOf } from '../../../../lib/moderation/moderation-queries.ts'
import { findAppealOfNotice, findNoticeById } from '../../../../lib/moderation/notices-queries.ts'

export const dynamic = 'force-dynamic'

/** One report, with who wrote it where they said so, and the way to the ad. */
export default async function NoticeFilePage({ params }: Readonly<{ params: Promise<{ id: string }> }>) {
  const { id } = await params
  const path = `/admin/notices/${encodeURIComponent(id)}`
  const member = await requireStaff({ ability: 'moderate', path })
  const notice = findNoticeById(id)
  if (!notice) notFound()
  const { locale } = member
  const t = translate(locale, 'panel')
  const words = translate(locale, 'notices')
  const waiting = findOpenCaseOf(notice.adId)
  const appeal = findAppealOfNotice(notice.id)
  const title = t('notices.one', { date: timeText(notice.createdAt, locale) })
  return (
    <Panel member={member} section="notices" path={path} title={title}>
      <Breadcrumbs
        label={translate(locale, 'admin')('nav.trail')}
        crumbs={[{ label: t('notices.title'), href: '/admin/notices' }, { label: notice.adRef }]}
      />
      <div className="panel-head">
        <h1>{title}</h1>
      </div>
      <FactList
        facts={[
          [
            t('csv.ref'),
            <a key="ad" href={`/admin/ads/${notice.adRef}`}>
              {notice.adRef} {notice.adTitle}
            </a>,
          ],
          [t('notices.reason'), words(`reason.${notice.reasonKey}`)],
          [
            words('follow.explanation'),
            <span key="text" lang={notice.locale}>
              {notice.explanation}
            </span>,
          ],
          [t('notices.author'), notice.reporterName ?? t('notices.anonymous')],
          [t('csv.email'), notice.reporterEmail ?? t('notices.noAddress')],
          [t('notices.state'), words(`follow.${notice.state}`)],
          [t('notices.due'), <Time key="due" at={notice.dueAt} locale={locale} />],
          [t('csv.answered'), notice.answeredAt !== null && <Time key="at" at={notice.answeredAt} locale={locale} />],
          [
            t('csv.appeal'),
            appeal && (
              <a key="appeal" href="/admin/appeals">
                {translate(locale, 'panelModeration')(`appeals.state.${appeal.state}`)}
              </a>
            ),
          ],
        ]}
      />
      {waiting ? (
        <p className="my-4">
          <a className="button button-small" href={`/admin/moderation?case=${waiting}`}>
            {t('notices.decide')}
          </a>
        </p>
      ) : null}
    </Panel>
  )
}

import { notFound } from 'next/navigation'
import { AdStatusMark } from '../../../../components/admin/ads-table.tsx'
import { AuditList } from '../../../../components/admin/audit-list.tsx'
import { FactList } from '../../../../components/admin/fact-list.tsx'
import { moneyText, Time } from '../../../../components/admin/figures.tsx'
import { CaseSide } from '../../../../components/admin/moderation/case-side.tsx'
import { CaseWords } from '../../../../components/admin/moderation/case-words.tsx'
import { problemWords } from '../../../../components/admin/moderation/problem-words.ts'
import { Panel } from '../../../../components/admin/panel.tsx'
import { ProblemList } from '../../../../components/admin/problem-list.tsx'
import { Breadcrumbs } from '../../../../components/ui/breadcrumbs.tsx'
import { listAuditOf } from '../../../../lib/audit/audit-queries.ts'
import { requireStaff, type StaffViewer } from '../../../../lib/http/require-staff.ts'
import { staffForm } from '../../../../lib/http/staff-form.ts'
import { adPath } from '../../../../lib/i18n/paths.ts'
import { translate } from '../../../../lib/i18n/translator.ts'
import { isAboutAd } from '../../../../lib/moderation/moderation.ts'
import { findOpenCaseOf } from '../../../../lib/moderation/moderation-queries.ts'
import { findReportedAd } from '../../../../lib/moderation/notices-queries.ts'
import { problemOf } from '../../../../lib/moderation/undo-decision.ts'
import { type CaseView, findCaseView } from '../../../../lib/reports/case-view.ts'
import { slugOf } from '../../../../lib/text/text.ts'
import { currentTime } from '../../../../lib/time/time.ts'

export const dynamic = 'force-dynamic'

type Props = Readonly<{
  params: Promise<{ ref: string }>
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}>

/** The file of one ad: what it says, what surrounds it, what was done to it. */
export default async function AdFilePage({ params, searchParams }: Props) {
  const ref = (await params).ref.toUpperCase()
  const path = `/admin/ads/${encodeURIComponent(ref)}`
  const member = await requireStaff({ ability: 'see_panel', path })
  const { flash } = await staffForm(searchParams)
  const { locale } = member
  const found = findReportedAd(ref)
  const view = found && findCaseView(found.id, { found: undefined, locale, now: currentTime() })
  if (!view) notFound()
  const t = translate(locale, 'panel')
  const admin = translate(locale, 'admin')
  return (
    <Panel member={member} section="ads" path={path} title={t('ads.one', { ref })}>
      <Breadcrumbs
        label={admin('nav.trail')}
        crumbs={[{ label: t('ads.title'), href: '/admin/ads' }, { label: ref }]}
      />
      <div className="panel-head">
        <h1>{view.title}</h1>
        <p className="code">{ref}</p>
      </div>
      <ProblemList problems={flash ? problemWords(flash, locale) : []} />
      <AdFacts view={view} member={member} />
      <AdActions view={view} member={member} path={path} />
      <div className="case-read">
        <CaseWords words={view.words} locale={locale} />
        <CaseSide view={view} locale={locale} />
      </div>
      <section className="panel-section" aria-labelledby="history">
        <header>
          <h2 id="history">{t('ads.history')}</h2>
        </header>
        <AuditList rows={listAuditOf(`ad:${ref}`)} locale={locale} none={admin('none')} />
      </section>
    </Panel>
  )
}

function AdFacts({ view, member }: Readonly<{ view: CaseView; member: StaffViewer }>) {
  const { locale } = member
  const { ad } = view
  const t = translate(locale, 'panel')
  const price = ad.priceMinor === null ? null : moneyText(ad.priceMinor, ad.currency, locale)
  const isShown = ad.status === 'published' || ad.status === 'sold' || ad.status === 'expired'
  return (
    <FactList
      facts={[
        [t('csv.status'), <AdStatusMark key="status" status={ad.status} locale={locale} />],
        [t('nav.categories'), ad.trail.map(({ label }) => label[locale]).join(' / ')],
        [t('csv.place'), `${ad.place.name} (${ad.place.postcode})`],
        [t('csv.price'), price],
        [t('csv.contactPrice'), moneyText(ad.revealPriceMinor, ad.currency, locale)],
        [t('csv.published'), <Time key="published" at={ad.publishedAt} locale={locale} />],
        [t('csv.expires'), <Time key="expires" at={ad.expiresAt} locale={locale} />],
        [
          t('ads.public'),
          isShown && (
            <a key="public" href={adPath(locale, { ref: ad.ref, slug: slugOf(view.title) })}>
              {view.title}
            </a>
          ),
        ],
        [
          t('ads.purchases'),
          member.abilities.includes('see_money') && (
            <a key="purchases" href={`/admin/purchases?ad=${ad.ref}`}>
              {view.advertiser ? t('nav.purchases') : ''}
            </a>
          ),
        ],
      ]}
    />
  )
}

function AdActions({ view, member, path }: Readonly<{ view: CaseView; member: StaffViewer; path: string }>) {
  const { locale } = member
  const t = translate(locale, 'panel')
  if (!member.abilities.includes('moderate')) return null
  const waiting = findOpenCaseOf(view.ad.id)
  const last = view.decisions.find(({ kind, isUndone }) => isAboutAd(kind) && !isUndone)
  const canUndo = last !== undefined && problemOf(last, view.ad.status) === undefined
  return (
    <div className="row-actions my-4">
      {waiting ? (
        <a className="button button-small" href={`/admin/moderation?case=${waiting}`}>
          {t('ads.open')}
        </a>
      ) : (
        <form method="post" action={`/api/v1/admin/ads/${view.ad.ref}/review`}>
          <input type="hidden" name="from" value={path} />
          <button type="submit" className="button button-small">
            {t('ads.review')}
          </button>
        </form>
      )}
      {canUndo ? (
        <form method="post" action={`/api/v1/admin/decisions/${last.id}/undo`}>
          <input type="hidden" name="from" value={path} />
          <input type="hidden" name="back" value={path} />
          <button type="submit" className="button button-quiet button-small">
            {t('ads.undoDecision')} ({translate(locale, 'moderation')(`decision.${last.kind}`)})
          </button>
        </form>
      ) : null}
    </div>
  )
}

import { CaseList } from '../../../components/admin/moderation/case-list.tsx'
import { CasePanel } from '../../../components/admin/moderation/case-panel.tsx'
import { UndoBar } from '../../../components/admin/moderation/undo-bar.tsx'
import { Panel } from '../../../components/admin/panel.tsx'
import { loadCategoryTree } from '../../../lib/categories/categories-queries.ts'
import { moderationPath } from '../../../lib/http/moderation-path.ts'
import { requireStaff, type StaffViewer } from '../../../lib/http/require-staff.ts'
import { staffForm } from '../../../lib/http/staff-form.ts'
import type { Locale } from '../../../lib/i18n/locales.ts'
import { translate } from '../../../lib/i18n/translator.ts'
import { groundKeys } from '../../../lib/moderation/grounds.ts'
import { type CaseReason, caseReasons, isAboutAd, possibleDecisions } from '../../../lib/moderation/moderation.ts'
import {
  type CaseLine,
  countCases,
  findCase,
  findDecision,
  findNextCase,
  listCases,
} from '../../../lib/moderation/moderation-queries.ts'
import { findReportedAdById } from '../../../lib/moderation/notices-queries.ts'
import { findCaseView } from '../../../lib/reports/case-view.ts'
import { currentTime } from '../../../lib/time/time.ts'

export const dynamic = 'force-dynamic'

type Query = (key: string) => string | undefined
type Props = Readonly<{ searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> }>

const shownAtOnce = 50

export default async function ModerationPage({ searchParams }: Props) {
  const member = await requireStaff({ ability: 'moderate', path: '/admin/moderation' })
  const { flash, query } = await staffForm(searchParams)
  const { locale } = member
  const t = translate(locale, 'panelModeration')
  const now = currentTime()
  const reason = caseReasons.find((known) => known === query('reason'))
  const { lines, count } = listCases({ reason, limit: shownAtOnce })
  const asked = query('case')
  const opened = asked === undefined ? undefined : findCase(asked)
  const current = (opened?.state === 'open' ? opened.id : undefined) ?? firstFree(lines, member.id, now)
  return (
    <Panel member={member} section="moderation" path={moderationPath({ case: asked, reason })} title={t('title')}>
      <div className="panel-head">
        <h1>{t('title')}</h1>
        <p className="meta" role="status">
          {t('count', { count })}
        </p>
      </div>
      <ReasonTabs reason={reason} locale={locale} now={now} />
      <Done query={query} reason={reason} locale={locale} />
      <div className="case-columns">
        <CaseList
          lines={lines.map((line) => ({
            ...line,
            category: categoryLabel(line.categoryId, locale),
            href: moderationPath({ case: line.id, reason }),
          }))}
          count={count}
          current={current}
          reason={reason}
          viewer={member.id}
          now={now}
          locale={locale}
        />
        {current === undefined ? null : (
          <OpenCase id={current} lines={lines} reason={reason} member={member} now={now} flash={flash} />
        )}
      </div>
    </Panel>
  )
}

function firstFree(lines: readonly CaseLine[], viewer: string, now: number): string | undefined {
  const free = lines.find(
    ({ claimedBy, claimedUntil }) => claimedBy === null || claimedBy === viewer || (claimedUntil ?? 0) <= now,
  )
  return (free ?? lines[0])?.id
}

function categoryLabel(id: number, locale: Locale): string {
  return loadCategoryTree().byId.get(id)?.label[locale] ?? ''
}

function ReasonTabs({
  reason,
  locale,
  now,
}: Readonly<{ reason: CaseReason | undefined; locale: Locale; now: number }>) {
  const t = translate(locale, 'panelModeration')
  const counts = countCases(now)
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  return (
    <nav className="tabs" aria-label={t('reasons')}>
      <a href={moderationPath({})} aria-current={reason === undefined ? 'true' : undefined}>
        {t('all')} <span className="num">{total}</span>
      </a>
      {counts.map(({ reason: one, count }) => (
        <a key={one} href={moderationPath({ reason: one })} aria-current={one === reason ? 'true' : undefined}>
          {t(`reason.${one}`)} <span className="num">{count}</span>
        </a>
      ))}
    </nav>
  )
}

function Done({ query, reason, locale }: Readonly<{ query: Query; reason: CaseReason | undefined; locale: Locale }>) {
  const t = translate(locale, 'panelModeration')
  const numberOf = (key: string) => Math.max(0, Number.parseInt(query(key) ?? '0', 10) || 0)
  const fields = { reason: reason ?? '', from: '/admin/moderation' }
  const many = query('many')
  const keptAd = query('kept_ad')
  if (keptAd !== undefined) {
    return (
      <UndoBar
        text={t('keep.done', { ref: keptAd.slice(0, 20) })}
        action={undefined}
        fields={{}}
        label=""
        locale={locale}
      />
    )
  }
  if (query('undone') !== undefined) {
    const kept = numberOf('kept')
    const text = `${t('undoneMany', { count: numberOf('undone') })} ${kept > 0 ? t('keptMany', { count: kept }) : ''}`
    return <UndoBar text={text} action={undefined} fields={{}} label="" locale={locale} />
  }
  if (query('n') !== undefined) {
    const passed = numberOf('passed')
    const text = `${t('doneMany', { count: numberOf('n') })} ${passed > 0 ? t('passedMany', { count: passed }) : ''}`
    const action = many === undefined ? undefined : '/api/v1/admin/decisions/undo-approvals'
    return (
      <UndoBar text={text} action={action} fields={{ ...fields, at: many ?? '' }} label={t('undo')} locale={locale} />
    )
  }
  const decision = findDecision(query('done') ?? '')
  const ref = decision && findReportedAdById(decision.adId)?.ref
  if (!decision || decision.kind === 'keep' || ref === undefined) return null
  const canUndo = isAboutAd(decision.kind) && !decision.isUndone
  return (
    <UndoBar
      text={t(`done.${decision.kind}`, { ref })}
      action={canUndo ? `/api/v1/admin/decisions/${decision.id}/undo` : undefined}
      fields={fields}
      label={t('undoOf', { ref })}
      locale={locale}
    />
  )
}

function OpenCase({
  id,
  lines,
  reason,
  member,
  now,
  flash,
}: Readonly<{
  id: string
  lines: readonly CaseLine[]
  reason: CaseReason | undefined
  member: StaffViewer
  now: number
  flash: Awaited<ReturnType<typeof staffForm>>['flash']
}>) {
  const { locale } = member
  const found = findCase(id)
  const view = found && findCaseView(found.adId, { found, locale, now })
  if (!found || !view) return null
  const at = lines.findIndex((line) => line.id === id)
  const next = lines[at + 1]?.id ?? findNextCase(found, { staffId: member.id, reason, now })
  const previous = at > 0 ? lines[at - 1]?.id : undefined
  const words = translate(view.writeIn ?? 'fr', 'moderation')
  const labels = translate(locale, 'moderation')
  return (
    <CasePanel
      found={found}
      view={view}
      possible={possibleDecisions(view.ad.status)}
      grounds={groundKeys.map((key) => ({
        key,
        label: labels(`ground.${key}.label`),
        text: words(`ground.${key}.text`),
      }))}
      hrefs={{
        next: next && moderationPath({ case: next, reason }),
        previous: previous && moderationPath({ case: previous, reason }),
        self: moderationPath({ case: id, reason }),
      }}
      reason={reason}
      viewer={member.id}
      flash={flash}
      now={now}
      locale={locale}
    />
  )
}

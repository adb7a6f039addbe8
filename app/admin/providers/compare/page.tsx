import { CompareForm } from '../../../../components/admin/compare-form.tsx'
import { SwitchForm } from '../../../../components/admin/compare-switch.tsx'
import { CompareTables } from '../../../../components/admin/compare-table.tsx'
import { Panel } from '../../../../components/admin/panel.tsx'
import { Notice } from '../../../../components/ui/notice.tsx'
import { requireStaff } from '../../../../lib/http/require-staff.ts'
import { staffForm } from '../../../../lib/http/staff-form.ts'
import { translate } from '../../../../lib/i18n/translator.ts'
import { canStaff } from '../../../../lib/members/member.ts'
import { findComparison, previewSwitch } from '../../../../lib/reports/compare-queries.ts'
import { type CompareRequest, comparedDays, readCompareRequest } from '../../../../lib/reports/compare-request.ts'
import { findSetting } from '../../../../lib/settings/settings-queries.ts'
import { currentTime } from '../../../../lib/time/time.ts'

export const dynamic = 'force-dynamic'

type Props = Readonly<{ searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> }>

const path = '/admin/providers/compare'

export default async function ComparePage({ searchParams }: Props) {
  const member = await requireStaff({ ability: 'see_money', path })
  const { flash, query } = await staffForm(searchParams)
  const { locale } = member
  const t = translate(locale, 'compare')
  const now = currentTime()
  const request = readCompareRequest(query, { now, proposedLabel: t('proposedLabel') })
  const page = findComparison(request.period, { now, proposal: request.proposal })
  const canChange = canStaff(member.staffRole, 'change_providers')
  const preview = canChange ? previewSwitch(query('first') ?? '', request.period) : undefined
  const done = page.accounts.find(({ id }) => id !== undefined && id === query('done'))
  return (
    <Panel member={member} section="compare" path={addressOf(request, {})} title={t('title')}>
      <div className="panel-head">
        <h1>{t('title')}</h1>
        <p className="meta">
          {t('intro')} <a href="/admin/providers">{translate(locale, 'providersPanel')('back')}</a>
        </p>
      </div>
      {done ? (
        <Notice tone="ok" role="status">
          <p>{t('done', { label: done.label })}</p>
        </Notice>
      ) : null}
      {flash ? (
        <Notice tone="bad" role="alert">
          <p>{t('failed')}</p>
        </Notice>
      ) : null}
      {request.problems.length > 0 ? (
        <Notice tone="bad" role="alert">
          <p>{t('unreadable', { fields: request.problems.map((name) => t(fieldKey(name))).join(', ') })}</p>
        </Notice>
      ) : null}
      <nav className="tabs" aria-label={t('period')}>
        {comparedDays.map((count) => (
          <a
            key={count}
            href={addressOf({ ...request, days: count }, {})}
            aria-current={request.days === count ? 'true' : undefined}
          >
            {t('lastDays', { count })}
          </a>
        ))}
      </nav>
      <CompareForm request={request} action={path} locale={locale} />
      {preview ? (
        <SwitchForm
          preview={preview}
          isByNet={findSetting('routing').order === 'best_net'}
          back={addressOf(request, {})}
          locale={locale}
        />
      ) : null}
      <CompareTables
        page={page}
        hrefOf={canChange ? (first) => `${addressOf(request, { first })}#switch` : undefined}
        locale={locale}
      />
      <section className="panel-section">
        <p className="meta">{t('howCounted')}</p>
      </section>
    </Panel>
  )
}

function fieldKey(name: string) {
  return `proposed.${(['commission', 'fixed', 'delay'] as const).find((known) => known === name) ?? 'countries'}` as const
}

/** The same question in an address, with something added. */
function addressOf(request: CompareRequest, added: Readonly<Record<string, string>>): string {
  const { days, from, to, typed, isTaxTheirs, proposal } = request
  const period = days === undefined ? { from, to } : { days: String(days) }
  const terms = proposal ? { ...typed, ...(isTaxTheirs ? { tax: 'theirs' } : {}) } : {}
  const search = new URLSearchParams({ ...period, ...terms, ...added })
  return `${path}?${search}`
}

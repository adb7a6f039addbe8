import { ClaimTabs } from '../../../../components/admin/claim-tabs.tsx'
import { LossTable } from '../../../../components/admin/loss-table.tsx'
import { Panel } from '../../../../components/admin/panel.tsx'
import { requireStaff } from '../../../../lib/http/require-staff.ts'
import { translate } from '../../../../lib/i18n/translator.ts'
import { findClaimLosses } from '../../../../lib/reports/claim-losses-queries.ts'
import { dayText, readDay, startOfDay } from '../../../../lib/reports/periods.ts'
import { currentTime, day } from '../../../../lib/time/time.ts'

export const dynamic = 'force-dynamic'

type Query = Readonly<Record<string, string | string[] | undefined>>
const shownDays = 90

/** What claims cost by ad, by advertiser and by way of paying. */
export default async function ClaimLossesPage({ searchParams }: Readonly<{ searchParams: Promise<Query> }>) {
  const typed = await searchParams
  const now = currentTime()
  const dayOf = (key: string) => readDay([typed[key]].flat()[0] ?? '')
  const from = dayOf('from') ?? dayText(now - shownDays * day)
  const to = dayOf('to') ?? dayText(now)
  const path = `/admin/claims/losses?from=${from}&to=${to}`
  const member = await requireStaff({ ability: 'see_money', path })
  const { locale } = member
  const t = translate(locale, 'claims')
  const rails = translate(locale, 'admin')
  const losses = findClaimLosses({ from: startOfDay(from), to: startOfDay(dayText(startOfDay(to) + 1.5 * day)) })
  return (
    <Panel member={member} section="claims" path={path} title={t('admin.lossesTitle')}>
      <div className="panel-head">
        <h1>{t('admin.lossesTitle')}</h1>
        <p className="meta">{t('admin.lossesIntro')}</p>
      </div>
      <ClaimTabs current="losses" due={member.due} locale={locale} />
      <form className="filters" method="get" action="/admin/claims/losses">
        <label>
          {t('admin.from')}
          <input type="date" name="from" defaultValue={from} />
        </label>
        <label>
          {t('admin.to')}
          <input type="date" name="to" defaultValue={to} />
        </label>
        <button type="submit" className="button button-small">
          {t('admin.filter')}
        </button>
      </form>
      <LossTable
        id="by-rail"
        title={t('admin.byRail')}
        lines={losses.byRail}
        nameOf={({ key }) => {
          const known = losses.byRail.find((line) => line.key === key)
          return known ? rails(`rail.${known.key}`) : key
        }}
        locale={locale}
      />
      <LossTable
        id="by-seller"
        title={t('admin.bySeller')}
        lines={losses.bySeller}
        nameOf={({ label, key }) => `${label} (${key})`}
        locale={locale}
      />
      <LossTable
        id="by-ad"
        title={t('admin.byAd')}
        lines={losses.byAd}
        nameOf={({ key, label }) => (
          <a href={`/admin/claims?pile=decided&q=${encodeURIComponent(key)}`}>
            <span className="code">{key}</span> {label}
          </a>
        )}
        locale={locale}
      />
    </Panel>
  )
}

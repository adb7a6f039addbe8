import { timeText } from '../../components/admin/figures.tsx'
import { MoneyTable } from '../../components/admin/money-table.tsx'
import { OpenMattersList } from '../../components/admin/open-matters.tsx'
import { Panel } from '../../components/admin/panel.tsx'
import { ProviderTable } from '../../components/admin/provider-rows.tsx'
import { QueueTiles } from '../../components/admin/queue-tiles.tsx'
import { RailTable } from '../../components/admin/rail-table.tsx'
import { TodayTrends } from '../../components/admin/today-trends.tsx'
import { WarningList } from '../../components/admin/warning-list.tsx'
import { config, isDemo } from '../../lib/config/env.ts'
import { requireStaff, type StaffViewer } from '../../lib/http/require-staff.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { countMails } from '../../lib/mail/mail-queries.ts'
import { countCases } from '../../lib/moderation/moderation-queries.ts'
import type { Rail } from '../../lib/money/rails.ts'
import { dayText, type PeriodDays, periodDays, periodOf } from '../../lib/reports/periods.ts'
import { findOpenMatters, listProviderActivity } from '../../lib/reports/state-queries.ts'
import { listRailReports, listTodayLines, type RailReport, type TodayLine } from '../../lib/reports/today-queries.ts'
import { listConversions, listDayFigures, sweeperLag } from '../../lib/reports/today-series-queries.ts'
import { warningsOf } from '../../lib/reports/warnings.ts'
import { findSetting } from '../../lib/settings/settings-queries.ts'
import { isSetupOpen } from '../../lib/setup/setup-state.ts'
import { currentTime } from '../../lib/time/time.ts'

export const dynamic = 'force-dynamic'

type Search = Readonly<Record<string, string | string[] | undefined>>
type Range = Readonly<{ days: PeriodDays; isCompared: boolean }>

export default async function TodayPage({ searchParams }: Readonly<{ searchParams: Promise<Search> }>) {
  const member = await requireStaff({ ability: 'see_panel', path: '/admin' })
  const { locale } = member
  const t = translate(locale, 'admin')
  const now = currentTime()
  const search = await searchParams
  const range: Range = {
    days: periodDays.find((count) => String(count) === search['days']) ?? 30,
    isCompared: search['compare'] !== '0',
  }
  const late = countCases(now).reduce((sum, one) => sum + one.late, 0)
  return (
    <Panel member={member} section="today" path={rangeHref(range)} title={t('nav.today')}>
      <div className="panel-head">
        <h1>{t('nav.today')}</h1>
        <p className="meta">{timeText(now, locale, 'full')}</p>
      </div>
      {!isDemo() && member.abilities.includes('change_settings') && isSetupOpen() ? (
        <p className="notice notice-warn">
          {translate(locale, 'setup')('reminder')}{' '}
          <a href="/admin/setup">{translate(locale, 'setup')('reminderLink')}</a>
        </p>
      ) : null}
      <QueueTiles member={member} lateCases={late} />
      {member.abilities.includes('see_money') ? <Money member={member} range={range} now={now} /> : null}
    </Panel>
  )
}

function Money({ member, range, now }: Readonly<{ member: StaffViewer; range: Range; now: number }>) {
  const { locale } = member
  const t = translate(locale, 'admin')
  const providers = listProviderActivity(now)
  const matters = findOpenMatters(now)
  const mails = countMails()
  const hasMailServer = config().smtpUrl !== undefined
  const period = periodOf(range.days, now)
  const lagMs = sweeperLag(now)
  return (
    <>
      <WarningList
        locale={locale}
        warnings={warningsOf({
          now,
          isDemo: isDemo(),
          hasMailServer,
          mailsGivenUp: mails.given_up,
          publisherName: findSetting('publisher').name,
          suspenseLines: matters.suspense.length,
          sweeperLagMs: lagMs,
          ...matters,
          providers,
        })}
      />
      <div className="panel-columns">
        <section className="panel-section" aria-labelledby="money">
          <header>
            <h2 id="money">{t('today.money')}</h2>
            <p className="meta">{t('today.moneyHint')}</p>
          </header>
          <MoneyTable locale={locale} lines={listTodayLines(now).map(linkedLine)} />
        </section>
        <section className="panel-section" aria-labelledby="open">
          <header>
            <h2 id="open">{t('today.open')}</h2>
          </header>
          <OpenMattersList
            locale={locale}
            matters={matters}
            mailsWaiting={hasMailServer || !isDemo() ? mails.waiting : 0}
          />
        </section>
      </div>
      <section className="panel-section" aria-labelledby="rails">
        <header>
          <h2 id="rails">{t('today.rails')}</h2>
          <RangeTabs range={range} locale={locale} />
        </header>
        <TodayTrends
          days={listDayFigures(range.days, { currency: 'EUR', now })}
          conversions={listConversions(period)}
          isCompared={range.isCompared}
          locale={locale}
        />
        <RailTable
          locale={locale}
          lines={listRailReports(period.current, providers).map((one) => linkedRail(one, dayText(period.current.from)))}
        />
      </section>
      <section className="panel-section" aria-labelledby="providers">
        <header>
          <h2 id="providers">{t('today.providers')}</h2>
        </header>
        <ProviderTable providers={providers.filter(isOutside)} locale={locale} canChange={false} />
      </section>
    </>
  )
}

/** The balance and vouchers are our own and cannot fail by themselves. */
function isOutside({ rail }: Readonly<{ rail: Rail }>): boolean {
  return rail !== 'wallet' && rail !== 'voucher'
}

function rangeHref({ days, isCompared }: Range): string {
  const search = new URLSearchParams()
  if (days !== 30) search.set('days', String(days))
  if (!isCompared) search.set('compare', '0')
  const written = search.toString()
  return written === '' ? '/admin' : `/admin?${written}`
}

function RangeTabs({ range, locale }: Readonly<{ range: Range; locale: Locale }>) {
  const t = translate(locale, 'panel')
  const { days, isCompared } = range
  return (
    <nav className="tabs" aria-label={t('today.range')}>
      {periodDays.map((count) => (
        <a
          key={count}
          href={`${rangeHref({ days: count, isCompared })}#rails`}
          aria-current={count === days ? 'true' : undefined}
        >
          {t(`today.days.d${count}`)}
        </a>
      ))}
      <a href={`${rangeHref({ days, isCompared: !isCompared })}#rails`}>
        {isCompared ? t('today.dontCompare') : t('today.compare')}
      </a>
    </nav>
  )
}

function linkedLine(line: TodayLine) {
  const filter = line.name === 'received' || line.name === 'commission' || line.name === 'payout' ? '' : '&kind=reveal'
  const cells = line.cells.map(({ fromDay, days: _, ...cell }) => ({
    ...cell,
    href: `/admin/purchases?state=settled${filter}&from=${fromDay}`,
  }))
  return { ...line, isPart: line.name === 'commission' || line.name === 'payout', cells }
}

function linkedRail(report: RailReport, fromDay: string) {
  const id = encodeURIComponent(report.accountId)
  return {
    ...report,
    hrefs: {
      purchases: `/admin/purchases?account=${id}&state=settled&from=${fromDay}`,
      commission: `/admin/books/${encodeURIComponent('commission:')}${id}`,
      payout: `/admin/books/${encodeURIComponent('provider:')}${id}`,
    },
  }
}

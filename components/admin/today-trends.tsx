import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { DayFigures, RailConversion } from '../../lib/reports/today-series-queries.ts'
import { ConversionTable } from './conversion-table.tsx'
import { type ChartDay, DayChart } from './day-chart.tsx'
import { moneyText } from './figures.tsx'

type Props = Readonly<{
  days: readonly DayFigures[]
  conversions: readonly RailConversion[]
  isCompared: boolean
  locale: Locale
}>

/** How contacts and money went day by day, and how many payments came to an end. */
export function TodayTrends({ days, conversions, isCompared, locale }: Props) {
  const t = translate(locale, 'panel')
  const plain = (value: number) => new Intl.NumberFormat(locale).format(value)
  const money = (value: number) => moneyText(value, 'EUR', locale)
  const unlocks = days.map((one) => chartDay(one.day, one.unlocks, isCompared ? one.unlocksBefore : 0))
  const received = days.map((one) => chartDay(one.day, one.receivedMinor, isCompared ? one.receivedBeforeMinor : 0))
  const sum = (list: readonly ChartDay[], key: 'value' | 'before') => list.reduce((total, one) => total + one[key], 0)
  const words = { now: t('today.now'), before: t('today.before'), day: t('today.day'), details: t('today.details') }
  const hrefOf = (day: string) => `/admin/purchases?state=settled&from=${day}&to=${day}`
  return (
    <div className="trends">
      {days.length > 1 ? (
        <>
          <DayChart
            days={unlocks}
            words={{
              ...words,
              title: t('today.unlocksTitle', { now: sum(unlocks, 'value'), before: sum(unlocks, 'before') }),
            }}
            shown={plain}
            hrefOf={hrefOf}
          />
          <DayChart
            days={received}
            words={{
              ...words,
              title: t('today.receivedTitle', {
                now: money(sum(received, 'value')),
                before: money(sum(received, 'before')),
              }),
            }}
            shown={money}
            hrefOf={hrefOf}
          />
        </>
      ) : null}
      <section aria-label={t('today.conversionTitle')}>
        <h3>{t('today.conversionTitle')}</h3>
        <ConversionTable rows={conversions} hasBefore={isCompared} locale={locale} />
      </section>
    </div>
  )
}

function chartDay(day: string, value: number, before: number): ChartDay {
  const [, month = '', date = ''] = day.split('-')
  return { day, label: `${date}/${month}`, value, before }
}

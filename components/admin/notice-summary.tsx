import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { NoticeSummary as Summary } from '../../lib/reports/notice-summary-queries.ts'
import { timeText } from './figures.tsx'

/** A year of reports in four figures. */
export function NoticeSummary({
  summary,
  since,
  locale,
}: Readonly<{ summary: Summary; since: number; locale: Locale }>) {
  const t = translate(locale, 'panel')
  const { received, upheld, rejected, medianMs } = summary
  const hours = medianMs === null ? undefined : Math.max(1, Math.round(medianMs / 3_600_000))
  const figures = [
    [t('notices.received'), String(received)],
    [t('notices.upheld'), String(upheld)],
    [t('notices.rejected'), String(rejected)],
    [t('notices.median'), hours === undefined ? translate(locale, 'admin')('noDash') : t('notices.hours', { hours })],
  ] as const
  return (
    <dl className="tiles" aria-label={t('notices.summary', { date: timeText(since, locale, 'full') })}>
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="figure">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

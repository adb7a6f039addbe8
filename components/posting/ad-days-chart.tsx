import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { AdDay } from '../../lib/posting/own-ads-queries.ts'
import { formatDate } from '../../lib/time/format-time.ts'

const width = 600
const height = 120
const step = width / 30

/** Views by day as bars, accesses as dots above them, and the same figures as a table. */
export function AdDaysChart({ days, locale }: Readonly<{ days: readonly AdDay[]; locale: Locale }>) {
  const t = translate(locale, 'ownAds')
  const most = Math.max(4, ...days.map(({ views }) => views))
  const sum = (of: 'views' | 'unlocks') => days.reduce((total, counted) => total + counted[of], 0)
  const tall = (views: number) => (views / most) * (height - 24)
  return (
    <section className="stack" aria-labelledby="stats">
      <h2 id="stats">{t('stats.title')}</h2>
      <p>{t('stats.summary', { views: sum('views'), unlocks: sum('unlocks') })}</p>
      {sum('views') + sum('unlocks') === 0 ? null : (
        <svg className="ad-chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('stats.chart')}>
          <line x1="0" y1={height - 1} x2={width} y2={height - 1} />
          {days.map(({ day, views, unlocks }, at) => (
            <g key={day}>
              <rect x={at * step + 3} y={height - 1 - tall(views)} width={step - 6} height={tall(views)} />
              {unlocks > 0 ? <circle cx={at * step + step / 2} cy={height - 10 - tall(views)} r="4.5" /> : null}
            </g>
          ))}
        </svg>
      )}
      <details>
        <summary>{t('stats.table')}</summary>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('stats.day')}</th>
              <th scope="col" className="num">
                {t('stats.views')}
              </th>
              <th scope="col" className="num">
                {t('stats.unlocks')}
              </th>
            </tr>
          </thead>
          <tbody>
            {[...days].reverse().map(({ day, views, unlocks }) => (
              <tr key={day}>
                <th scope="row">{formatDate(Date.parse(`${day}T12:00:00Z`), locale)}</th>
                <td className="num">{views}</td>
                <td className="num">{unlocks}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      <p className="meta">{t('stats.note')}</p>
    </section>
  )
}

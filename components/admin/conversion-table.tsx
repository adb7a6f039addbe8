import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { RailConversion } from '../../lib/reports/today-series-queries.ts'
import { ScrollBox } from '../ui/scroll-box.tsx'
import { percentText } from './figures.tsx'

type Props = Readonly<{ rows: readonly RailConversion[]; hasBefore: boolean; locale: Locale }>

/** Of the payments begun by each method, how many were paid. */
export function ConversionTable({ rows, hasBefore, locale }: Props) {
  const t = translate(locale, 'panel')
  const admin = translate(locale, 'admin')
  const share = (paid: number, begun: number) =>
    begun === 0 ? admin('noDash') : percentText(Math.round((paid / begun) * 1000) * 10, locale)
  if (rows.length === 0) return <p className="meta">{admin('today.railsNone')}</p>
  return (
    <ScrollBox>
      <table className="sheet">
        <thead>
          <tr>
            <th scope="col">{admin('today.method')}</th>
            <th scope="col" className="num">
              {t('today.begun')}
            </th>
            <th scope="col" className="num">
              {t('today.paid')}
            </th>
            <th scope="col" className="num">
              {t('today.conversion')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.rail}>
              <th scope="row">{admin(`rail.${row.rail}`)}</th>
              <td className="num">{row.begun}</td>
              <td className="num">{row.paid}</td>
              <td className="num">
                {share(row.paid, row.begun)}
                {hasBefore ? (
                  <span className="before">
                    {admin('today.before', { value: share(row.paidBefore, row.begunBefore) })}
                  </span>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

import type { ReactNode } from 'react'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { LossLine } from '../../lib/reports/claim-losses-queries.ts'
import { ScrollBox } from '../ui/scroll-box.tsx'
import { Amount, percentText } from './figures.tsx'

type Props = Readonly<{
  id: string
  title: string
  lines: readonly LossLine[]
  /** What one line is called. */
  nameOf: (line: LossLine) => ReactNode
  locale: Locale
}>

/** What claims cost, by one kind of thing. */
export function LossTable({ id, title, lines, nameOf, locale }: Props) {
  const t = translate(locale, 'claims')
  return (
    <section className="panel-section" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
      </header>
      {lines.length === 0 ? (
        <p className="meta">{t('admin.noLosses')}</p>
      ) : (
        <ScrollBox>
          <table className="sheet" aria-labelledby={id}>
            <thead>
              <tr>
                <th scope="col">{title}</th>
                <th scope="col" className="num">
                  {t('admin.sales')}
                </th>
                <th scope="col" className="num">
                  {t('admin.claims')}
                </th>
                <th scope="col" className="num">
                  {t('admin.refunds')}
                </th>
                <th scope="col" className="num">
                  {t('admin.share')}
                </th>
                <th scope="col" className="num">
                  {t('admin.amount')}
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={`${line.key} ${line.currency}`}>
                  <th scope="row">{nameOf(line)}</th>
                  <td className="num">{line.sold}</td>
                  <td className="num">{line.claims}</td>
                  <td className="num">{line.refunded}</td>
                  <td className="num">{percentText(Math.round((line.refunded / line.sold) * 100) * 100, locale)}</td>
                  <td className="num">
                    <Amount minor={line.lostMinor} currency={line.currency} locale={locale} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </section>
  )
}

import type { PriceCell, PriceRow } from '../../lib/catalogue/price-matrix.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { formatMoney } from '../../lib/money/format-money.ts'
import { formatDate } from '../../lib/time/format-time.ts'
import { Amount } from './figures.tsx'

type Props = Readonly<{ rows: readonly PriceRow[]; locale: Locale; canChange: boolean }>

/** Categories down, what is sold across; each price leads to the form that changes it. */
export function PriceMatrix({ rows, locale, canChange }: Props) {
  const t = translate(locale, 'pricing')
  const kinds = rows[0]?.cells.map(({ kind }) => kind) ?? []
  return (
    <div className="scroll-x">
      <table className="sheet">
        <thead>
          <tr>
            <th scope="col">{t('category')}</th>
            {kinds.map((kind) => (
              <th key={kind} scope="col" className="num">
                {t(`kind.${kind}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className={`depth-${Math.min(row.depth, 4)}`}>
                {row.label[locale]}
                {row.isFree ? <span className="before">{t('freeHere')}</span> : null}
              </th>
              {row.cells.map((cell) => (
                <td key={cell.kind} className="num">
                  <Cell cell={cell} row={row} locale={locale} canChange={canChange} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type CellProps = Readonly<{ cell: PriceCell; row: PriceRow; locale: Locale; canChange: boolean }>

function Cell({ cell, row, locale, canChange }: CellProps) {
  const t = translate(locale, 'pricing')
  const { price, isOwn, next, kind } = cell
  const text = !price ? (
    t('notSold')
  ) : price.minor === 0 ? (
    t('free')
  ) : (
    <Amount minor={price.minor} currency={price.currency} locale={locale} />
  )
  const shown = isOwn ? <b>{text}</b> : <span className="soft">{text}</span>
  const address = `/admin/pricing/change?kind=${kind}&category=${row.id}`
  const label = t('changeOf', { kind: t(`kind.${kind}`), category: row.label[locale] })
  return (
    <>
      {canChange ? (
        <a href={address} title={label}>
          <span className="hidden-text">{label} </span>
          {shown}
        </a>
      ) : (
        shown
      )}
      {next ? (
        <span className="before">
          {t('next', { price: formatMoney(next.price, locale), date: formatDate(next.from, locale) })}
        </span>
      ) : null}
    </>
  )
}

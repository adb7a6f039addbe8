import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { PurchaseLine } from '../../lib/reports/purchase-list-queries.ts'
import { Amount, Time } from './figures.tsx'
import { StateMark } from './state-mark.tsx'

const columns = [
  'when',
  'purchase',
  'stateLabel',
  'subject',
  'accountLabel',
  'receipt',
  'price',
  'paid',
  'back',
] as const
const figures = new Set<string>(['receipt', 'price', 'paid', 'back'])

export function PurchaseTable({ lines, locale }: Readonly<{ lines: readonly PurchaseLine[]; locale: Locale }>) {
  const t = translate(locale, 'admin')
  if (lines.length === 0) return <p className="my-4">{t('purchases.none')}</p>
  return (
    <div className="scroll-x">
      <table className="sheet">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={figures.has(column) ? 'num' : undefined}>
                {t(`purchases.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <PurchaseRow key={line.id} line={line} locale={locale} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function PurchaseRow({ line, locale }: Readonly<{ line: PurchaseLine; locale: Locale }>) {
  const t = translate(locale, 'admin')
  const { currency, refundedMinor, reversedMinor } = line
  const amount = (minor: number) =>
    minor === 0 ? t('noDash') : <Amount minor={minor} currency={currency} locale={locale} />
  return (
    <tr>
      <td className="when">
        <Time at={line.settledAt ?? line.createdAt} locale={locale} />
      </td>
      <th scope="row">
        <a className="code" href={`/admin/purchases/${encodeURIComponent(line.id)}`}>
          {line.id.slice(0, 10)}
        </a>
      </th>
      <td>
        <StateMark state={line.state} note={line.note} locale={locale} />
      </td>
      <td>
        {t(`kind.${line.kind}`)} {line.adRef ? <span className="code">{line.adRef}</span> : null}
      </td>
      <td>
        {line.rail ? t(`rail.${line.rail}`) : t('noDash')}
        {line.attempts > 1 ? <span className="before">{t('purchases.attempts', { count: line.attempts })}</span> : null}
      </td>
      <td className="num">{line.receiptNumber ?? t('noDash')}</td>
      <td className="num">
        <Amount minor={line.priceMinor} currency={currency} locale={locale} />
      </td>
      <td className="num">{amount(line.paidMinor)}</td>
      <td className="num">{amount(refundedMinor + reversedMinor)}</td>
    </tr>
  )
}

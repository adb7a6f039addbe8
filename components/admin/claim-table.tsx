import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { ClaimLine } from '../../lib/reports/claims-queries.ts'
import { Amount, Time } from './figures.tsx'

/** Claims of one pile, each with the page that decides it. */
export function ClaimTable({ lines, locale }: Readonly<{ lines: readonly ClaimLine[]; locale: Locale }>) {
  const t = translate(locale, 'claims')
  const common = translate(locale, 'admin')
  if (lines.length === 0) return <p className="my-4">{t('admin.none')}</p>
  return (
    <div className="scroll-x">
      <table className="sheet">
        <thead>
          <tr>
            <th scope="col">{t('admin.filed')}</th>
            <th scope="col">{t('admin.ad')}</th>
            <th scope="col">{t('admin.reason')}</th>
            <th scope="col">{t('admin.state')}</th>
            <th scope="col">{t('admin.rail')}</th>
            <th scope="col" className="num">
              {t('admin.price')}
            </th>
            <th scope="col">{t('admin.purchase')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td className="when">
                <Time at={line.createdAt} locale={locale} />
              </td>
              <th scope="row">
                <a href={`/admin/claims/${encodeURIComponent(line.id)}`}>
                  <span className="code">{line.adRef}</span> {line.adTitle}
                </a>
              </th>
              <td>{t(`reason.${line.reason}`)}</td>
              <td className="when">
                <ClaimMark line={line} locale={locale} />
              </td>
              <td>{line.rail ? common(`rail.${line.rail}`) : common('noDash')}</td>
              <td className="num">
                <Amount minor={line.priceMinor} currency={line.currency} locale={locale} />
              </td>
              <td className="when">
                <a className="code" href={`/admin/purchases/${encodeURIComponent(line.purchaseId)}`}>
                  {line.purchaseId.slice(0, 10)}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const shapes = { open: 'open', refunded: 'ok', rejected: 'over' } as const

/** The state of a claim in words, and what decided it. */
export function ClaimMark({ line, locale }: Readonly<{ line: ClaimLine; locale: Locale }>) {
  const t = translate(locale, 'claims')
  return (
    <span className={`mark mark-${shapes[line.state]}`}>
      {t(`status.${line.state}`)}
      {line.state === 'open' ? null : <span className="mark-note">{deciderWords(line, locale)}</span>}
    </span>
  )
}

function deciderWords(line: ClaimLine, locale: Locale): string {
  const t = translate(locale, 'claims')
  if (line.rule) return t(`admin.rules.${line.rule}`)
  if (line.decidedBy === 'seller') return t('admin.rules.seller')
  if (line.decidedBy === 'system' || line.decidedBy === null) return t('admin.rules.system')
  return t('admin.rules.staff', { name: line.decidedByName ?? line.decidedBy })
}

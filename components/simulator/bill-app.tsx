import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { formatMoney } from '../../lib/money/format-money.ts'
import { eur, money } from '../../lib/money/money.ts'
import type { BillLine } from '../../lib/simulator/handset-store.ts'

/** What a real bill of the operator would show. */
export function BillApp({
  locale,
  lines,
  creditMinor,
}: Readonly<{ locale: Locale; lines: readonly BillLine[]; creditMinor: number }>) {
  const t = translate(locale, 'simulator')
  const total = lines.reduce((sum, line) => sum + line.amountMinor - line.reversedMinor, 0)
  return (
    <>
      {lines.length === 0 ? (
        <p className="meta">{t('billEmpty')}</p>
      ) : (
        <table className="table">
          <caption className="hidden-text">{t('billTitle')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('billWhat')}</th>
              <th scope="col" className="num">
                {t('billAmount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Line key={line.id} locale={locale} line={line} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('billTotal')}</th>
              <td className="num">{formatMoney(eur(total), locale)}</td>
            </tr>
          </tfoot>
        </table>
      )}
      <p className="meta">
        {t('billCredit', { price: formatMoney(eur(creditMinor), locale) })} {t('billCap')}
      </p>
    </>
  )
}

function Line({ locale, line }: Readonly<{ locale: Locale; line: BillLine }>) {
  const t = translate(locale, 'simulator')
  const price = (minor: number) => formatMoney(money(minor, line.currency), locale)
  return (
    <tr>
      <td>
        {line.label}
        <br />
        <small className="meta num">{timeOf(line.at, locale)}</small>
        {line.reversedMinor > 0 ? (
          <p className="meta">{t('billReversed', { price: price(line.reversedMinor) })}</p>
        ) : null}
        {line.chargeId !== null && line.reversedMinor === 0 ? (
          <form method="post" action={`/simulator/api/charges/${line.chargeId}`}>
            <input type="hidden" name="from" value="/simulator?app=bill" />
            <button type="submit" name="action" value="reverse" className="button-bare">
              {t('takeBack')}
            </button>
          </form>
        ) : null}
      </td>
      <td className="num">{price(line.amountMinor)}</td>
    </tr>
  )
}

function timeOf(at: number, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'fr-FR', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: 'Europe/Paris',
  }).format(at)
}

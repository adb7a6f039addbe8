import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { Reseller } from '../../lib/vouchers/resellers.ts'
import type { ResellerAccount } from '../../lib/vouchers/resellers-queries.ts'
import { Amount, percentText } from './figures.tsx'

type Props = Readonly<{
  resellers: readonly Reseller[]
  accounts: ReadonlyMap<string, readonly ResellerAccount[]>
  locale: Locale
  canChange: boolean
}>

/** Who sells vouchers over a counter, with what was entrusted to them and what they owe. */
export function ResellerTable({ resellers, accounts, locale, canChange }: Props) {
  const t = translate(locale, 'vouchersPanel')
  if (resellers.length === 0) return <p className="meta">{t('resellersNone')}</p>
  return (
    <div className="scroll-x">
      <table className="sheet">
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('state')}</th>
            <th scope="col" className="num">
              {t('commissionShort')}
            </th>
            <th scope="col" className="num">
              {t('entrusted')}
            </th>
            <th scope="col" className="num">
              {t('owed')}
            </th>
            {canChange ? <th scope="col">{t('changeReseller')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {resellers.map((reseller) => (
            <tr key={reseller.id}>
              <th scope="row">
                {reseller.name}
                {reseller.email ? <span className="before">{reseller.email}</span> : null}
              </th>
              <td>
                <span className={reseller.isActive ? 'mark mark-ok' : 'mark mark-over'}>
                  {t(reseller.isActive ? 'active' : 'inactive')}
                </span>
              </td>
              <td className="num">{percentText(reseller.commissionBp, locale)}</td>
              <Sums accounts={accounts.get(reseller.id) ?? []} pick="valueMinor" locale={locale} />
              <Sums accounts={accounts.get(reseller.id) ?? []} pick="owedMinor" locale={locale} />
              {canChange ? (
                <td>
                  <a href={`/admin/vouchers/resellers?id=${reseller.id}#reseller`}>{t('changeReseller')}</a>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="meta">{t('owedHint')}</p>
    </div>
  )
}

function Sums({
  accounts,
  pick,
  locale,
}: Readonly<{ accounts: readonly ResellerAccount[]; pick: 'valueMinor' | 'owedMinor'; locale: Locale }>) {
  return (
    <td className="num">
      {accounts.map((account) => (
        <div key={account.currency}>
          <Amount minor={account[pick]} currency={account.currency} locale={locale} />
        </div>
      ))}
    </td>
  )
}

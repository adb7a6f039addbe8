import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { decimalAmount, money } from '../../lib/money/money.ts'
import type { AccountPage } from '../../lib/reports/provider-page-queries.ts'
import { formatDate } from '../../lib/time/format-time.ts'
import { ScrollBox } from '../ui/scroll-box.tsx'
import { Amount, percentText } from './figures.tsx'
import { FormProblems, type FormState, PanelForm } from './form-kit.tsx'
import { TermsFields } from './terms-fields.tsx'

type Props = Readonly<{ page: AccountPage; state: FormState; canChange: boolean; now: number; locale: Locale }>

/** What an account keeps and kept, from when, and the form that notes a change. */
export function AccountTerms({ page, state, canChange, now, locale }: Props) {
  const t = translate(locale, 'providersPanel')
  const { account, current } = page
  const begun = page.terms.find(({ validFrom }) => validFrom <= now)
  const labels = { commission: t('commission'), fixed: t('fixed'), delay: t('delay'), begins: t('begins') }
  return (
    <section className="panel-section" aria-labelledby="terms">
      <header>
        <h2 id="terms">{t('terms')}</h2>
        <p className="meta">{t('termsText')}</p>
      </header>
      <ScrollBox>
        <table className="sheet">
          <thead>
            <tr>
              <th scope="col">{t('begins')}</th>
              <th scope="col" className="num">
                {t('commission')}
              </th>
              <th scope="col" className="num">
                {t('fixed')}
              </th>
              <th scope="col" className="num">
                {t('delay')}
              </th>
            </tr>
          </thead>
          <tbody>
            {page.terms.map((terms) => (
              <tr key={terms.id}>
                <th scope="row">
                  {t(terms.validFrom <= now ? 'since' : 'from', { date: formatDate(terms.validFrom, locale) })}
                  {terms.id === begun?.id ? <span className="before">{t('nowHolds')}</span> : null}
                </th>
                <td className="num">{percentText(terms.commissionBp, locale)}</td>
                <td className="num">
                  <Amount minor={terms.fixedMinor} currency={account.currency} locale={locale} />
                </td>
                <td className="num">{terms.payoutDelayDays}</td>
              </tr>
            ))}
            {begun ? null : (
              <tr>
                <th scope="row">{t('termsNone')}</th>
                <td className="num">{percentText(current.terms.commissionBp, locale)}</td>
                <td className="num">
                  <Amount minor={current.terms.fixedMinor} currency={account.currency} locale={locale} />
                </td>
                <td className="num">{current.payoutDelayDays}</td>
              </tr>
            )}
          </tbody>
        </table>
      </ScrollBox>
      {canChange ? (
        <PanelForm
          action={`/api/v1/admin/providers/${account.id}/terms`}
          from={`/admin/providers/${account.id}`}
          form="terms"
        >
          <FormProblems state={state} labels={labels} />
          <TermsFields
            state={state}
            withDate
            locale={locale}
            values={{
              commission: String(current.terms.commissionBp / 100),
              fixed: decimalAmount(money(current.terms.fixedMinor, account.currency)),
              delay: String(current.payoutDelayDays),
            }}
          />
          <p className="form-actions">
            <button type="submit" className="button button-small">
              {t('addTerms')}
            </button>
          </p>
        </PanelForm>
      ) : null}
    </section>
  )
}

import type { ReactNode } from 'react'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { formatMoney } from '../../lib/money/format-money.ts'
import { money } from '../../lib/money/money.ts'
import type { CompanyCharge } from '../../lib/simulator/company-store.ts'
import { Notice } from '../ui/notice.tsx'

type Props = Readonly<{
  locale: Locale
  title: string
  charge: CompanyCharge
  merchant: string
  line?: string | undefined
  problem: string | undefined
  children: ReactNode
}>

/** A page of the payment company: who is paid, for what, how much; then what the payer has to do. */
export function CompanyFrame({ locale, title, charge, merchant, line, problem, children }: Props) {
  const t = translate(locale, 'simulator')
  return (
    <main className="page page-narrow company">
      <p className="meta">{t('intro')}</p>
      <section className="panel" aria-labelledby="company-title">
        <h1 id="company-title">{title}</h1>
        <dl className="facts company-facts">
          <div>
            <dt>{t('consentService')}</dt>
            <dd>{merchant}</dd>
          </div>
          {charge.description === '' ? null : (
            <div>
              <dt>{t('consentWhat')}</dt>
              <dd>{charge.description}</dd>
            </div>
          )}
          {line === undefined ? null : (
            <div>
              <dt>{t('consentLine')}</dt>
              <dd className="num">{line}</dd>
            </div>
          )}
          <div>
            <dt>{t('consentAmount')}</dt>
            <dd className="num company-amount">{priceOf(charge, locale)}</dd>
          </div>
        </dl>
        {problem === undefined ? null : (
          <Notice tone="bad" role="alert">
            <p>{problem}</p>
          </Notice>
        )}
        {children}
      </section>
    </main>
  )
}

export function priceOf(charge: CompanyCharge, locale: Locale): string {
  return formatMoney(money(charge.amountMinor, charge.currency), locale)
}

import { notFound } from 'next/navigation'
import { BankForm, CardForm, ChargeOver, ConsentForm } from '../../../../components/simulator/company-forms.tsx'
import { CompanyFrame } from '../../../../components/simulator/company-frame.tsx'
import { LightningRequest } from '../../../../components/simulator/lightning-request.tsx'
import { OutcomeForm } from '../../../../components/simulator/outcome-form.tsx'
import { localeOr } from '../../../../lib/i18n/locales.ts'
import { translate } from '../../../../lib/i18n/translator.ts'
import { outcomesOf } from '../../../../lib/simulator/chosen-outcome.ts'
import { lightningOf } from '../../../../lib/simulator/companies/btcpay/btcpay-objects.ts'
import { type CompanyCharge, findCharge } from '../../../../lib/simulator/company-store.ts'
import { displayNumber } from '../../../../lib/simulator/handset.ts'
import { companyOf } from '../../../../lib/simulator/merchants.ts'
import { type Query, queryText, readBrowser } from '../../read-browser.ts'

type Props = Readonly<{ params: Promise<{ id: string }>; searchParams: Promise<Query> }>

const problems = {
  wrong_pin: 'wrongPin',
  wrong_code: 'wrongCode',
  too_little: 'tooLittle',
  wallet_empty: 'walletEmpty',
} as const

/** Where the payer lands at the payment company: the operator's consent page, a prepaid card's, a bank card's. */
export default async function CompanyPage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const { msisdn } = await readBrowser(`/simulator/company/${id}`, query)
  const charge = findCharge(id)
  if (!charge || charge.product === 'premium_call') notFound()
  const locale = localeOr(charge.locale)
  const t = translate(locale, 'simulator')
  const number = charge.product === 'carrier_billing' ? displayNumber(charge.msisdn ?? msisdn) : undefined
  const problem = Object.entries(problems).find(([code]) => code === queryText(query, 'e'))?.[1]
  const outcomes = outcomesOf(charge)
  const isAtBank = charge.status === 'reserved' && charge.product === 'card'
  const isDone = charge.status !== 'open' && !isAtBank
  return (
    <div lang={locale}>
      <CompanyFrame
        locale={locale}
        title={isAtBank ? t('bankTitle') : titleOf(charge, t('operatorName'))}
        charge={charge}
        merchant={translate(locale, 'common')('siteName')}
        line={number}
        problem={problem && !isDone ? t(problem) : undefined}
      >
        {isDone ? (
          <ChargeOver locale={locale} charge={charge} />
        ) : isAtBank ? (
          <BankForm locale={locale} charge={charge} />
        ) : charge.product === 'carrier_billing' ? (
          <ConsentForm locale={locale} charge={charge} number={number} />
        ) : outcomes ? (
          <>
            {charge.product === 'lightning' ? <LightningRequest locale={locale} {...lightningOf(charge)} /> : null}
            <OutcomeForm locale={locale} charge={charge} outcomes={outcomes} />
          </>
        ) : (
          <CardForm locale={locale} charge={charge} hasLetters={companyOf(charge) === 'neosurf'} />
        )}
      </CompanyFrame>
    </div>
  )
}

/** Companies whose own page the payer would see. */
const companyNames: Readonly<Record<string, string>> = {
  paysafecard: 'paysafecard',
  neosurf: 'Neosurf',
  mollie: 'Mollie',
  btcpay: 'BTCPay Server',
}

function titleOf(charge: CompanyCharge, operator: string): string {
  const t = translate(localeOr(charge.locale), 'simulator')
  if (charge.product === 'carrier_billing') return t('consentTitle', { operator })
  const company = companyNames[companyOf(charge) ?? '']
  if (company !== undefined) return t('companyPageTitle', { company })
  return charge.product === 'card' ? t('cardPageTitle') : t('prepaidPageTitle')
}

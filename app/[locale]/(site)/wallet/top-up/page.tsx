import type { Metadata } from 'next'
import { CheckoutPage } from '../../../../../components/checkout/checkout-page.tsx'
import { amountWords } from '../../../../../components/checkout/checkout-words.ts'
import { CountryForm } from '../../../../../components/checkout/country-form.tsx'
import { formWords, problemsOf, titleWithError } from '../../../../../components/checkout/form-words.ts'
import { MethodList } from '../../../../../components/checkout/method-list.tsx'
import { Notice } from '../../../../../components/ui/notice.tsx'
import { countryOf } from '../../../../../lib/checkout/contact-page-queries.ts'
import { findLastRail } from '../../../../../lib/checkout/last-rail-queries.ts'
import { listOffers } from '../../../../../lib/checkout/list-offers.ts'
import { type PrivatePageProps, pageVisitor, type Visitor } from '../../../../../lib/http/page-visitor.ts'
import { laterWord, pathTo } from '../../../../../lib/i18n/paths.ts'
import { translate } from '../../../../../lib/i18n/translator.ts'
import { type Currency, money } from '../../../../../lib/money/money.ts'
import { payerCountries } from '../../../../../lib/providers/ensure-internal-accounts.ts'
import { topUpAmounts } from '../../../../../lib/wallet/wallet.ts'
import { listWallets } from '../../../../../lib/wallet/wallet-queries.ts'

export const dynamic = 'force-dynamic'

export async function generateMetadata(props: PrivatePageProps): Promise<Metadata> {
  const { locale, flash } = await pageVisitor(props)
  const title = translate(locale, 'wallet')('topUpTitle')
  return { title: titleWithError(title, flash, locale), robots: { index: false, follow: false } }
}

export default async function TopUpPage(props: PrivatePageProps) {
  const visitor = await pageVisitor(props)
  const { locale, query } = visitor
  const t = translate(locale, 'wallet')
  const currency: Currency = query('country') === 'GB' ? 'GBP' : 'EUR'
  const country = countryOf(query('country'), currency)
  const amounts = topUpAmounts[currency]
  const amount = amounts.find((minor) => String(minor) === query('amount')) ?? amounts[1] ?? 1000
  const own = pathTo(locale, 'wallet', laterWord(locale, 'top-up'))
  return (
    <CheckoutPage
      title={t('topUpTitle')}
      intro={t('intro')}
      back={{ href: pathTo(locale, 'wallet'), label: t('back') }}
    >
      <section className="stack" aria-labelledby="amount-title">
        <h2 id="amount-title">{t('amountTitle')}</h2>
        <nav className="amounts" aria-label={t('amountsLabel')}>
          {amounts.map((minor) => (
            <a
              key={minor}
              href={`${own}?amount=${minor}&country=${country}`}
              aria-current={minor === amount ? 'true' : undefined}
            >
              {amountWords(minor, currency, locale)}
            </a>
          ))}
        </nav>
      </section>
      <Methods visitor={visitor} price={money(amount, currency)} country={country} own={own} />
      <CountryForm
        action={own}
        country={country}
        countries={payerCountries}
        keep={{ amount: String(amount) }}
        locale={locale}
      />
    </CheckoutPage>
  )
}

type MethodsProps = Readonly<{
  visitor: Visitor
  price: ReturnType<typeof money>
  country: string
  own: string
}>

function Methods({ visitor, price, country, own }: MethodsProps) {
  const { locale, now, payer, device, flash } = visitor
  const t = translate(locale, 'wallet')
  const wallets = listWallets(payer.payerIds)
  const offers = listOffers({ kind: 'top_up', ad: undefined, price, country, wallets, payer, device, locale, now })
  const method = flash?.values['method'] ?? ''
  return (
    <section className="stack" aria-labelledby="methods-title">
      <h2 id="methods-title">{t('topUpMethods', { amount: amountWords(price.minor, price.currency, locale) })}</h2>
      {offers.length === 0 ? (
        <Notice tone="warn">
          <p>{t('noTopUp')}</p>
        </Notice>
      ) : (
        <MethodList
          offers={offers}
          price={price}
          action="/api/v1/top-ups"
          from={`${own}?amount=${price.minor}&country=${country}`}
          lastRail={findLastRail(payer.payerIds)}
          refused={flash && { method, problems: problemsOf(flash, locale), values: flash.values }}
          words={formWords(locale)}
          locale={locale}
        />
      )}
    </section>
  )
}

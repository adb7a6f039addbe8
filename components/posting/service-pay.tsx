import type { AdServicePage } from '../../lib/checkout/ad-service-page-queries.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { Rail } from '../../lib/money/rails.ts'
import { CountryForm } from '../checkout/country-form.tsx'
import { formWords, type RefusedForm } from '../checkout/form-words.ts'
import { MethodList } from '../checkout/method-list.tsx'
import { Notice } from '../ui/notice.tsx'
import { ProblemSummary } from '../ui/problem-summary.tsx'

type Props = Readonly<{
  page: AdServicePage
  /** This page, to come back to; its query is kept by the choice of a country. */
  own: Readonly<{ path: string; query: Readonly<Record<string, string>> }>
  lastRail: Rail | undefined
  refused: RefusedForm | undefined
  locale: Locale
}>

/** The ways to pay for something for an ad, with their exact amounts. */
export function ServicePay({ page, own, lastRail, refused, locale }: Props) {
  const t = translate(locale, 'posting')
  const checkout = translate(locale, 'checkout')
  const { offers, service, country, countries } = page
  const isInForm = offers.some((offer) => offer.id === refused?.method)
  const from = `${own.path}?${new URLSearchParams({ ...own.query, country })}`
  const words = formWords(locale)
  return (
    <>
      {refused && !isInForm ? (
        <ProblemSummary
          id="methods"
          title={words.title}
          problems={refused.problems.map((problem) => ({ ...problem, field: '' }))}
        />
      ) : null}
      <section className="stack" aria-labelledby="methods-title">
        <h2 id="methods-title">{checkout('methodsTitle')}</h2>
        {offers.length === 0 ? (
          <Notice tone="warn">
            <p>{t('pay.noMethod')}</p>
          </Notice>
        ) : (
          <MethodList
            offers={offers}
            price={service.price}
            action="/api/v1/ad-services"
            from={from}
            lastRail={lastRail}
            refused={isInForm ? refused : undefined}
            words={words}
            locale={locale}
          />
        )}
      </section>
      <CountryForm action={own.path} country={country} countries={countries} keep={own.query} locale={locale} />
    </>
  )
}

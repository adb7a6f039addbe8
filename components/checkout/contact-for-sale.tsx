import type { ContactPage } from '../../lib/checkout/contact-page-queries.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { pathTo } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { Rail } from '../../lib/money/rails.ts'
import { Notice } from '../ui/notice.tsx'
import { ProblemSummary } from '../ui/problem-summary.tsx'
import { CountryForm } from './country-form.tsx'
import type { FormWords, RefusedForm } from './form-words.ts'
import { MethodList } from './method-list.tsx'

type Props = Readonly<{
  page: Extract<ContactPage, { kind: 'for_sale' }>
  path: string
  /** Where a refused form comes back to. */
  from: string
  lastRail: Rail | undefined
  refused: RefusedForm | undefined
  words: FormWords
  locale: Locale
}>

/** The one checkout: every method with its exact price. */
export function ContactForSale({ page, path, from, lastRail, refused, words, locale }: Props) {
  const t = translate(locale, 'checkout')
  const { offers, cost, country, countries, pendingPurchaseId } = page
  const isShownInForm = offers.some((offer) => offer.id === refused?.method && !offer.isShort)
  return (
    <>
      {pendingPurchaseId ? (
        <Notice tone="warn">
          <h2>{t('pendingTitle')}</h2>
          <p>{t('pendingText')}</p>
          <p>
            <a href={pathTo(locale, 'pay', pendingPurchaseId)}>{t('pendingLink')}</a>
          </p>
        </Notice>
      ) : null}
      {refused && !isShownInForm ? (
        <ProblemSummary
          id="methods"
          title={words.title}
          problems={refused.problems.map((problem) => ({ ...problem, field: '' }))}
        />
      ) : null}
      <section aria-labelledby="methods-title" className="stack">
        <div>
          <h2 id="methods-title">{t('methodsTitle')}</h2>
          <p className="meta">{t('methodsIntro')}</p>
        </div>
        {offers.length === 0 ? (
          <Notice tone="warn">
            <p>
              <strong>{t('noMethod')}</strong>
            </p>
            <p>{t('noMethodHint')}</p>
          </Notice>
        ) : (
          <MethodList
            offers={offers}
            price={cost.price}
            action="/api/v1/purchases"
            from={from}
            lastRail={lastRail}
            refused={isShownInForm ? refused : undefined}
            words={words}
            locale={locale}
          />
        )}
      </section>
      <CountryForm action={path} country={country} countries={countries} locale={locale} />
    </>
  )
}

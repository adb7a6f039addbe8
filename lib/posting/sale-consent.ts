import type { Locale } from '../i18n/locales.ts'
import { translate } from '../i18n/translator.ts'
import { formatMoney } from '../money/format-money.ts'
import type { RevealTerms } from './posting-terms.ts'

/**
 * The words by which an advertiser agrees to what is done with the contact; the same for the form that shows them and
 * the row that keeps them. They name the price, so another price asks for consent again.
 */
export function saleConsentText(terms: RevealTerms, locale: Locale): string {
  const t = translate(locale, 'posting')
  switch (terms.kind) {
    case 'free':
      return t('consent.free')
    case 'sponsored':
      return t('consent.sponsored', { days: terms.days })
    case 'paid':
      return t('consent.paid', { price: formatMoney(terms.price, locale) })
    case 'paid_then_free':
      return t('consent.paidThenFree', { price: formatMoney(terms.price, locale), days: terms.paidDays })
  }
}

import type { Locale } from '../i18n/locales.ts'
import { translate } from '../i18n/translator.ts'
import { formatMoney } from '../money/format-money.ts'
import { money } from '../money/money.ts'
import type { Quote } from '../pricing/quotes.ts'
import type { ProviderFacts } from '../providers/provider.ts'

/** The words a payer agrees to, the same for the page that shows them and the receipt that keeps them. */
export type ConsentTexts = Readonly<{ button: string; notices: readonly string[]; waiver: string | undefined }>

/** The ad whose contact is bought; a contact may be an e-mail address alone. */
export type SoldContact = Readonly<{ ref: string; hasPhone: boolean }>

/** @param about.ad Absent for a top-up. */
export function consentTexts(
  quote: Pick<Quote, 'kind' | 'currency' | 'priceMinor' | 'billedMinor'>,
  about: Readonly<{ ad: SoldContact | undefined; facts: ProviderFacts; locale: Locale }>,
): ConsentTexts {
  const t = translate(about.locale, 'checkout')
  const billed = formatMoney(money(quote.billedMinor, quote.currency), about.locale)
  const surplus = quote.billedMinor - quote.priceMinor
  const notices = [
    t(`consent.${whatOf(quote.kind)}`, { ref: about.ad?.ref ?? '' }),
    t('consent.once', { price: billed }),
    ...(about.facts.addedCost === 'text_message' ? [t('consent.textCost')] : []),
    ...(about.facts.addedCost === 'call' ? [t('consent.callCost')] : []),
    ...(surplus > 0
      ? [t('consent.surplus', { amount: formatMoney(money(surplus, quote.currency), about.locale) })]
      : []),
    ...(quote.kind === 'reveal' ? [t('consent.refund')] : []),
  ]
  return {
    button: t(`consent.${buttonOf(quote, about.ad)}`, { price: billed }),
    notices,
    waiver: quote.kind === 'top_up' ? undefined : t(quote.kind === 'reveal' ? 'consent.waiver' : 'consent.startNow'),
  }
}

function whatOf(kind: Quote['kind']) {
  if (kind === 'reveal') return 'what'
  return kind === 'top_up' ? 'topUp' : (`${kind}What` as const)
}

function buttonOf(quote: Pick<Quote, 'kind'>, ad: SoldContact | undefined) {
  if (quote.kind === 'top_up') return 'topUpButton'
  if (quote.kind !== 'reveal') return quote.kind === 'post' ? 'postButton' : 'boostButton'
  return ad?.hasPhone === false ? 'payEmailButton' : 'payButton'
}

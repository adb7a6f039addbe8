import type { Locale } from '../i18n/locales.ts'
import { translate } from '../i18n/translator.ts'
import { formatMoney } from '../money/format-money.ts'
import { money } from '../money/money.ts'
import type { Quote } from '../pricing/quotes.ts'
import type { ProviderFacts } from '../providers/provider.ts'

/** The words a payer agrees to, the same for the page that shows them and the receipt that keeps them. */
export type ConsentTexts = Readonly<{
  button: string
  notices: readonly string[]
  waiver: string | undefined
  /** Beside the box of those who may have a card kept. */
  keep: string
}>

/** The ad whose contact is bought; a contact may be an e-mail address alone. */
export type SoldContact = Readonly<{ ref: string; hasPhone: boolean }>

type About = Readonly<{
  /** Absent for a top-up. */
  ad: SoldContact | undefined
  facts: ProviderFacts
  /** The kept card that is charged, as it is shown. */
  card?: string | undefined
  locale: Locale
}>

export function consentTexts(
  quote: Pick<Quote, 'kind' | 'currency' | 'priceMinor' | 'billedMinor'>,
  about: About,
): ConsentTexts {
  const t = translate(about.locale, 'checkout')
  const billed = formatMoney(money(quote.billedMinor, quote.currency), about.locale)
  const surplus = quote.billedMinor - quote.priceMinor
  const notices = [
    t(`consent.${whatOf(quote.kind)}`, { ref: about.ad?.ref ?? '' }),
    t('consent.once', { price: billed }),
    ...(about.card === undefined ? [] : [t('consent.cardCharged', { card: about.card })]),
    ...(about.facts.addedCost === 'text_message' ? [t('consent.textCost')] : []),
    ...(about.facts.addedCost === 'call' ? [t('consent.callCost')] : []),
    ...(surplus > 0
      ? [t('consent.surplus', { amount: formatMoney(money(surplus, quote.currency), about.locale) })]
      : []),
    ...(quote.kind === 'reveal' ? [t('consent.refund')] : []),
  ]
  return {
    button:
      about.card === undefined
        ? t(`consent.${buttonOf(quote, about.ad)}`, { price: billed })
        : t('consent.cardButton', { price: billed, card: about.card }),
    notices,
    waiver: quote.kind === 'top_up' ? undefined : t(quote.kind === 'reveal' ? 'consent.waiver' : 'consent.startNow'),
    keep: t('consent.keepCard'),
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

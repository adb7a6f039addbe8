import type { Offer } from '../../lib/checkout/list-offers.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { formatMoney } from '../../lib/money/format-money.ts'
import { type Currency, money } from '../../lib/money/money.ts'

export function amountWords(minor: number, currency: Currency, locale: Locale): string {
  return formatMoney(money(minor, currency), locale)
}

/** What the payer's network adds to the price. */
export function addedCostWords(offer: Pick<Offer, 'addedCost'>, locale: Locale): string | undefined {
  const t = translate(locale, 'checkout')
  if (offer.addedCost === 'text_message') return t('plusText')
  return offer.addedCost === 'call' ? t('plusCall') : undefined
}

const zone = 'Europe/Paris'
const tagOf = (locale: Locale) => (locale === 'en' ? 'en-GB' : 'fr-FR')

/** `22 novembre 2026 à 14:32:05 UTC+1`: what a receipt says. */
export function timeWithZone(at: number, locale: Locale): string {
  return new Intl.DateTimeFormat(tagOf(locale), { dateStyle: 'long', timeStyle: 'long', timeZone: zone }).format(at)
}

/** `14:32`, or `14:32:05`. */
export function clockWords(at: number, locale: Locale, timeStyle: 'short' | 'medium' = 'short'): string {
  return new Intl.DateTimeFormat(tagOf(locale), { timeStyle, timeZone: zone }).format(at)
}

/** The name of a country, in the reader's language. */
export function countryName(code: string, locale: Locale): string {
  return new Intl.DisplayNames([tagOf(locale)], { type: 'region' }).of(code) ?? code
}

/** `20 %`. */
export function rateWords(basisPoints: number, locale: Locale): string {
  return new Intl.NumberFormat(tagOf(locale), { style: 'percent', maximumFractionDigits: 2 }).format(
    basisPoints / 10_000,
  )
}

import type { Money } from './money.ts'

const formatters = new Map<string, Intl.NumberFormat>()

function formatterOf(locale: string, currency: string, digits: number): Intl.NumberFormat {
  const key = `${locale} ${currency} ${digits}`
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(locale === 'en' ? 'en-GB' : 'fr-FR', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  formatters.set(key, made)
  return made
}

/** An amount to pay, always with its cents: `1,50 €` or `€1.50`. */
export function formatMoney(amount: Money, locale: string): string {
  return formatterOf(locale, amount.currency, 2).format(amount.minor / 100)
}

/** The price of a thing for sale: cents only when there are any, `21 900 €`. */
export function formatPrice(amount: Money, locale: string): string {
  return formatterOf(locale, amount.currency, amount.minor % 100 === 0 ? 0 : 2).format(amount.minor / 100)
}

/** For texts, print and fonts that lack the narrow no-break space that `Intl` writes. */
export function withPlainSpaces(text: string): string {
  return text.replace(/[\u202f\u00a0]/g, ' ')
}

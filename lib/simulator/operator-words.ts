import type { Locale } from '../i18n/locales.ts'
import { translate } from '../i18n/translator.ts'
import { formatMoney } from '../money/format-money.ts'
import { eur } from '../money/money.ts'

export type OperatorRefusal = 'barred' | 'cap' | 'no_credit' | 'unknown_number'

/** What the telephone's operator answers instead of passing a text or a call on. */
export function operatorRefusal(locale: Locale, refusal: OperatorRefusal): string {
  const t = translate(locale, 'simulator')
  const words = {
    barred: 'refusedBarred',
    cap: 'refusedCap',
    no_credit: 'refusedCredit',
    unknown_number: 'refusedNumber',
  } as const
  return t(words[refusal])
}

export function priceWords(minor: number, locale: Locale): string {
  return formatMoney(eur(minor), locale)
}

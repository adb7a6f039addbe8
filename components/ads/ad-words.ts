import type { AdCard } from '../../lib/ads/ads.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { formatMoney, formatPrice } from '../../lib/money/format-money.ts'

/** `K7P·204`: two groups, easier to read out and to compare. */
export function spacedRef(ref: string): string {
  return `${ref.slice(0, 3)}·${ref.slice(3)}`
}

/** `Moulins (03)`: the town and the département, or the town alone abroad. */
export function placeWords(place: AdCard['place']): string {
  if (place.country !== 'FR' || place.postcode === '')
    return place.areaName ? `${place.name}, ${place.areaName}` : place.name
  const overseas = place.postcode.startsWith('97')
  return `${place.name} (${place.postcode.slice(0, overseas ? 3 : 2)})`
}

export function priceWords(ad: Pick<AdCard, 'price'>, locale: Locale): string {
  return ad.price ? formatPrice(ad.price, locale) : translate(locale, 'ad')('noPrice')
}

/** What the contact costs: an amount with its cents, or the word for free. */
export function costWords(ad: Pick<AdCard, 'reveal'>, locale: Locale): string {
  return ad.reveal.kind === 'free' ? translate(locale, 'ad')('free') : formatMoney(ad.reveal.price, locale)
}

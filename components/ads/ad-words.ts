import type { AdCard, AdFact } from '../../lib/ads/ads.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { formatMoney, formatPrice } from '../../lib/money/format-money.ts'

/** `K7P·204`: two groups, easier to read out and to compare. */
export function spacedRef(ref: string): string {
  return `${ref.slice(0, 3)}·${ref.slice(3)}`
}

/** `N° K7P·204`. */
export function numberWords(ref: string, locale: Locale): string {
  return `${translate(locale, 'ad')('number')}\u00a0${spacedRef(ref)}`
}

const photoCounts = new Map<string, string>()

/** `9 photos`. Plurals cost more to form than the rest of a row, and lists repeat a few numbers all day. */
export function photoCountWords(count: number, locale: Locale): string {
  const key = `${locale} ${count}`
  const known = photoCounts.get(key)
  if (known !== undefined) return known
  const words = translate(locale, 'ad')('photos', { count })
  if (photoCounts.size < 500) photoCounts.set(key, words)
  return words
}

/** `Moulins (03)`: the town and the département, or the town alone abroad. */
export function placeWords(place: AdCard['place']): string {
  if (place.country !== 'FR' || place.postcode === '')
    return place.areaName ? `${place.name}, ${place.areaName}` : place.name
  const overseas = place.postcode.startsWith('97')
  return `${place.name} (${place.postcode.slice(0, overseas ? 3 : 2)})`
}

export function priceWords(ad: Pick<AdCard, 'price'>, locale: Locale): string {
  return ad.price ? withRoom(formatPrice(ad.price, locale)) : translate(locale, 'ad')('noPrice')
}

/** What the contact costs: an amount with its cents, or the word for free, or that it has to be confirmed first. */
export function costWords(ad: Pick<AdCard, 'reveal'>, locale: Locale): string {
  if (ad.reveal.kind === 'paid') return formatMoney(ad.reveal.price, locale)
  return translate(locale, 'ad')(ad.reveal.kind)
}

/** The facts of a list on one line. A yes is said by its label, since "yes" alone says nothing; a no is left out. */
export function factsLine(facts: readonly AdFact[], locale: Locale): string {
  const t = translate(locale, 'search')
  return facts
    .flatMap(({ label, value }) => (value === t('yes') ? label : value === t('no') ? [] : withRoom(value)))
    .join(' · ')
}

/** The narrow no-break space between thousands all but vanishes in our face; the ordinary one shows. */
export function withRoom(text: string): string {
  return text.replaceAll('\u202f', '\u00a0')
}

import type { Millis } from '../time/time.ts'
import type { AdRecord } from './ad-record.ts'
import { revealPriceAt } from './ads.ts'
import { filterableValues, marksOf } from './search-marks.ts'
import { wordsOf } from './search-words.ts'

/** What the search keeps of an ad: public words, marks to filter by, and the few values it checks or counts. */
export type SearchDocument = Readonly<{
  sortKey: number
  adId: number
  categoryId: number
  priceMinor: number | null
  revealMinor: number
  latitude: number
  longitude: number
  fieldValues: string
  words: string
  marks: string
}>

/** Titles and texts of every language are found from every language. */
export function searchDocumentOf(ad: AdRecord, now: Millis): SearchDocument {
  const cost = revealPriceAt(ad, now)
  // A doubted contact keeps its place among prices: it is found where it will be again once confirmed.
  const revealMinor = cost.kind === 'free' ? 0 : ad.revealPriceMinor
  const category = ad.trail.at(-1)
  const title = ad.texts.map((text) => text.title).join('\n')
  const body = ad.texts.map((text) => text.body).join('\n')
  return {
    sortKey: ad.sortKey,
    adId: ad.id,
    categoryId: category?.id ?? 0,
    priceMinor: ad.priceMinor,
    revealMinor,
    latitude: ad.latitude,
    longitude: ad.longitude,
    fieldValues: JSON.stringify(category ? filterableValues(category, ad.fields) : {}),
    words: wordsOf(`${title}\n${body}`).join(' '),
    marks: marksOf({ ...ad, title, revealMinor, point: ad }),
  }
}

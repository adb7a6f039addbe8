import { expect, test } from 'vitest'
import { canBecome, freshnessOf, isForSale, revealPriceAt } from '../../lib/ads/ads.ts'
import { parseSearchText, wordsOf } from '../../lib/ads/search-words.ts'
import { day } from '../../lib/time/time.ts'

const now = Date.UTC(2026, 10, 22)
const priced = { revealMode: 'paid', revealPriceMinor: 300, currency: 'EUR', freeFrom: null } as const

test('what a contact costs depends on the mode and the moment', () => {
  expect(revealPriceAt(priced, now)).toEqual({ kind: 'paid', price: { minor: 300, currency: 'EUR' } })
  expect(revealPriceAt({ ...priced, revealMode: 'free' }, now).kind).toBe('free')
  expect(revealPriceAt({ ...priced, revealMode: 'sponsored' }, now).kind).toBe('free')
  const later = { ...priced, revealMode: 'paid_then_free', freeFrom: now + 1 } as const
  expect(revealPriceAt(later, now).kind).toBe('paid')
  expect(revealPriceAt(later, now + 1).kind).toBe('free')
})

test('only a published ad that has not run out is for sale', () => {
  expect(isForSale({ status: 'published', expiresAt: now + 1 }, now)).toBe(true)
  expect(isForSale({ status: 'published', expiresAt: now }, now)).toBe(false)
  expect(isForSale({ status: 'sold', expiresAt: now + day }, now)).toBe(false)
})

test('a deleted ad stays deleted, and a sold one may come back', () => {
  expect(canBecome('deleted', 'published')).toBe(false)
  expect(canBecome('sold', 'published')).toBe(true)
  expect(canBecome('draft', 'sold')).toBe(false)
})

test('an ad taken offline until it is changed may wait for staff again', () => {
  expect(canBecome('suspended', 'pending')).toBe(true)
  expect(canBecome('published', 'pending')).toBe(false)
})

test('a confirmation is fresh for a week and recent for a month', () => {
  expect(freshnessOf(now - 7 * day, now)).toBe('fresh')
  expect(freshnessOf(now - 8 * day, now)).toBe('recent')
  expect(freshnessOf(now - 31 * day, now)).toBe('old')
})

test('words are folded and phrases are told from words', () => {
  expect(wordsOf('Citroën 2CV, Œuvre d’un carrossier')).toEqual(['citroen', '2cv', 'oeuvre', 'd', 'un', 'carrossier'])
  expect(parseSearchText('boîte "sortie de grange" cit')).toEqual({
    phrases: [['boite'], ['sortie', 'de', 'grange'], ['cit']],
    unfinished: 'cit',
  })
  expect(parseSearchText('cit «carte grise»').unfinished).toBeNull()
  expect(parseSearchText('"jamais fermé').phrases).toEqual([['jamais'], ['ferme']])
})

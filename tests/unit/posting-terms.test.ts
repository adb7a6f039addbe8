import { expect, test } from 'vitest'
import { type CategoryDto, plainTerms } from '../../lib/categories/categories.ts'
import { eur } from '../../lib/money/money.ts'
import { freeFromOf, postingTermsOf, revealTermsOf } from '../../lib/posting/posting-terms.ts'
import { day } from '../../lib/time/time.ts'

const now = Date.UTC(2026, 10, 20)
const nobody = { standingAds: 0, hasPaid: false }

function category(changes: Partial<CategoryDto> = {}): CategoryDto {
  const both = { fr: 'x', en: 'x' }
  return {
    ...plainTerms,
    id: 1,
    key: 'x',
    slug: both,
    label: both,
    path: { fr: ['x'], en: ['x'] },
    parent: null,
    children: [],
    revealMode: 'paid',
    revealPriceMinor: 300,
    currency: 'EUR',
    fields: [],
    ...changes,
  }
}

test('a category without a fee is free, and no purchase is made', () => {
  expect(postingTermsOf(category(), nobody, { now }).fee).toEqual({ kind: 'free', reason: 'category' })
})

test('a fee is due, at the price of the category or of the rules of now', () => {
  const paid = category({ postPriceMinor: 500 })
  expect(postingTermsOf(paid, nobody, { now }).fee).toEqual({ kind: 'due', price: eur(500) })
  expect(postingTermsOf(paid, nobody, { now, price: eur(700) }).fee).toEqual({ kind: 'due', price: eur(700) })
  expect(postingTermsOf(paid, nobody, { now, price: eur(0) }).fee).toEqual({ kind: 'free', reason: 'category' })
})

test('an ad is paid for once, whatever is changed in it', () => {
  const paid = category({ postPriceMinor: 500 })
  expect(postingTermsOf(paid, { standingAds: 9, hasPaid: true }, { now }).fee).toEqual({ kind: 'free', reason: 'paid' })
})

test('the free period ends at its moment', () => {
  const paid = category({ postPriceMinor: 500, freeUntil: now })
  expect(postingTermsOf(paid, nobody, { now: now - 1 }).fee).toEqual({ kind: 'free', reason: 'period' })
  expect(postingTermsOf(paid, nobody, { now }).fee.kind).toBe('due')
})

test('the quota counts ads that stand at one time', () => {
  const paid = category({ postPriceMinor: 500, freeQuota: 2 })
  const after = (standingAds: number) => postingTermsOf(paid, { standingAds, hasPaid: false }, { now }).fee
  expect(after(1)).toEqual({ kind: 'free', reason: 'quota' })
  expect(after(2)).toEqual({ kind: 'due', price: eur(500) })
})

test('what visitors pay follows the mode, and a price of nothing is free', () => {
  expect(revealTermsOf(category())).toEqual({ kind: 'paid', price: eur(300) })
  expect(revealTermsOf(category({ revealMode: 'free' }))).toEqual({ kind: 'free' })
  expect(revealTermsOf(category({ revealPriceMinor: 0 }))).toEqual({ kind: 'free' })
  expect(revealTermsOf(category({ revealMode: 'sponsored', adDays: 30 }))).toEqual({ kind: 'sponsored', days: 30 })
  expect(revealTermsOf(category({ revealMode: 'paid_then_free', paidDays: 10 }))).toEqual({
    kind: 'paid_then_free',
    price: eur(300),
    paidDays: 10,
  })
})

test('paid for the first days, free afterwards: the day is counted from publication', () => {
  const terms = revealTermsOf(category({ revealMode: 'paid_then_free', paidDays: 10 }))
  expect(freeFromOf(terms, now)).toBe(now + 10 * day)
  expect(freeFromOf(revealTermsOf(category()), now)).toBeNull()
})

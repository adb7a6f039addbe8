import { describe, expect, test } from 'vitest'
import { formatAgo, formatMoment } from '../../lib/time/format-time.ts'
import { day, hour } from '../../lib/time/time.ts'

/** Noon in Paris on 22 November 2026. */
const now = Date.UTC(2026, 10, 22, 11)
const plain = (text: string) => text.replace(/[\u202f\u00a0]/g, ' ')

describe('moments', () => {
  test('today and yesterday are said with the clock of Paris', () => {
    expect(formatMoment(now - 4 * hour, { locale: 'fr', now })).toBe('aujourd’hui, 08:00')
    expect(formatMoment(now - 13 * hour, { locale: 'fr', now })).toBe('hier, 23:00')
    expect(formatMoment(now - 13 * hour, { locale: 'en', now })).toBe('yesterday, 23:00')
  })

  test('older ones are days, then dates', () => {
    expect(plain(formatMoment(now - 5 * day, { locale: 'fr', now }))).toBe('17 nov.')
    expect(plain(formatMoment(now - 400 * day, { locale: 'en', now }))).toBe('18 October 2025')
  })

  // A clock that runs ahead must not speak of tomorrow.
  test('a moment to come counts as today', () => {
    expect(formatAgo(now + 2 * day, { locale: 'en', now })).toBe('today')
  })

  test('ages are told in days, months and years', () => {
    expect(plain(formatAgo(now - 6 * day, { locale: 'fr', now }))).toBe('il y a 6 jours')
    expect(plain(formatAgo(now - 70 * day, { locale: 'en', now }))).toBe('2 months ago')
  })
})

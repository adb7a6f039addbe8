import { expect, test } from 'vitest'
import { boostEnd, boostShown } from '../../lib/ads/boosts.ts'
import { withFeaturedFirst } from '../../lib/ads/featured-order.ts'

const now = 1_000

test('an ad shows its strongest boost, and the next when that ends', () => {
  const running = [
    { kind: 'bump', endsAt: 5_000 },
    { kind: 'urgent', endsAt: 3_000 },
    { kind: 'feature', endsAt: 2_000 },
  ] as const
  expect(boostShown(running, now)).toEqual({ boost: 'featured', boostUntil: 2_000 })
  expect(boostShown(running, 2_000)).toEqual({ boost: 'urgent', boostUntil: 3_000 })
  expect(boostShown(running, 4_000)).toEqual({ boost: 'bumped', boostUntil: 5_000 })
  expect(boostShown(running, 5_000)).toEqual({ boost: null, boostUntil: null })
})

test('a sponsored contact is no label', () => {
  expect(boostShown([{ kind: 'sponsor', endsAt: 9_000 }], now)).toEqual({ boost: null, boostUntil: null })
})

test('the same boost bought again is added to its end', () => {
  expect(boostEnd([{ kind: 'feature', endsAt: 4_000 }], 'feature', { now, lasts: 500 })).toBe(4_500)
  expect(boostEnd([{ kind: 'feature', endsAt: 4_000 }], 'urgent', { now, lasts: 500 })).toBe(1_500)
  expect(boostEnd([{ kind: 'feature', endsAt: 900 }], 'feature', { now, lasts: 500 })).toBe(1_500)
})

test('at most one ad in five stands first because it was paid for', () => {
  const page = Array.from({ length: 24 }, (_, at) => 100 - at)
  const paid = [7, 6, 5, 4, 3, 2]
  const shown = withFeaturedFirst(page, paid)
  expect(shown.slice(0, 5)).toEqual([7, 6, 5, 4, 100])
  expect(paid.filter((key) => shown.includes(key)).length / shown.length).toBeLessThanOrEqual(1 / 5)
  expect(withFeaturedFirst([1, 2, 3, 4], paid)).toEqual([1, 2, 3, 4])
})

test('a paid ad of the page itself is moved, not doubled', () => {
  expect(withFeaturedFirst([1, 2, 3, 4, 5], [4])).toEqual([4, 1, 2, 3, 5])
})

import { expect, test } from 'vitest'
import type { Rail } from '../../lib/money/rails.ts'
import { newAccountStanding } from '../../lib/providers/accounts.ts'
import { canServe, deviceOf, rankRoutes, restAfter } from '../../lib/providers/routing.ts'
import { minute, second } from '../../lib/time/time.ts'

const now = Date.UTC(2026, 10, 22)
const account = { ...newAccountStanding, id: 'a' }
const serving = { now, device: 'phone' as const, collectedThisMonth: () => 4900 }

function way(rail: Rail, netMinor: number, position: number) {
  return { rail, netMinor, position }
}

test('an account rests after five failures in a row, twice as long each time, ten minutes at most', () => {
  expect([0, 1, 4].map((failures) => restAfter(failures, now))).toEqual([null, null, null])
  expect(restAfter(5, now)).toBe(now + 30 * second)
  expect(restAfter(6, now)).toBe(now + minute)
  expect(restAfter(40, now)).toBe(now + 10 * minute)
})

test('an account that rests, is closed, is full or is for other devices serves nobody', () => {
  expect(canServe(account, 100, serving)).toBe(true)
  expect(canServe({ ...account, restsUntil: now + 1 }, 100, serving)).toBe(false)
  expect(canServe({ ...account, restsUntil: now }, 100, serving)).toBe(true)
  expect(canServe({ ...account, closedAt: now }, 100, serving)).toBe(false)
  expect(canServe({ ...account, devices: ['computer'] }, 100, serving)).toBe(false)
  expect(canServe({ ...account, devices: ['computer'] }, 100, { ...serving, device: undefined })).toBe(true)
  expect(canServe({ ...account, monthlyCapMinor: 5000 }, 100, serving)).toBe(true)
  expect(canServe({ ...account, monthlyCapMinor: 5000 }, 101, serving)).toBe(false)
})

test('each rail is shown once, in the order the operator chose', () => {
  const ways = [way('card', 135, 2), way('premium_sms', 60, 1), way('card', 140, 3), way('carrier_billing', 90, 4)]
  expect(rankRoutes(ways, 'operator').map(({ rail, netMinor }) => `${rail} ${netMinor}`)).toEqual([
    'premium_sms 60',
    'card 135',
    'carrier_billing 90',
  ])
  expect(rankRoutes(ways, 'best_net').map(({ rail, netMinor }) => `${rail} ${netMinor}`)).toEqual([
    'card 140',
    'carrier_billing 90',
    'premium_sms 60',
  ])
})

test('a telephone is told from a computer by what its browser says', () => {
  expect(deviceOf('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148')).toBe('phone')
  expect(deviceOf('Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0')).toBe('computer')
  expect(deviceOf(null)).toBeUndefined()
})

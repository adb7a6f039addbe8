import { expect, test } from 'vitest'
import { decideClaim, firstRefundTry, isBeyondLimits, nextRefundTry } from '../../lib/claims/claims.ts'
import { decideWithdrawal, withdrawalDeadline } from '../../lib/claims/withdrawals.ts'
import { defaultSettings } from '../../lib/settings/settings.ts'
import { day, hour } from '../../lib/time/time.ts'

const paris = (text: string) => Date.parse(text)

// The end of the fourteenth day after the contract, in France; moved past weekends and holidays.
test.each([
  ['2026-11-04T10:00:00+01:00', '2026-11-19T00:00:00+01:00', 'a Wednesday two weeks on'],
  ['2026-11-04T23:59:59+01:00', '2026-11-19T00:00:00+01:00', 'late in the evening it is still that day'],
  ['2026-11-05T00:00:00+01:00', '2026-11-20T00:00:00+01:00', 'and a moment later the next'],
  ['2026-11-07T10:00:00+01:00', '2026-11-24T00:00:00+01:00', 'a Saturday ends on Monday'],
  ['2026-12-11T10:00:00+01:00', '2026-12-29T00:00:00+01:00', 'Christmas on a Friday, then the weekend'],
  ['2026-03-23T10:00:00+01:00', '2026-04-08T00:00:00+02:00', 'Easter Monday, and the clocks go forward'],
  ['2026-04-30T10:00:00+02:00', '2026-05-16T00:00:00+02:00', 'Ascension'],
  ['2026-05-11T10:00:00+02:00', '2026-05-27T00:00:00+02:00', 'Whit Monday'],
  ['2026-10-14T10:00:00+02:00', '2026-10-29T00:00:00+01:00', 'the clocks go back'],
])('%s can be withdrawn from until %s: %s', (at, until) => {
  expect(new Date(withdrawalDeadline(paris(at))).toISOString()).toBe(new Date(paris(until)).toISOString())
})

const settledAt = paris('2026-11-04T10:00:00+01:00')
const facts = {
  kind: 'reveal',
  settledAt,
  now: settledAt + hour,
  isWaived: true,
  wasShown: false,
  leftMinor: 300,
  wentBack: false,
  canProviderRefund: false,
} as const

test('what a withdrawal comes to', () => {
  expect(decideWithdrawal(facts)).toEqual({ outcome: 'refunded', answer: 'refunded_wallet' })
  expect(decideWithdrawal({ ...facts, canProviderRefund: true }).answer).toBe('refunded_provider')
  expect(decideWithdrawal({ ...facts, wasShown: true }).outcome).toBe('right_waived')
  expect(decideWithdrawal({ ...facts, wasShown: true, isWaived: false }).outcome).toBe('refunded')
  expect(decideWithdrawal({ ...facts, now: withdrawalDeadline(settledAt) }).outcome).toBe('too_late')
  expect(decideWithdrawal({ ...facts, now: withdrawalDeadline(settledAt) - 1 }).outcome).toBe('refunded')
  expect(decideWithdrawal({ ...facts, leftMinor: 0, wentBack: true }).outcome).toBe('already_refunded')
  expect(decideWithdrawal({ ...facts, kind: 'top_up' }).outcome).toBe('review')
  expect(decideWithdrawal({ ...facts, kind: 'top_up', canProviderRefund: true }).outcome).toBe('refunded')
  expect(decideWithdrawal({ ...facts, kind: 'top_up', leftMinor: 0 }).answer).toBe('top_up_spent')
  expect(decideWithdrawal({ ...facts, kind: 'other' }).outcome).toBe('review')
})

const claim = {
  reason: 'dead_number',
  now: settledAt,
  firstShownAt: settledAt,
  soldAt: null,
  othersAgreeing: 0,
  earlierClaims: 0,
  claimsThisMonth: 0,
  bought: 1,
  refunded: 0,
  hasSeller: true,
} as const
const rules = defaultSettings.claimRules

test('the rules of a claim, in their order', () => {
  expect(decideClaim(claim, rules)).toEqual({ kind: 'ask_seller', until: settledAt + 72 * hour })
  expect(decideClaim({ ...claim, hasSeller: false }, rules).kind).toBe('queue')
  expect(decideClaim({ ...claim, reason: 'other', othersAgreeing: 5 }, rules).kind).toBe('queue')
  expect(decideClaim({ ...claim, othersAgreeing: 1 }, rules)).toMatchObject({ rule: 'payers_agree' })
  expect(decideClaim({ ...claim, soldAt: settledAt, othersAgreeing: 1 }, rules)).toMatchObject({ rule: 'sold_before' })
  expect(decideClaim({ ...claim, soldAt: settledAt + 1 }, rules).kind).toBe('ask_seller')
  expect(decideClaim(claim, { ...rules, firstClaimFree: true })).toMatchObject({ rule: 'first_claim' })
})

test('what our own books prove is refunded whoever asks; what rests on a word has limits', () => {
  const greedy = { ...claim, claimsThisMonth: 3, othersAgreeing: 9 }
  expect(decideClaim(greedy, rules).kind).toBe('queue')
  expect(decideClaim({ ...greedy, soldAt: settledAt }, rules)).toMatchObject({ rule: 'sold_before' })
  expect(isBeyondLimits({ claimsThisMonth: 0, bought: 3, refunded: 3 }, rules)).toBe(false)
  expect(isBeyondLimits({ claimsThisMonth: 0, bought: 4, refunded: 2 }, rules)).toBe(true)
})

test('a provider that does not answer is asked for five days, one at work for weeks, and then a person is', () => {
  const delaysOf = (isPending: boolean) => {
    let attempt = { tries: 0, createdAt: 0 }
    const delays: number[] = []
    for (let now = firstRefundTry(0); delays.length < 99; ) {
      const { tries, at } = nextRefundTry(attempt, { now, isPending })
      if (at === null) return delays
      delays.push(at - now)
      attempt = { ...attempt, tries }
      now = at
    }
    return delays
  }
  expect(firstRefundTry(0)).toBe(hour / 60)
  expect(delaysOf(false)).toEqual([hour / 12, hour / 4, hour, day, day, day, day, day])
  expect(delaysOf(true).slice(0, 4)).toEqual([hour / 12, hour / 4, hour, day])
  expect(delaysOf(true)).toHaveLength(3 + 45)
})

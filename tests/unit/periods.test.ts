import { expect, test } from 'vitest'
import { dayText, periodOf, readDay, startOfDay } from '../../lib/reports/periods.ts'
import { warningsOf } from '../../lib/reports/warnings.ts'
import { hour } from '../../lib/time/time.ts'

test('a day begins at midnight in Paris, also when the clock changes', () => {
  expect(startOfDay('2026-11-22')).toBe(Date.parse('2026-11-22T00:00:00+01:00'))
  expect(startOfDay('2026-07-14')).toBe(Date.parse('2026-07-14T00:00:00+02:00'))
  expect(startOfDay('2026-03-29')).toBe(Date.parse('2026-03-29T00:00:00+01:00'))
  expect(startOfDay('2026-10-25')).toBe(Date.parse('2026-10-25T00:00:00+02:00'))
  expect(startOfDay('2026-10-26')).toBe(Date.parse('2026-10-26T00:00:00+01:00'))
})

test('today is compared with as much of yesterday, seven days with the seven before', () => {
  const now = Date.parse('2026-11-22T10:30:00+01:00')
  expect(periodOf(1, now)).toEqual({
    current: { from: Date.parse('2026-11-22T00:00:00+01:00'), to: now + 1 },
    previous: { from: Date.parse('2026-11-21T00:00:00+01:00'), to: Date.parse('2026-11-21T10:30:00+01:00') + 1 },
  })
  expect(dayText(periodOf(7, now).current.from)).toBe('2026-11-16')
  expect(dayText(periodOf(7, now).previous.from)).toBe('2026-11-09')
  expect(dayText(periodOf(30, now).previous.from)).toBe('2026-09-24')
})

test('only real days are read from an address', () => {
  expect(readDay('2026-11-22')).toBe('2026-11-22')
  for (const bad of [undefined, '', '2026-02-30', '22/11/2026', '2026-11-22T00:00'])
    expect(readDay(bad)).toBeUndefined()
})

test('a healthy site warns of nothing, and each thing that is wrong is said', () => {
  const now = Date.UTC(2026, 10, 22)
  const healthy = {
    now,
    isDemo: false,
    hasMailServer: true,
    mailsGivenUp: 0,
    publisherName: 'Grange SARL',
    suspenseLines: 0,
    oldestUnsealedAt: now - hour / 2,
    refusedCallbacks: 3,
    sweeperLagMs: 0,
    providers: [{ label: 'SMS', state: 'active' as const, paid: 10, failed: 4 }],
  }
  expect(warningsOf(healthy)).toEqual([])
  const ill = warningsOf({
    ...healthy,
    hasMailServer: false,
    mailsGivenUp: 2,
    publisherName: '',
    suspenseLines: 1,
    oldestUnsealedAt: now - 2 * hour,
    refusedCallbacks: 500,
    providers: [{ label: 'SMS', state: 'paused', paid: 0, failed: 9 }],
  })
  expect(ill.map(({ kind }) => kind)).toEqual([
    'no_provider',
    'suspense',
    'unsealed',
    'provider_failing',
    'refused_callbacks',
    'mail_given_up',
    'no_mail_server',
    'no_publisher',
  ])
})

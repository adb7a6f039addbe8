import { describe, expect, test } from 'vitest'
import {
  type Candidate,
  compareAccount,
  countDiverted,
  outcomeAsSold,
  type SaleGroup,
} from '../../lib/reports/compare-accounts.ts'
import { readCompareRequest } from '../../lib/reports/compare-request.ts'
import { day } from '../../lib/time/time.ts'

const sold: SaleGroup = {
  accountId: 'sms',
  rail: 'premium_sms',
  country: 'FR',
  currency: 'EUR',
  isTopUp: false,
  priceMinor: 300,
  billedMinor: 300,
  vatBp: 2000,
  count: 10,
  commissionMinor: 1650,
  vatMinor: 500,
}
const card: Candidate = {
  currency: 'EUR',
  countries: ['FR'],
  minMinor: 50,
  maxMinor: 50_000,
  ladder: null,
  terms: { commissionBp: 150, fixedMinor: 25 },
  providerOwesVat: false,
}
const point = (minor: number) => ({ id: `FR-${minor}`, country: 'FR', currency: 'EUR' as const, minor, number: '1' })

test('the same purchases with other terms: commission per purchase, rounded up each time', () => {
  // 3.00 EUR: 1.5 % is 4.5 cents, rounded up to 5, and 25 fixed; ten times.
  const { would, did, differenceMinor } = compareAccount([sold], card)
  expect(would).toEqual({
    count: 10,
    grossMinor: 3000,
    commissionMinor: 300,
    vatMinor: 500,
    surplusMinor: 0,
    netMinor: 2200,
  })
  expect(did.netMinor).toBe(3000 - 1650 - 500)
  expect(differenceMinor).toBe(2200 - 850)
})

test('an account with the terms of the one that sold leaves exactly the same', () => {
  const same = { ...card, terms: { commissionBp: 5500, fixedMinor: 0 } }
  expect(compareAccount([sold], same).differenceMinor).toBe(0)
})

describe('what an account cannot bill counts on neither side', () => {
  const cheap = { ...sold, priceMinor: 40, billedMinor: 40, commissionMinor: 220, vatMinor: 70 }
  test.each([
    ['below its smallest amount', [cheap], card],
    ['in a country it does not serve', [{ ...sold, country: 'BE' }], card],
    ['in another currency', [{ ...sold, currency: 'GBP' as const }], card],
    ['above the last step of its ladder', [sold], { ...card, ladder: [point(150)] }],
    ['with a step far above the price', [sold], { ...card, ladder: [point(500)] }],
  ])('%s', (_case, groups, candidate) => {
    const { would, did, differenceMinor } = compareAccount(groups, candidate)
    expect([would.count, did.count, differenceMinor]).toEqual([0, 0, 0])
  })
})

test('a step above the price is billed, and the surplus is the payer’s, not what is left', () => {
  const ladder = { ...card, ladder: [point(400)], terms: { commissionBp: 0, fixedMinor: 0 } }
  const { would } = compareAccount([sold], ladder)
  expect([would.grossMinor, would.surplusMinor, would.netMinor]).toEqual([4000, 1000, 2500])
})

test('no tax of ours where the provider owes it, nor on money that becomes balance', () => {
  expect(compareAccount([sold], { ...card, providerOwesVat: true }).would.vatMinor).toBe(0)
  expect(compareAccount([{ ...sold, isTopUp: true, vatMinor: 0 }], card).would.vatMinor).toBe(0)
})

test('a commission above the price takes the price and no more', () => {
  const dear = { ...card, terms: { commissionBp: 0, fixedMinor: 900 } }
  expect(compareAccount([sold], dear).would.commissionMinor).toBe(3000)
})

test('only purchases of the same rail through other accounts would move', () => {
  const byCard = { ...sold, rail: 'card' as const, accountId: 'card-1' }
  const groups = [sold, { ...sold, accountId: 'sms-2', count: 4 }, byCard]
  expect(countDiverted(groups, { ...card, id: 'sms', rail: 'premium_sms' })).toBe(4)
  expect(outcomeAsSold(groups).count).toBe(24)
})

describe('the address', () => {
  const now = Date.UTC(2026, 10, 22, 12)
  const read = (text: string) => {
    const search = new URLSearchParams(text)
    return readCompareRequest((name) => search.get(name) ?? undefined, { now, proposedLabel: 'offer' })
  }

  test('without anything it asks for thirty days, today included', () => {
    const { days, period, proposal, from } = read('')
    expect([days, from, proposal]).toEqual([30, '2026-10-24', undefined])
    // The clocks went back in between: thirty days and an hour.
    expect(period.to - period.from).toBe(30 * day + 3_600_000)
  })

  test('two days are both included; the wrong way round they are not read', () => {
    const typed = read('from=2026-11-02&to=2026-11-02')
    expect([typed.days, typed.period.to - typed.period.from]).toEqual([undefined, day])
    expect(read('from=2026-11-03&to=2026-11-02').days).toBe(30)
  })

  test('an offer is read as people type it', () => {
    expect(read('commission=1,4&fixed=0,25&delay=7&countries=fr+be').proposal).toEqual({
      label: 'offer',
      currency: 'EUR',
      terms: { commissionBp: 140, fixedMinor: 25 },
      payoutDelayDays: 7,
      providerOwesVat: false,
      countries: ['FR', 'BE'],
    })
  })

  test.each([
    ['commission=101', ['commission']],
    ['commission=2&fixed=x', ['fixed']],
    ['commission=2&delay=-1', ['delay']],
    ['commission=2&countries=France', ['countries']],
  ])('%s is refused and said', (text, problems) => {
    expect(read(text)).toMatchObject({ proposal: undefined, problems })
  })
})

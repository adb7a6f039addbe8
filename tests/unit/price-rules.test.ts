import { expect, test } from 'vitest'
import { eur, money } from '../../lib/money/money.ts'
import { offeredPrice, type PriceRule, priceOf } from '../../lib/pricing/price-rules.ts'

const vehicles = 1
const motorcycles = 2
const trail = [vehicles, motorcycles]
const at = Date.UTC(2026, 10, 20)
const day = 86_400_000

let made = 0
function rule(changes: Partial<PriceRule>): PriceRule {
  made += 1
  return {
    id: `rule-${made}`,
    kind: 'reveal',
    categoryId: null,
    country: null,
    rail: null,
    priceMinor: 100,
    currency: 'EUR',
    validFrom: at - day,
    validUntil: null,
    appliedAt: null,
    createdAt: at - day,
    createdBy: 'system',
    ...changes,
  }
}

const reveal = { kind: 'reveal', categoryTrail: trail, at } as const

test('without a rule the usual price holds, and what has none is not sold', () => {
  expect(priceOf([], { ...reveal, usual: eur(150) })).toEqual(eur(150))
  expect(priceOf([rule({ kind: 'post' })], reveal)).toBeUndefined()
})

test('the deepest category decides, whatever the order the rules are given in', () => {
  const rules = [
    rule({ categoryId: motorcycles, priceMinor: 300 }),
    rule({ priceMinor: 100, validFrom: at - 1 }),
    rule({ categoryId: vehicles, priceMinor: 200, validFrom: at - 1 }),
  ]
  for (const order of [rules, [...rules].reverse()]) {
    expect(priceOf(order, reveal)).toEqual(eur(300))
    expect(priceOf(order, { ...reveal, categoryTrail: [vehicles] })).toEqual(eur(200))
    expect(priceOf(order, { ...reveal, categoryTrail: [9] })).toEqual(eur(100))
  }
})

test('in one category the rail goes before the country, and both before neither', () => {
  const rules = [
    rule({ priceMinor: 100 }),
    rule({ priceMinor: 200, country: 'BE' }),
    rule({ priceMinor: 300, rail: 'premium_sms' }),
    rule({ priceMinor: 400, rail: 'premium_sms', country: 'BE' }),
  ]
  expect(priceOf(rules, { ...reveal, country: 'FR', rail: 'card' })).toEqual(eur(100))
  expect(priceOf(rules, { ...reveal, country: 'BE', rail: 'card' })).toEqual(eur(200))
  expect(priceOf(rules, { ...reveal, country: 'FR', rail: 'premium_sms' })).toEqual(eur(300))
  expect(priceOf(rules, { ...reveal, country: 'BE', rail: 'premium_sms' })).toEqual(eur(400))
  expect(priceOf(rules, reveal)).toEqual(eur(100))
})

test('a price holds from its first moment to the last before its end', () => {
  const rules = [rule({ priceMinor: 100 }), rule({ priceMinor: 200, validFrom: at, validUntil: at + day })]
  const priceAt = (moment: number) => priceOf(rules, { ...reveal, at: moment })?.minor
  expect([at - 1, at, at + day - 1, at + day].map(priceAt)).toEqual([100, 200, 200, 100])
})

test('of two rules for the same thing the one that began last holds, then the one written last', () => {
  const began = [rule({ priceMinor: 100, validFrom: at - 2 }), rule({ priceMinor: 200, validFrom: at - 1 })]
  expect(priceOf(began, reveal)).toEqual(eur(200))
  const written = [rule({ priceMinor: 300, createdAt: at }), rule({ priceMinor: 200, createdAt: at - 1 })]
  expect(priceOf(written, reveal)).toEqual(eur(300))
})

test('a floor of the rail lifts what is below it, and never what is free', () => {
  const floor = rule({ kind: 'rail_floor', rail: 'premium_sms', priceMinor: 200 })
  const by = (rail: 'premium_sms' | 'card', usual: number) =>
    priceOf([floor], { ...reveal, rail, usual: eur(usual) })?.minor
  expect([by('premium_sms', 150), by('premium_sms', 300), by('premium_sms', 0), by('card', 150)]).toEqual([
    200, 300, 0, 150,
  ])
  const pounds = priceOf([floor], { ...reveal, rail: 'premium_sms', usual: money(150, 'GBP') })
  expect(pounds).toEqual(money(150, 'GBP'))
})

test('what an ad shows is what is offered, unless a rule names the country or the rail', () => {
  const rules = [rule({ priceMinor: 500 }), rule({ priceMinor: 250, country: 'BE' })]
  const offered = (country: string, usual: number) =>
    offeredPrice(rules, { ...reveal, country, rail: 'card', usual: eur(usual) }).minor
  expect([offered('FR', 150), offered('BE', 150), offered('BE', 0)]).toEqual([150, 250, 0])
})

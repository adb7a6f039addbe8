import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { commit } from '../../db/commit.ts'
import { sweepCharges } from '../../lib/checkout/sweep-charges.ts'
import { decimalAmount, eur, money } from '../../lib/money/money.ts'
import { findAccount } from '../../lib/providers/accounts-queries.ts'
import { changeAccountSettings } from '../../lib/providers/accounts-store.ts'
import { minute } from '../../lib/time/time.ts'
import { startAnsweringServer } from '../support/answering-server.ts'
import { type Fault, faults, startFaultProxy } from '../support/fault-proxy.ts'
import { openTestSite, type TestAd, testNow } from '../support/test-site.ts'

type Taken = { id: string; correlator: string; amount: string; status: 'open' | 'paid' }

/** Asking again after 1, 5, 15 and 60 minutes, with some room. */
const turns = [2, 8, 24, 90]
const price = eur(1000)

let site: Awaited<ReturnType<typeof openTestSite>>
let company: Awaited<ReturnType<typeof startAnsweringServer>>
let proxy: Awaited<ReturnType<typeof startFaultProxy>>
let charges: Map<string, Taken>

beforeEach(async () => {
  site = await openTestSite()
  company = await startAnsweringServer()
  proxy = await startFaultProxy(company.origin)
  charges = new Map()
  company.answer(({ method, url, body }) => {
    const found = method === 'POST' ? openAtCompany(JSON.parse(body)) : charges.get(url.split('/').at(-1) ?? '')
    if (!found) return { status: 404, body: '{}' }
    return {
      status: method === 'POST' ? 201 : 200,
      body: JSON.stringify(method === 'POST' ? page(found) : told(found)),
    }
  })
  const settings = { ...findAccount('card-eur')?.settings, baseUrl: proxy.origin }
  await commit([changeAccountSettings('card-eur', settings)])
})
afterEach(async () => {
  await proxy.close()
  await company.close()
  site.close()
})

/** The correlator is the company's idempotency key. */
function openAtCompany({ correlator, amount }: Readonly<{ correlator: string; amount: string }>): Taken {
  const known = [...charges.values()].find((charge) => charge.correlator === correlator)
  const charge = known ?? { id: `ch_${charges.size + 1}`, correlator, amount, status: 'open' as const }
  charges.set(charge.id, charge)
  return charge
}
const page = ({ id }: Taken) => ({ id, kind: 'redirect', url: `https://company.example/${id}` })
const told = ({ id, correlator, amount, status }: Taken) => ({
  id,
  correlator,
  merchant: findAccount('card-eur')?.settings['merchantId'],
  mode: 'test',
  status,
  amount,
  currency: 'EUR',
  reversedAmount: '0.00',
  at: Math.floor(testNow / 1000) + 30,
})

async function press(ad: TestAd, buyer: Awaited<ReturnType<typeof site.payer>>, now = testNow) {
  const quote = site.quote(ad, 'card-eur', { now })
  await site.buy(buyer, quote, { now }).catch(() => undefined)
  return quote
}

/** The payer pays on the company's own page, and the message about it is lost. */
function payAtCompany(correlator: string): void {
  for (const charge of charges.values()) if (charge.correlator === correlator) charge.status = 'paid'
}
const collected = () => [...charges.values()].filter(({ status }) => status === 'paid')

async function sweepUntil(last: number, from = 0): Promise<void> {
  for (const turn of turns.slice(from, last)) await sweepCharges(testNow + turn * minute)
}

async function requireOnePayment(ad: TestAd, buyer: Awaited<ReturnType<typeof site.payer>>): Promise<void> {
  expect(collected().map(({ amount }) => amount)).toEqual([decimalAmount(price)])
  expect(site.isUnlocked(buyer, ad)).toBe(true)
  expect(site.count('charges', "state = 'paid'")).toBe(1)
  expect(site.count('ledger_transactions', "kind in ('settlement', 'surplus', 'suspense')")).toBe(1)
  const { sum } = site.row<{ sum: number }>(
    "select sum(paid_minor) as sum from purchases where currency = 'EUR' and state = 'settled'",
  )
  expect(money(sum, 'EUR')).toEqual(price)
  await site.requireSoundBooks()
}

describe.each(faults)('%s', (fault: Fault) => {
  test('while the company is asked: who paid has access once it can be asked, and was billed once', async () => {
    const ad = await site.addAd({ price })
    const buyer = await site.payer()
    const charge = site.chargeOf(await press(ad, buyer))
    payAtCompany(charge.correlator)

    proxy.become(fault)
    await sweepUntil(1)
    proxy.become('none')
    await sweepUntil(turns.length, 1)
    await requireOnePayment(ad, buyer)

    // The message that was lost arrives after all, twice.
    const late = site.paid(charge, { reference: [...charges.keys()][0] })
    for (const at of [late.at, late.at + 1000]) await site.deliver(charge, { ...late, at })
    await requireOnePayment(ad, buyer)
  }, 60_000)

  test('while the charge is opened: pressed again, the payer is billed once', async () => {
    const ad = await site.addAd({ price })
    const buyer = await site.payer()
    proxy.become(fault)
    const first = await press(ad, buyer)
    expect(site.isUnlocked(buyer, ad)).toBe(false)
    proxy.become('none')
    const same = site.buy(buyer, first).catch(() => undefined)
    const again = await press(ad, buyer, testNow + minute)
    await same
    payAtCompany(site.chargeOf(again).correlator)
    await sweepUntil(turns.length)

    await requireOnePayment(ad, buyer)
  }, 60_000)
})

test('the control: with nobody asking, who paid stays without access', async () => {
  const ad = await site.addAd({ price })
  const buyer = await site.payer()
  const charge = site.chargeOf(await press(ad, buyer))
  payAtCompany(charge.correlator)

  expect(collected()).toHaveLength(1)
  expect(site.isUnlocked(buyer, ad)).toBe(false)
})

test('a company that is away opens nothing, and after five failures is not asked for a while', async () => {
  proxy.become('refuse')
  for (let times = 0; times < 7; times += 1) await press(await site.addAd({ price }), await site.payer())
  expect(proxy.count()).toBeLessThanOrEqual(7)
  expect(findAccount('card-eur')?.restsUntil).toBeGreaterThan(testNow)
  expect(collected()).toEqual([])
})

// The sweeper asks many companies: one that hangs, or is away for long, must not cost another's payers their time.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { writer } from '../../db/client.ts'
import { commit } from '../../db/commit.ts'
import { checkPurchase } from '../../lib/checkout/check-purchase.ts'
import { sweepCharges } from '../../lib/checkout/sweep-charges.ts'
import { eur } from '../../lib/money/money.ts'
import { findAccount } from '../../lib/providers/accounts-queries.ts'
import { changeAccountSettings } from '../../lib/providers/accounts-store.ts'
import { minute } from '../../lib/time/time.ts'
import { startAnsweringServer } from '../support/answering-server.ts'
import type { PlayedCompany } from '../support/companies/played-company.ts'
import { playDemoCompany } from '../support/companies/prepaid-companies.ts'
import { startFaultProxy } from '../support/fault-proxy.ts'
import { openTestSite, testNow } from '../support/test-site.ts'
import { holdTimeouts } from '../support/virtual-timeouts.ts'

const price = eur(150)
const ids = ['card-eur', 'prepaid'] as const
type Id = (typeof ids)[number]

let site: Awaited<ReturnType<typeof openTestSite>>
const timeouts = holdTimeouts()
const servers = new Map<Id, Awaited<ReturnType<typeof startAnsweringServer>>>()
const proxies = new Map<Id, Awaited<ReturnType<typeof startFaultProxy>>>()
const companies = new Map<Id, PlayedCompany>()

beforeAll(async () => {
  site = await openTestSite()
  for (const id of ids) {
    const server = await startAnsweringServer()
    const proxy = await startFaultProxy(server.origin, { expire: timeouts.expire })
    servers.set(id, server)
    proxies.set(id, proxy)
    await commit([changeAccountSettings(id, { ...findAccount(id)?.settings, baseUrl: proxy.origin })])
  }
})
beforeEach(() => {
  writer().$client.exec('update charges set next_check_at = null')
  for (const id of ids) {
    const company = playDemoCompany(findAccount(id)?.settings['merchantId'] ?? '', testNow)
    companies.set(id, company)
    servers.get(id)?.answer((request) => company.answer(request))
  }
})
afterEach(() => {
  for (const proxy of proxies.values()) proxy.become('none')
})
afterAll(async () => {
  timeouts.restore()
  for (const proxy of proxies.values()) await proxy.close()
  for (const server of servers.values()) await server.close()
  site.close()
})

/** Opened, paid at the company, and no message of it came. */
async function paidInSilence(id: Id) {
  const ad = await site.addAd({ price })
  const buyer = await site.payer()
  const token = site.quote(ad, id)
  await site.buy(buyer, token)
  const charge = site.chargeOf(token)
  companies.get(id)?.pay(charge.correlator)
  return { ad, buyer, charge, isUnlocked: () => site.isUnlocked(buyer, ad), now: () => site.chargeById(charge.id) }
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve))
}

test('while one company hangs, who paid another has access', async () => {
  const stuck = await paidInSilence('card-eur')
  const other = await paidInSilence('prepaid')
  const proxy = proxies.get('card-eur')
  proxy?.become('hang')
  const sweeping = sweepCharges(testNow + 2 * minute)
  await proxy?.hanging()
  await until(other.isUnlocked)
  expect(stuck.isUnlocked()).toBe(false)
  proxy?.become('none')
  proxy?.letGo()
  await sweeping
  expect(stuck.isUnlocked()).toBe(true)
  await site.requireSoundBooks()
})

test('a company that is away is asked three times a round, and nobody’s turn is used up by not asking', async () => {
  const payers = []
  for (let count = 0; count < 6; count += 1) payers.push(await paidInSilence('card-eur'))
  const proxy = proxies.get('card-eur')
  proxy?.become('unheard')
  await sweepCharges(testNow + 2 * minute)
  expect(proxy?.count()).toBe(3)
  expect(payers.map(({ now }) => now().checks).sort()).toEqual([0, 0, 0, 1, 1, 1])
  proxy?.become('none')
  await sweepCharges(testNow + 8 * minute)
  expect(payers.every(({ isUnlocked }) => isUnlocked())).toBe(true)
  await site.requireSoundBooks()
})

test('a payer who presses “check now” as often as she likes uses up no turn of the sweeper', async () => {
  const payer = await paidInSilence('card-eur')
  const proxy = proxies.get('card-eur')
  proxy?.become('refuse')
  const context = { actor: payer.buyer, locale: 'fr', address: '192.0.2.1' } as const
  for (let times = 0; times < 12; times += 1) {
    await checkPurchase({ id: payer.charge.purchaseId, locale: 'fr' }, { ...context, now: testNow + times * 1000 })
  }
  expect(payer.now()).toMatchObject({ checks: 0, nextCheckAt: payer.charge.nextCheckAt })
  proxy?.become('none')
  await sweepCharges(testNow + 2 * minute)
  expect(payer.isUnlocked()).toBe(true)
})

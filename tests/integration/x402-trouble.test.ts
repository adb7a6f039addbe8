// A program pays within one request, so the trouble is in that request: whatever gets lost, one payment is one transfer,
// and who made it has the contact as soon as the network can be asked.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writer } from '../../db/client.ts'
import { commit } from '../../db/commit.ts'
import { buyForProgram } from '../../lib/checkout/buy-for-program.ts'
import { sweepCharges } from '../../lib/checkout/sweep-charges.ts'
import { isDomainError } from '../../lib/errors/domain-error.ts'
import { eur } from '../../lib/money/money.ts'
import { changeAccountSettings, insertAccount } from '../../lib/providers/accounts-store.ts'
import { minute } from '../../lib/time/time.ts'
import { startAnsweringServer } from '../support/answering-server.ts'
import { companyNow } from '../support/companies/played-company.ts'
import { playX402 } from '../support/companies/x402-company.ts'
import { faults, startFaultProxy } from '../support/fault-proxy.ts'
import { providerAccount } from '../support/provider-account.ts'
import { openTestSite, type TestAd } from '../support/test-site.ts'
import { holdTimeouts } from '../support/virtual-timeouts.ts'

const asset = `0x${'a1'.repeat(20)}`
const payTo = `0x${'b2'.repeat(20)}`
const network = 'eip155:84532'

let site: Awaited<ReturnType<typeof openTestSite>>
let server: Awaited<ReturnType<typeof startAnsweringServer>>
let proxy: Awaited<ReturnType<typeof startFaultProxy>>
let company: ReturnType<typeof playX402>
const timeouts = holdTimeouts()

const settings = (nodeUrl?: string) => ({
  ...{ facilitatorUrl: proxy.origin, network, asset, assetName: 'Test Euro', payTo, currency: 'EUR' },
  ...(nodeUrl === undefined ? {} : { nodeUrl }),
})

beforeAll(async () => {
  site = await openTestSite()
  server = await startAnsweringServer()
  proxy = await startFaultProxy(server.origin, { expire: timeouts.expire })
  const account = providerAccount({ id: 'x402', kind: 'x402', rail: 'lightning', settings: settings() })
  await commit([insertAccount(account, companyNow)])
})
afterAll(async () => {
  timeouts.restore()
  await proxy.close()
  await server.close()
  site.close()
})

async function begin(
  played: Parameters<typeof playX402>[1] = {},
  nodeUrl: string | undefined = `${proxy.origin}/node`,
) {
  company = playX402(asset, played)
  server.answer((request) => company.answer(request))
  proxy.become('none')
  await commit([changeAccountSettings('x402', settings(nodeUrl))])
  writer().$client.exec(
    'update charges set next_check_at = null; update provider_accounts set failures = 0, rests_until = null',
  )
  return site.addAd({ price: eur(150) })
}

let payments = 0
/** A payment of 1.50 that may be made within a minute. */
function sign(): string {
  payments += 1
  const accepted = {
    ...{ scheme: 'exact', network, amount: '1500000', asset, payTo, maxTimeoutSeconds: 60 },
    extra: { name: 'Test Euro', version: '2' },
  }
  const authorization = {
    ...{ from: `0x${'c3'.repeat(20)}`, to: payTo, value: '1500000', validAfter: '0' },
    ...{ validBefore: String(companyNow / 1000 + 60), nonce: `0x${payments.toString(16).padStart(64, '0')}` },
  }
  const payload = { signature: `0x${'d4'.repeat(65)}`, authorization }
  return Buffer.from(JSON.stringify({ x402Version: 2, accepted, payload })).toString('base64')
}

async function buy({ ref }: TestAd, payment: string, { now = companyNow, retryKey = 'own-key-0001' } = {}) {
  const actor = { deviceHash: undefined, payerIds: [], memberId: undefined }
  const context = { actor, now, locale: 'fr', address: '192.0.2.1', program: { payment, retryKey } } as const
  try {
    return (await buyForProgram({ ref, waiver: true, country: 'FR', locale: 'fr' }, context)).kind
  } catch (error) {
    if (isDomainError(error)) return error.code
    throw error
  }
}

const unlocks = ({ id }: TestAd) => site.count('unlocks', `ad_id = ${id}`)

async function sweep(): Promise<void> {
  for (const turn of [2, 8, 24, 90]) {
    company.letPass(companyNow + turn * minute)
    await sweepCharges(companyNow + turn * minute)
  }
}

test.each(faults)('%s: one payment is one transfer at most, and what was transferred is had', async (fault) => {
  const ad = await begin()
  const payment = sign()
  proxy.become(fault)
  const first = await buy(ad, payment)
  proxy.become('none')
  await proxy.deliverBelated()
  await sweep()
  const made = company.debits()
  expect(made.length).toBeLessThanOrEqual(1)
  expect(unlocks(ad)).toBe(made.length)
  if (made.length === 1) expect(await buy(ad, payment, { now: companyNow + 91 * minute })).toBe('unlocked')
  if (first === 'unlocked') expect(made).toHaveLength(1)
  // The transfer can be read by anybody: to another it opens nothing.
  expect(await buy(ad, payment, { retryKey: 'another-key-9' })).not.toBe('unlocked')
  expect(company.debits()).toHaveLength(made.length)
  expect(unlocks(ad)).toBe(made.length)
  await site.requireSoundBooks()
})

test.each(['reset', 'silence', 'half', 'gateway'] as const)(
  '%s at the transfer alone: the network is asked',
  async (fault) => {
    const ad = await begin()
    const payment = sign()
    server.answer((request) => {
      if (request.url === '/settle') proxy.become('none')
      const told = company.answer(request)
      if (request.url === '/verify') proxy.become(fault)
      return told
    })
    // The first question passes, the transfer is made and its answer lost.
    const answers = [await buy(ad, payment)]
    expect(company.debits()).toHaveLength(1)
    proxy.become('none')
    answers.push(await buy(ad, payment, { now: companyNow + 1000 }))
    expect(answers.at(-1)).toBe('unlocked')
    expect(unlocks(ad)).toBe(1)
    await site.requireSoundBooks()
  },
)

import { afterAll, beforeAll, expect, test } from 'vitest'
import { requestUnlock } from '../../lib/checkout/request-unlock.ts'
import { sweepCharges } from '../../lib/checkout/sweep-charges.ts'
import { eur } from '../../lib/money/money.ts'
import { accountContext } from '../../lib/providers/accounts.ts'
import { findAccount } from '../../lib/providers/accounts-queries.ts'
import { changeAccountState } from '../../lib/providers/change-account-state.ts'
import type { ChargeOpening } from '../../lib/providers/provider.ts'
import { providerOf } from '../../lib/providers/registry.ts'
import { stopPump } from '../../lib/simulator/pump.ts'
import { closeWorld } from '../../lib/simulator/world.ts'
import { freePorts } from '../support/real-kannel.ts'
import { askPhone } from '../support/simulated-phone.ts'
import { openTestSite } from '../support/test-site.ts'
import { startWorldServer } from '../support/world-server.ts'

let site: Awaited<ReturnType<typeof openTestSite>>
let server: Awaited<ReturnType<typeof startWorldServer>>
beforeAll(async () => {
  const [port = 0] = await freePorts(1)
  site = await openTestSite({ PORT: String(port), OBOLE_ORIGIN: `http://127.0.0.1:${port}` })
  server = await startWorldServer(port)
  await changeAccountState('stripe', { state: 'active', actor: 'test', now: Date.now() })
})
afterAll(async () => {
  stopPump()
  await server.close()
  closeWorld()
  site.close()
})

const phone = (path: string, body: Record<string, unknown>) => askPhone(server, path, body)

/** A visitor who chose to pay by card and was sent to Stripe's page. */
async function begin() {
  const ad = await site.addAd({ price: eur(150) })
  const buyer = await site.payer()
  const now = Date.now()
  const token = site.quote(ad, 'stripe', { now })
  const context = { actor: buyer, now, locale: 'fr', address: '192.0.2.1' } as const
  await requestUnlock({ locale: 'fr', quote: token, waiver: true }, context)
  const opening = site.chargeOf(token).opening as ChargeOpening | null
  if (opening?.kind !== 'redirect') throw new Error(`not a page: ${opening?.kind}`)
  const id = opening.url.split('/').at(-1) ?? ''
  const pay = async (card: string) => {
    await phone(`consent/${id}`, { card, msisdn: '+33639982701' })
    await phone(`consent/${id}`, { action: 'approve', msisdn: '+33639982701' })
  }
  return { id, pay, isUnlocked: () => site.isUnlocked(buyer, ad), charge: () => site.chargeOf(token) }
}

async function eventually(check: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100 && !check(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 50))
  expect(check()).toBe(true)
}

test('a card pays once and opens the access; its dispute closes it', async () => {
  const { id, pay, isUnlocked } = await begin()
  await pay('4970 0000 0000 0014')
  expect(isUnlocked()).toBe(true)
  await pay('4970 0000 0000 0014')
  await site.requireSoundBooks()
  await phone(`charges/${id}`, { action: 'reverse' })
  await eventually(() => !isUnlocked())
  await site.requireSoundBooks()
})

test('a card that is refused opens nothing', async () => {
  const { pay, isUnlocked, charge } = await begin()
  await pay('4970 0000 0000 0022')
  expect(isUnlocked()).toBe(false)
  expect(charge().state).toBe('failed')
})

test('a payment announced twice opens once, and one never announced is found by asking', async () => {
  const twice = await begin()
  await twice.pay('4970 0000 0000 0055')
  expect(twice.isUnlocked()).toBe(true)
  const lost = await begin()
  await lost.pay('4970 0000 0000 0063')
  expect(lost.isUnlocked()).toBe(false)
  await sweepCharges(Date.now() + 120_000)
  expect(lost.isUnlocked()).toBe(true)
  await site.requireSoundBooks()
})

test('our own refund is made once and is not taken for a reversal', async () => {
  const { pay, charge } = await begin()
  await pay('4970 0000 0000 0014')
  const found = findAccount('stripe')
  if (!found) throw new Error('there is no such account')
  const account = accountContext(found)
  const { providerReference, correlator } = charge()
  const reference = providerReference ?? ''
  const provider = providerOf('stripe')
  const refund = { account, reference, amount: eur(100), refundId: 'refund-1', now: Date.now() }
  const first = await provider.refundCharge?.(refund)
  expect(first).toMatchObject({ state: 'done' })
  expect(await provider.refundCharge?.(refund)).toEqual(first)
  expect(await provider.refundCharge?.({ ...refund, refundId: 'refund-2' })).toMatchObject({ state: 'refused' })
  const asked = await provider.fetchCharge?.({ account, reference, correlator, now: Date.now() })
  expect(asked).toMatchObject({ state: 'paid' })
  expect(asked).not.toHaveProperty('reversedMinor')
})

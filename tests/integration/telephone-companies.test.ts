import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eur } from '../../lib/money/money.ts'
import type { Payer } from '../../lib/payers/payers.ts'
import { changeAccountState } from '../../lib/providers/change-account-state.ts'
import type { ChargeOpening } from '../../lib/providers/provider.ts'
import { stopPump } from '../../lib/simulator/pump.ts'
import { closeWorld } from '../../lib/simulator/world.ts'
import { freePorts } from '../support/real-kannel.ts'
import { openTestSite, type TestAd } from '../support/test-site.ts'
import { startWorldServer } from '../support/world-server.ts'

let site: Awaited<ReturnType<typeof openTestSite>>
let server: Awaited<ReturnType<typeof startWorldServer>>
beforeAll(async () => {
  const [port = 0] = await freePorts(1)
  site = await openTestSite({ PORT: String(port), OBOLE_ORIGIN: `http://127.0.0.1:${port}` })
  server = await startWorldServer(port)
})
afterAll(async () => {
  stopPump()
  await server.close()
  closeWorld()
  site.close()
})

// biome-ignore lint/suspicious/noExplicitAny: the control interface answers many shapes, checked where they matter.
async function phone(path: string, body?: Record<string, unknown>): Promise<any> {
  const response = await fetch(`${server.origin}/simulator/api/${path}`, {
    ...(body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  return response.json()
}

type Begun = Readonly<{
  ad: TestAd
  buyer: Payer
  purchaseId: string
  opening: ChargeOpening
  token: string
  chargeState: () => string
}>

/** A visitor who chose to pay through a company and was told what to do. */
async function begin(accountId: string): Promise<Begun> {
  await changeAccountState(accountId, { state: 'active', actor: 'test', now: Date.now() })
  const ad = await site.addAd({ price: eur(150) })
  const buyer = await site.payer()
  const now = Date.now()
  const token = site.quote(ad, accountId, { now, pricePointId: 'FR-150' })
  await site.buy(buyer, token, { now })
  const charge = site.chargeOf(token)
  const opening = charge.opening as ChargeOpening | null
  if (opening === null) throw new Error(`nothing to do for ${accountId}: ${charge.state} ${charge.failureCode}`)
  return { ad, buyer, purchaseId: charge.purchaseId, opening, token, chargeState: () => site.chargeOf(token).state }
}

async function bill(msisdn: string): Promise<number[]> {
  const state = await phone(`state?msisdn=${encodeURIComponent(msisdn)}`)
  return state.bill.map((line: { amountMinor: number; reversedMinor: number }) => line.amountMinor - line.reversedMinor)
}

describe('premium texts through Fortumo', () => {
  async function text({ opening }: Begun, msisdn: string) {
    if (opening.kind !== 'send_sms') throw new Error(`not a text: ${opening.kind}`)
    return phone('messages', { msisdn, to: opening.shortCode, text: opening.text })
  }

  test('the answer is billed, and its report opens the access', async () => {
    const begun = await begin('fortumo')
    await text(begun, '+33639982001')
    expect(site.isUnlocked(begun.buyer, begun.ad)).toBe(true)
    expect(await bill('+33639982001')).toEqual([150])
    const { messages } = await phone(`state?msisdn=${encodeURIComponent('+33639982001')}`)
    expect(messages.at(-1)).toMatchObject({ direction: 'in' })
    expect(messages.at(-1).text.length).toBeLessThanOrEqual(120)
    await site.requireSoundBooks()
  })

  test('a telephone that cannot be billed opens nothing, and the charge says so', async () => {
    const begun = await begin('fortumo')
    await text(begun, '+33639980002')
    expect(site.isUnlocked(begun.buyer, begun.ad)).toBe(false)
    expect(begun.chargeState()).toBe('failed')
    expect(await bill('+33639980002')).toEqual([])
  })

  test('a text handed over twice is billed as the operator did and opens once', async () => {
    const begun = await begin('fortumo')
    await text(begun, '+33639980009')
    expect(site.isUnlocked(begun.buyer, begun.ad)).toBe(true)
    expect(site.walletOf(begun.buyer)).toBe(0)
    await site.requireSoundBooks()
  })
})

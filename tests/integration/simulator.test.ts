import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enterCode } from '../../lib/checkout/enter-code.ts'
import { config, useConfig } from '../../lib/config/env.ts'
import { eur } from '../../lib/money/money.ts'
import type { Payer } from '../../lib/payers/payers.ts'
import { callbackToken } from '../../lib/providers/accounts.ts'
import { listAccounts } from '../../lib/providers/accounts-queries.ts'
import type { ChargeOpening } from '../../lib/providers/provider.ts'
import { findPurchase } from '../../lib/purchases/purchases-queries.ts'
import { stopPump } from '../../lib/simulator/pump.ts'
import { listTraffic } from '../../lib/simulator/traffic.ts'
import { closeWorld } from '../../lib/simulator/world.ts'
import { freePorts } from '../support/real-kannel.ts'
import { askPhone } from '../support/simulated-phone.ts'
import { openTestSite, type TestAd } from '../support/test-site.ts'
import { startWorldServer, worldPaths } from '../support/world-server.ts'

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

const phone = (path: string, body?: Record<string, unknown>) => askPhone(server, path, body)

type Begun = Readonly<{
  ad: TestAd
  buyer: Payer
  purchaseId: string
  opening: ChargeOpening
  chargeState: () => string
  token: string
}>

/** A visitor who has chosen a way to pay and was told what to do. */
async function begin(accountId: string, priceMinor = 150): Promise<Begun> {
  const ad = await site.addAd({ price: eur(priceMinor) })
  const buyer = await site.payer()
  const now = Date.now()
  const token = site.quote(ad, accountId, { now })
  const begun = await site.buy(buyer, token, { now })
  const { purchaseId } = site.chargeOf(token)
  const kept = site.chargeOf(token).opening as ChargeOpening | null
  if (kept === null) throw new Error(`nothing to do for ${accountId}: ${JSON.stringify(begun)}`)
  return { ad, buyer, purchaseId, opening: kept, chargeState: () => site.chargeOf(token).state, token }
}

async function text(opening: ChargeOpening, msisdn: string, change: (text: string) => string = (same) => same) {
  if (opening.kind !== 'send_sms') throw new Error(`not a text: ${opening.kind}`)
  return phone('messages', { msisdn, to: opening.shortCode, text: change(opening.text) })
}

async function received(msisdn: string): Promise<string[]> {
  const { messages } = await phone(`state?msisdn=${encodeURIComponent(msisdn)}`)
  return messages
    .filter((message: { direction: string }) => message.direction === 'in')
    .map((message: { text: string }) => message.text)
}

async function bill(msisdn: string): Promise<number[]> {
  const state = await phone(`state?msisdn=${encodeURIComponent(msisdn)}`)
  return state.bill.map((line: { amountMinor: number; reversedMinor: number }) => line.amountMinor - line.reversedMinor)
}

async function eventually(check: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await check()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('it did not happen')
}

const chargeIdOf = (opening: ChargeOpening) =>
  opening.kind === 'redirect' ? (opening.url.split('/').at(-1) ?? '') : ''

describe('paying by text from the phone', () => {
  test('the text opens the access, the answer never holds the contact, and the bill shows the price', async () => {
    const { ad, buyer, opening } = await begin('sms-81234')
    await text(opening, '+33639981101')
    expect(site.isUnlocked(buyer, ad)).toBe(true)
    const [answer = ''] = await received('+33639981101')
    expect(answer.length).toBeGreaterThan(20)
    expect(answer.replace(/\D/g, '')).not.toContain('0261914837')
    expect(await bill('+33639981101')).toEqual([150])
  })

  test('a misspelled keyword and a code in small letters are understood', async () => {
    const { ad, buyer, opening } = await begin('sms-81234')
    await text(opening, '+33639981102', (asked) => asked.replace('VOIR', 'VIOR').toLowerCase())
    expect(site.isUnlocked(buyer, ad)).toBe(true)
  })

  test.each([
    ['no credit', '+33639980002'],
    ['blocked', '+33639980003'],
    ['capped', '+33639980007'],
  ])('a telephone with %s is not billed and opens nothing', async (_name, msisdn) => {
    const { ad, buyer, opening } = await begin('sms-81234')
    await text(opening, msisdn)
    expect(site.isUnlocked(buyer, ad)).toBe(false)
    expect(await bill(msisdn)).toEqual([])
  })

  test('a text that the operator holds opens nothing until it is delivered', async () => {
    const { ad, buyer, opening } = await begin('sms-81234')
    const { messages } = await text(opening, '+33639980004')
    expect(messages[0].state).toBe('held')
    expect(site.isUnlocked(buyer, ad)).toBe(false)
    await phone('messages/deliver', { id: messages[0].id })
    expect(site.isUnlocked(buyer, ad)).toBe(true)
  })

  test('two texts for one access are billed twice, and the second payment is kept for the payer', async () => {
    const { ad, buyer, opening } = await begin('sms-81234')
    await text(opening, '+33639980005')
    expect(site.isUnlocked(buyer, ad)).toBe(true)
    expect(await bill('+33639980005')).toEqual([150, 150])
    expect(site.walletOf(buyer)).toBe(150)
    await site.requireSoundBooks()
  })

  test('the same text delivered twice by the gateway counts once', async () => {
    const { buyer, opening } = await begin('sms-81234')
    await text(opening, '+33639980009')
    expect(await bill('+33639980009')).toEqual([150])
    expect(site.walletOf(buyer)).toBe(0)
  })

  test('a report that never comes leaves the access closed', async () => {
    const { ad, buyer, opening, chargeState } = await begin('sms-81234')
    await text(opening, '+33639980006')
    expect(site.isUnlocked(buyer, ad)).toBe(false)
    expect(chargeState()).toBe('pending')
  })

  test('STOP and CONTACT are answered and cost nothing', async () => {
    await phone('messages', { msisdn: '+33639981103', to: '81234', text: 'CONTACT' })
    await phone('messages', { msisdn: '+33639981103', to: '81234', text: 'stop' })
    expect(await received('+33639981103')).toHaveLength(2)
    expect(await bill('+33639981103')).toEqual([])
    expect(site.count('sms_stops')).toBe(1)
  })

  test('a number that nobody has is refused by the operator', async () => {
    const { messages } = await phone('messages', { msisdn: '+33639981104', to: '70000', text: 'VOIR' })
    expect(messages[0].state).toBe('refused')
  })
})

describe('paying by a call', () => {
  async function call(opening: ChargeOpening, msisdn: string) {
    if (opening.kind !== 'dial') throw new Error(`not a call: ${opening.kind}`)
    return phone('calls', { msisdn, number: opening.number })
  }
  const spokenCode = (view: { lines: { kind: string; text: string }[] }) =>
    (view.lines.findLast((line) => line.kind === 'digits')?.text ?? '').replace(/ /g, '')
  const enter = ({ purchaseId, buyer }: Begun, code: string) =>
    enterCode({ id: purchaseId, code, locale: 'fr' } as Parameters<typeof enterCode>[0], {
      actor: buyer,
      now: Date.now(),
      locale: 'fr',
      address: '192.0.2.9',
    })

  test('the code that the voice says opens the access once, and the announcement is free', async () => {
    const begun = await begin('call')
    const { id } = await call(begun.opening, '+33639981201')
    const opening = await phone(`calls/${id}`)
    expect(opening).toMatchObject({ state: 'announcement' })
    expect(opening.lines).toHaveLength(1)
    await phone(`calls/${id}`, { action: 'listen' })
    const { call: heard } = await phone(`calls/${id}`, { action: 'listen' })
    const code = spokenCode(heard)
    expect(code).toMatch(/^\d{8}$/)
    expect(await enter(begun, code)).toMatchObject({ outcome: 'settled' })
    expect(site.isUnlocked(begun.buyer, begun.ad)).toBe(true)
    expect(await bill('+33639981201')).toEqual([150])

    const other = await begin('call')
    await expect(enter(other, code)).rejects.toMatchObject({ code: 'code_refused' })
  })

  test('a call put down during the announcement is not billed', async () => {
    const { opening } = await begin('call')
    const { id } = await call(opening, '+33639981202')
    await phone(`calls/${id}`, { action: 'hang_up' })
    expect(await bill('+33639981202')).toEqual([])
  })

  test('a call cut before the end of the code is billed once, and calling again says the code free of charge', async () => {
    const begun = await begin('call')
    const { id } = await call(begun.opening, '+33639981203')
    await phone(`calls/${id}`, { action: 'listen' })
    await new Promise((resolve) => setTimeout(resolve, 3300))
    const { call: cut } = await phone(`calls/${id}`, { action: 'hang_up' })
    expect(await bill('+33639981203')).toEqual([150])
    const part = spokenCode(cut)
    expect(part.length).toBeGreaterThanOrEqual(2)
    expect(part.length).toBeLessThan(8)
    expect(site.isUnlocked(begun.buyer, begun.ad)).toBe(false)

    const again = await call(begun.opening, '+33639981203')
    await phone(`calls/${again.id}`, { action: 'listen' })
    const { call: whole } = await phone(`calls/${again.id}`, { action: 'listen' })
    expect(spokenCode(whole).startsWith(part)).toBe(true)
    expect(await bill('+33639981203')).toEqual([150])
    await enter(begun, spokenCode(whole))
    expect(site.isUnlocked(begun.buyer, begun.ad)).toBe(true)
  }, 15_000)

  test('a code that nobody heard is refused', async () => {
    await expect(enter(await begin('call'), '12345678')).rejects.toMatchObject({ code: 'code_refused' })
  })

  test('a blocked telephone hears why, and is not billed', async () => {
    const { opening } = await begin('call')
    expect(await call(opening, '+33639980003')).toMatchObject({ refusal: 'barred' })
    expect(await bill('+33639980003')).toEqual([])
  })
})

describe('paying on the page of the payment company', () => {
  const consent = (opening: ChargeOpening, body: Record<string, unknown>) =>
    phone(`consent/${chargeIdOf(opening)}`, body)

  test('consent on the operator’s page opens the access and leads back to the purchase', async () => {
    const { ad, buyer, opening, purchaseId } = await begin('carrier')
    const answer = await consent(opening, { msisdn: '+33639981301', action: 'confirm' })
    expect(answer).toMatchObject({ status: 'paid' })
    expect(answer.returnUrl).toContain(purchaseId)
    expect(site.isUnlocked(buyer, ad)).toBe(true)
    expect(await bill('+33639981301')).toEqual([150])
    // Consenting again changes nothing.
    await consent(opening, { msisdn: '+33639981301', action: 'confirm' })
    expect(await bill('+33639981301')).toEqual([150])
  })

  test.each([
    ['+33639980002', 'insufficient_funds'],
    ['+33639980003', 'barred'],
    ['+33639980007', 'limit_exceeded'],
  ])('%s is declined with %s and nothing is billed', async (msisdn, failure) => {
    const { ad, buyer, opening, chargeState, token } = await begin('carrier')
    await consent(opening, { msisdn, action: 'confirm' })
    expect(chargeState()).toBe('failed')
    expect(site.chargeOf(token).failureCode).toBe(failure)
    expect(site.isUnlocked(buyer, ad)).toBe(false)
    expect(await bill(msisdn)).toEqual([])
  })

  test('a payer who cancels has paid nothing', async () => {
    const { chargeState, opening } = await begin('card-eur')
    expect(await consent(opening, { action: 'cancel' })).toMatchObject({ status: 'cancelled' })
    expect(chargeState()).toBe('cancelled')
  })

  test('money taken back after payment is known to the books', async () => {
    const { opening, purchaseId } = await begin('carrier')
    await consent(opening, { msisdn: '+33639980008', action: 'confirm' })
    expect(findPurchase(purchaseId)?.reversedMinor).toBe(0)
    await phone(`charges/${chargeIdOf(opening)}`, { action: 'reverse' })
    expect(findPurchase(purchaseId)?.reversedMinor).toBe(150)
    await site.requireSoundBooks()
  })

  test('a payment that is confirmed late stays open until then', async () => {
    const { ad, buyer, opening, chargeState } = await begin('carrier')
    expect(await consent(opening, { msisdn: '+33639980004', action: 'confirm' })).toMatchObject({
      status: 'confirming',
    })
    expect(chargeState()).toBe('pending')
    await phone('due', { minutes: 30 })
    expect(site.isUnlocked(buyer, ad)).toBe(true)
  })

  test('a prepaid card pays once it has enough left', async () => {
    const { ad, buyer, opening } = await begin('prepaid')
    expect(await consent(opening, { card: '1234', action: 'confirm' })).toMatchObject({ error: 'wrong_code' })
    expect(await consent(opening, { card: '7000 0000 0000 00', action: 'confirm' })).toMatchObject({
      error: 'too_little',
    })
    expect(await consent(opening, { card: '70000000001000', action: 'confirm' })).toMatchObject({ status: 'paid' })
    expect(site.isUnlocked(buyer, ad)).toBe(true)
  })

  test('a bank card pays after its holder’s bank was answered', async () => {
    const { ad, buyer, opening } = await begin('card-eur')
    expect(await consent(opening, { card: '4970 0000 0000 0014', action: 'confirm' })).toMatchObject({
      status: 'reserved',
    })
    expect(site.isUnlocked(buyer, ad)).toBe(false)
    expect(await consent(opening, { action: 'approve' })).toMatchObject({ status: 'paid' })
    expect(site.isUnlocked(buyer, ad)).toBe(true)
  })

  test.each([
    ['4970 0000 0000 0022', 'declined'],
    ['4970 0000 0000 0030', 'insufficient_funds'],
    ['4242 4242 4242 4242', 'declined'],
  ])('card %s fails with %s', async (card, failure) => {
    const { chargeState, opening, token } = await begin('card-eur')
    await consent(opening, { card, action: 'confirm' })
    expect(chargeState()).toBe('failed')
    expect(site.chargeOf(token).failureCode).toBe(failure)
  })

  test('a payment announced twice, in two messages, counts once', async () => {
    const { ad, buyer, opening } = await begin('card-eur')
    await consent(opening, { card: '4970 0000 0000 0055', action: 'confirm' })
    await consent(opening, { action: 'approve' })
    expect(site.isUnlocked(buyer, ad)).toBe(true)
    expect(site.walletOf(buyer)).toBe(0)
  })

  test('an announcement that got lost opens the access when it is sent again', async () => {
    const { ad, buyer, opening } = await begin('card-eur')
    await consent(opening, { card: '4970 0000 0000 0063', action: 'confirm' })
    await consent(opening, { action: 'approve' })
    expect(site.isUnlocked(buyer, ad)).toBe(false)
    const { events } = await phone('state?all=1')
    const lost = events.find(
      (event: { chargeId: string; state: string }) => event.chargeId === chargeIdOf(opening) && event.state === 'lost',
    )
    await phone(`events/${lost.id}`, {})
    await eventually(() => site.isUnlocked(buyer, ad))
  })
})

describe('the doors of the demonstration', () => {
  test('the console shows exchanges without what would let a reader speak as the gateway', () => {
    const told = JSON.stringify(listTraffic(500))
    expect(told).toContain('kind=mo')
    expect(told).toContain('charge')
    for (const account of listAccounts()) {
      expect(told).not.toContain(callbackToken(account.id))
      for (const key of ['apiKey', 'secret', 'password']) {
        const secret = account.settings[key]
        if (secret) expect(told).not.toContain(secret)
      }
    }
  })

  test('the company opens to its merchants’ keys only', async () => {
    for (const authorization of ['', 'Bearer x', 'Bearer ']) {
      const response = await fetch(`${server.origin}/simulator/api/company/charges`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
        body: '{}',
      })
      expect(response.status).toBe(401)
    }
  })

  test('a form that another site makes a browser send is refused', async () => {
    const response = await fetch(`${server.origin}/simulator/api/handset`, {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example' },
      body: new URLSearchParams({ action: 'reset' }),
    })
    expect(response.status).toBe(403)
  })

  test('on a live site every one of them is not there, whatever a request says', async () => {
    const demo = config()
    useConfig({ ...demo, mode: 'live' })
    try {
      const paths = worldPaths.filter((path) => path.startsWith('/simulator'))
      expect(paths.length).toBeGreaterThan(12)
      for (const path of paths) {
        for (const method of ['GET', 'POST']) {
          const response = await fetch(`${server.origin}${path.replace(/:\w+/g, 'x')}?demo=1&mode=demo`, {
            method,
            headers: {
              'content-type': 'application/json',
              cookie: 'mode=demo',
              'x-obole-mode': 'demo',
              authorization: 'Bearer x',
            },
            ...(method === 'POST' ? { body: '{"mode":"demo","OBOLE_MODE":"demo"}' } : {}),
          })
          expect([404, 405], `${method} ${path}`).toContain(response.status)
          if (response.status === 405) expect(await response.text()).toBe('')
        }
      }
    } finally {
      useConfig(demo)
    }
  })
})

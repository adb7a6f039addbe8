import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writer } from '../../db/client.ts'
import { enterCode } from '../../lib/checkout/enter-code.ts'
import { requestUnlock } from '../../lib/checkout/request-unlock.ts'
import { sweepCharges } from '../../lib/checkout/sweep-charges.ts'
import { seal } from '../../lib/config/keys.ts'
import { eur } from '../../lib/money/money.ts'
import type { Payer } from '../../lib/payers/payers.ts'
import { callbackUrl } from '../../lib/providers/accounts.ts'
import { findAccount } from '../../lib/providers/accounts-queries.ts'
import { changeAccountState } from '../../lib/providers/change-account-state.ts'
import type { ChargeOpening } from '../../lib/providers/provider.ts'
import { fortumoQuery } from '../../lib/simulator/companies/fortumo/fortumo-wire.ts'
import { stopPump } from '../../lib/simulator/pump.ts'
import { closeWorld } from '../../lib/simulator/world.ts'
import { freePorts } from '../support/real-kannel.ts'
import { askPhone } from '../support/simulated-phone.ts'
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

const phone = (path: string, body?: Record<string, unknown>) => askPhone(server, path, body)

/** Changes one setting of an account, as the panel does. */
function setSetting(accountId: string, change: Readonly<Record<string, string>>): void {
  const account = findAccount(accountId)
  if (!account) throw new Error(`there is no account ${accountId}`)
  const settings = seal('provider-settings', accountId, JSON.stringify({ ...account.settings, ...change }))
  writer().$client.prepare('update provider_accounts set settings = ? where id = ?').run(settings, accountId)
}

type Begun = Readonly<{
  ad: TestAd
  buyer: Payer
  purchaseId: string
  opening: ChargeOpening | null
  token: string
  chargeState: () => string
}>

/** A visitor who chose to pay through a company and was told what to do. */
async function begin(accountId: string, msisdn?: string): Promise<Begun> {
  await changeAccountState(accountId, { state: 'active', actor: 'test', now: Date.now() })
  const ad = await site.addAd({ price: eur(150) })
  const buyer = await site.payer()
  const now = Date.now()
  const token = site.quote(ad, accountId, { now, pricePointId: 'FR-150' })
  await requestUnlock(
    { locale: 'fr', quote: token, waiver: true, msisdn },
    { actor: buyer, now, locale: 'fr', address: '192.0.2.1' },
  )
  const charge = site.chargeOf(token)
  const opening = charge.opening as ChargeOpening | null
  if (opening === null && charge.state === 'created')
    throw new Error(`nothing to do for ${accountId}: ${charge.state} ${charge.failureCode}`)
  return { ad, buyer, purchaseId: charge.purchaseId, opening, token, chargeState: () => site.chargeOf(token).state }
}

async function bill(msisdn: string): Promise<number[]> {
  const state = await phone(`state?msisdn=${encodeURIComponent(msisdn)}`)
  return state.bill.map((line: { amountMinor: number; reversedMinor: number }) => line.amountMinor - line.reversedMinor)
}

describe('premium texts through Fortumo', () => {
  async function text({ opening }: Begun, msisdn: string) {
    if (opening?.kind !== 'send_sms') throw new Error(`not a text: ${opening?.kind}`)
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

async function lastText(msisdn: string): Promise<string> {
  const { messages } = await phone(`state?msisdn=${encodeURIComponent(msisdn)}`)
  return messages.at(-1)?.text ?? ''
}

function enter({ buyer, purchaseId }: Begun, code: string) {
  const context = { actor: buyer, now: Date.now(), locale: 'fr', address: '192.0.2.1' } as const
  return enterCode({ locale: 'fr', id: purchaseId, code }, context)
}

async function eventually(check: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100 && !check(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 50))
  expect(check()).toBe(true)
}

describe('the door', () => {
  const doorOf = (begun: Begun, changes: Readonly<Record<string, string>> = {}) => {
    const account = findAccount('fortumo')
    if (begun.opening?.kind !== 'send_sms' || !account) throw new Error('not a text')
    const { shortCode: peer, text } = begun.opening
    const message = { id: `m-${begun.purchaseId}`, msisdn: '+33639982701', peer, text, at: Date.now() }
    const query = fortumoQuery({ ...message, direction: 'out', state: 'sent', attempts: 1 }, account, 'ok')
    const changed = new URLSearchParams(query)
    for (const [name, value] of Object.entries(changes)) changed.set(name, value)
    return fetch(`${callbackUrl('fortumo')}?${changed}`)
  }

  test('a hundred deliveries at once settle once', async () => {
    const begun = await begin('fortumo')
    const answers = await Promise.all(Array.from({ length: 100 }, () => doorOf(begun)))
    expect(answers.every(({ status }) => status === 200)).toBe(true)
    expect(site.isUnlocked(begun.buyer, begun.ad)).toBe(true)
    expect(site.walletOf(begun.buyer)).toBe(0)
    expect(site.count('callback_inbox', `charge_id = '${site.chargeOf(begun.token).id}'`)).toBe(1)
    await site.requireSoundBooks()
  })

  test('forged ones change nothing', async () => {
    const begun = await begin('fortumo')
    const before = [site.count('callback_inbox'), site.count('ledger_transactions')]
    const forged = [
      { price: '0.01' },
      { sig: '' },
      { sig: '0'.repeat(32) },
      { status: 'failed' },
      { sender: '33611111111' },
    ]
    for (const changes of forged) expect((await doorOf(begun, changes)).status).toBe(403)
    expect(begun.chargeState()).toBe('awaiting_payer')
    expect([site.count('callback_inbox'), site.count('ledger_transactions')]).toEqual(before)
  })

  test('an address that is not on the list is shut out before anything is read', async () => {
    const begun = await begin('fortumo')
    setSetting('fortumo', { allowedAddresses: '203.0.113.0/24' })
    expect((await doorOf(begun)).status).toBe(403)
    expect(site.isUnlocked(begun.buyer, begun.ad)).toBe(false)
    setSetting('fortumo', { allowedAddresses: '203.0.113.0/24, 127.0.0.1' })
    expect((await doorOf(begun)).status).toBe(200)
    expect(site.isUnlocked(begun.buyer, begun.ad)).toBe(true)
    setSetting('fortumo', { allowedAddresses: '' })
  })

  test('a secret that everybody has lets nobody in until it is mended', async () => {
    const begun = await begin('fortumo')
    const secret = findAccount('fortumo')?.settings['secret'] ?? ''
    setSetting('fortumo', { secret: 'bad54c617b3a51230ac7cc3da398855e' })
    expect((await doorOf(begun)).status).toBe(503)
    expect(site.isUnlocked(begun.buyer, begun.ad)).toBe(false)
    setSetting('fortumo', { secret })
    expect((await doorOf(begun)).status).toBe(200)
    expect(site.isUnlocked(begun.buyer, begun.ad)).toBe(true)
  })
})

describe('a telephone bill through CAMARA', () => {
  test('a wrong code may be tried again, and the right one bills once', async () => {
    const msisdn = '+33639982101'
    const begun = await begin('camara', msisdn)
    expect(begun.opening?.kind).toBe('enter_code')
    const code = /\d{4}/.exec(await lastText(msisdn))?.[0] ?? ''
    await expect(enter(begun, code === '0000' ? '1111' : '0000')).rejects.toMatchObject({ code: 'code_refused' })
    expect(await bill(msisdn)).toEqual([])
    expect(await enter(begun, code)).toMatchObject({ outcome: expect.stringMatching(/settled/) })
    expect(site.isUnlocked(begun.buyer, begun.ad)).toBe(true)
    expect(await bill(msisdn)).toEqual([150])
    await phone('due', { minutes: 5 })
    expect(site.walletOf(begun.buyer)).toBe(0)
    await site.requireSoundBooks()
  })

  test.each([
    ['capped', '+33639980007', 'limit_exceeded'],
    ['blocked', '+33639980003', 'declined'],
  ])('a telephone that is %s is refused before anything is billed', async (_name, msisdn, failure) => {
    const begun = await begin('camara', msisdn)
    expect(site.chargeOf(begun.token)).toMatchObject({ state: 'failed', failureCode: failure })
    expect(await bill(msisdn)).toEqual([])
  })

  test('what the operator never announced, the sweeper finds', async () => {
    const msisdn = '+33639980006'
    const begun = await begin('camara', msisdn)
    const code = /\d{4}/.exec(await lastText(msisdn))?.[0] ?? ''
    await enter(begun, code)
    expect(await bill(msisdn)).toEqual([150])
    await sweepCharges(Date.now() + 120_000)
    expect(site.isUnlocked(begun.buyer, begun.ad)).toBe(true)
    await site.requireSoundBooks()
  })

  test('what the operator bills late opens late', async () => {
    const msisdn = '+33639980004'
    const begun = await begin('camara', msisdn)
    const code = /\d{4}/.exec(await lastText(msisdn))?.[0] ?? ''
    expect(await enter(begun, code)).toMatchObject({ outcome: 'pending' })
    expect(site.isUnlocked(begun.buyer, begun.ad)).toBe(false)
    await phone('due', { minutes: 30 })
    await eventually(() => site.isUnlocked(begun.buyer, begun.ad))
    await site.requireSoundBooks()
  })
})

describe('a call to our own number', () => {
  const caller = '+33639982401'
  async function call(number: string, msisdn = caller) {
    const { id } = await phone('calls', { msisdn, number })
    const view = () => phone(`calls/${id}`)
    const act = (action: string, more: Record<string, string> = {}) => phone(`calls/${id}`, { action, msisdn, ...more })
    return { view, act }
  }
  test('the price is told first and free, then a code that opens once', async () => {
    const begun = await begin('voice')
    if (begun.opening?.kind !== 'dial') throw new Error('not a call')
    const { view, act } = await call(begun.opening.number)
    const first = await view()
    expect(first).toMatchObject({ state: 'announcement' })
    expect(first.lines[0].text).toMatch(/coûte 1,50 € par appel/)
    await act('listen')
    const spoken = await view()
    const code = spoken.lines.find((line: { kind: string }) => line.kind === 'digits').text.replaceAll(' ', '')
    expect(code).toMatch(/^\d{16}$/)
    await act('hang_up')
    expect(await bill(caller)).toEqual([150])
    const wrong = `${code.slice(0, -1)}${code.endsWith('1') ? '2' : '1'}`
    await expect(enter(begun, wrong)).rejects.toMatchObject({ code: 'code_refused' })
    expect(await enter(begun, code)).toMatchObject({ outcome: 'settled' })
    expect(site.isUnlocked(begun.buyer, begun.ad)).toBe(true)
    const other = await begin('voice')
    await expect(enter(other, code)).rejects.toMatchObject({ code: 'code_refused' })
    expect(site.isUnlocked(other.buyer, other.ad)).toBe(false)
    await site.requireSoundBooks()
  })

  test('whoever hangs up before the tone pays nothing and hears no code', async () => {
    const begun = await begin('voice')
    if (begun.opening?.kind !== 'dial') throw new Error('not a call')
    const { view, act } = await call(begun.opening.number, '+33639982402')
    await act('hang_up')
    expect((await view()).lines.some((line: { kind: string }) => line.kind === 'digits')).toBe(false)
    expect(await bill('+33639982402')).toEqual([])
  })

  test('keying in the digits of the page opens it without typing anything', async () => {
    setSetting('voice', { way: 'keyed' })
    const begun = await begin('voice')
    if (begun.opening?.kind !== 'dial') throw new Error('not a call')
    const keys = (begun.opening.keyIn ?? '').replaceAll(' ', '')
    expect(keys).toMatch(/^\d{12}$/)
    const { view, act } = await call(begun.opening.number, '+33639982403')
    await act('listen')
    expect(await view()).toMatchObject({ state: 'code', asksDigits: true })
    await act('key', { digits: `${keys.slice(0, -1)}${keys.endsWith('1') ? '2' : '1'}` })
    expect(site.isUnlocked(begun.buyer, begun.ad)).toBe(false)
    await act('key', { digits: keys })
    expect(site.isUnlocked(begun.buyer, begun.ad)).toBe(true)
    await act('hang_up')
    expect(await bill('+33639982403')).toEqual([150])
    await site.requireSoundBooks()
  })
})

describe.each(['allopass', 'starpass'])('a code heard on a number of %s', (accountId) => {
  async function hear(begun: Begun, msisdn: string): Promise<string> {
    if (begun.opening?.kind !== 'dial') throw new Error('not a call')
    const { id } = await phone('calls', { msisdn, number: begun.opening.number })
    await phone(`calls/${id}`, { action: 'listen', msisdn })
    await phone(`calls/${id}`, { action: 'listen', msisdn })
    const { lines } = await phone(`calls/${id}`)
    return lines.find((line: { kind: string }) => line.kind === 'digits').text.replaceAll(' ', '')
  }

  test('opens the access once, for what the call cost', async () => {
    const msisdn = accountId === 'allopass' ? '+33639982501' : '+33639982511'
    const begun = await begin(accountId)
    const code = await hear(begun, msisdn)
    expect(await bill(msisdn)).toEqual([150])
    await expect(enter(begun, '00000000')).rejects.toMatchObject({ code: 'code_refused' })
    expect(await enter(begun, code)).toMatchObject({ outcome: 'settled' })
    expect(site.isUnlocked(begun.buyer, begun.ad)).toBe(true)
    await phone('due', { minutes: 1 })
    const other = await begin(accountId)
    await expect(enter(other, code)).rejects.toMatchObject({ code: 'code_refused' })
    expect(site.isUnlocked(other.buyer, other.ad)).toBe(false)
    expect(site.walletOf(begun.buyer)).toBe(0)
    await site.requireSoundBooks()
  })

  test('a code of another company’s number buys nothing', async () => {
    const begun = await begin(accountId)
    const other = await begin('call')
    const code = await hear(other, accountId === 'allopass' ? '+33639982502' : '+33639982512')
    await expect(enter(begun, code)).rejects.toMatchObject({ code: 'code_refused' })
    expect(site.isUnlocked(begun.buyer, begun.ad)).toBe(false)
    expect(await enter(other, code)).toMatchObject({ outcome: 'settled' })
  })
})

describe('a telephone bill through DIMOCO', () => {
  const consent = (begun: Begun, msisdn: string, action = 'confirm') => {
    if (begun.opening?.kind !== 'redirect') throw new Error(`not a page: ${begun.opening?.kind}`)
    return phone(`consent/${begun.opening.url.split('/').at(-1)}`, { msisdn, action })
  }

  test('the operator’s page bills once and opens the access', async () => {
    const msisdn = '+33639982601'
    const begun = await begin('dimoco')
    await consent(begun, msisdn)
    expect(site.isUnlocked(begun.buyer, begun.ad)).toBe(true)
    expect(await bill(msisdn)).toEqual([150])
    await consent(begun, msisdn)
    expect(await bill(msisdn)).toEqual([150])
    await site.requireSoundBooks()
  })

  test.each([
    ['refused by the operator', '+33639980003', 'confirm', 'failed'],
    ['given up by the payer', '+33639982602', 'cancel', 'failed'],
  ])('a payment %s opens nothing', async (_name, msisdn, action, state) => {
    const begun = await begin('dimoco', msisdn)
    await consent(begun, msisdn, action)
    expect(site.isUnlocked(begun.buyer, begun.ad)).toBe(false)
    expect(begun.chargeState()).toBe(state)
  })

  test('a result told twice, and one that comes late, open once', async () => {
    for (const msisdn of ['+33639980005', '+33639980009', '+33639980004']) {
      const begun = await begin('dimoco', msisdn)
      await consent(begun, msisdn)
      await phone('due', { minutes: 30 })
      await eventually(() => site.isUnlocked(begun.buyer, begun.ad))
      expect(site.walletOf(begun.buyer)).toBe(0)
    }
    await site.requireSoundBooks()
  })
})

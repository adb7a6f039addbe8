import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commit } from '../../db/commit.ts'
import { expirePurchases } from '../../lib/checkout/sweep-charges.ts'
import { config, useConfig } from '../../lib/config/env.ts'
import { eur } from '../../lib/money/money.ts'
import type { Payer } from '../../lib/payers/payers.ts'
import { callbackUrl } from '../../lib/providers/accounts.ts'
import { findAccount } from '../../lib/providers/accounts-queries.ts'
import { insertAccount } from '../../lib/providers/accounts-store.ts'
import type { ChargeOpening } from '../../lib/providers/provider.ts'
import { minute } from '../../lib/time/time.ts'
import { eventually, freePorts, missingKannelPrograms, startKannel } from '../support/real-kannel.ts'
import { openTestSite, type TestAd } from '../support/test-site.ts'
import { startWorldServer } from '../support/world-server.ts'

const missing = missingKannelPrograms()
if (missing.length > 0) console.warn(`SKIPPED: the real Kannel is not installed (${missing.join(', ')}).`)

describe.skipIf(missing.length > 0)('the site behind the real Kannel', () => {
  let site: Awaited<ReturnType<typeof openTestSite>>
  let server: Awaited<ReturnType<typeof startWorldServer>> | undefined
  let kannel: Awaited<ReturnType<typeof startKannel>>
  let port = 0

  beforeAll(async () => {
    ;[port = 0] = await freePorts(1)
    site = await openTestSite({ PORT: String(port), OBOLE_ORIGIN: `http://127.0.0.1:${port}` })
    // A live site has no demonstration of any kind behind it.
    useConfig({ ...config(), mode: 'live' })
    const model = findAccount('sms-81234')
    if (!model) throw new Error('no account to model this one on')
    const account = (id: string, shortCode: string, billing: string) =>
      insertAccount(
        { ...model, id, mode: 'live', settings: { ...model.settings, shortCode, billing, smsc: 'FAKE' } },
        Date.now(),
      )
    await commit([account('kannel-mo', '81000', 'mo'), account('kannel-mt', '82000', 'mt')])
    server = await startWorldServer(port)
    kannel = await startKannel({
      services: [
        { shortCode: '81000', callbackUrl: callbackUrl('kannel-mo') },
        { shortCode: '82000', callbackUrl: callbackUrl('kannel-mt') },
      ],
    })
  }, 60_000)
  afterAll(async () => {
    await server?.close()
    await kannel?.stop()
    site?.close()
  })

  type Begun = Readonly<{
    ad: TestAd
    buyer: Payer
    opening: Extract<ChargeOpening, { kind: 'send_sms' }>
    token: string
  }>
  async function begin(accountId: string, at = Date.now()): Promise<Begun> {
    const ad = await site.addAd({ price: eur(150) })
    const buyer = await site.payer()
    const token = site.quote(ad, accountId, { now: at })
    await site.buy(buyer, token, { now: at })
    const opening = site.chargeOf(token).opening as ChargeOpening
    if (opening.kind !== 'send_sms') throw new Error(`not a text: ${opening.kind}`)
    return { ad, buyer, opening, token }
  }
  /** Sends from a handset and returns what it got back. */
  async function send(text: string, to: string, from = '+33639981501'): Promise<string> {
    const handset = await kannel.handset(from, text, to)
    await eventually(() => handset.received().length > 0, 30_000)
    await handset.hangUp()
    return handset.received()[0] ?? ''
  }

  test.each([
    ['kannel-mo', 'the text is billed'],
    ['kannel-mt', 'the answer is billed'],
  ])(
    '%s, where %s: the text opens the access and the answer comes to the handset',
    async (accountId) => {
      const { ad, buyer, opening } = await begin(accountId)
      const answer = await send(opening.text, opening.shortCode)
      expect(answer).toContain(ad.ref)
      expect(answer.replace(/\D/g, '')).not.toContain('0261914837')
      await eventually(() => site.isUnlocked(buyer, ad))
      await site.requireSoundBooks()
    },
    60_000,
  )

  test('a misspelled word and a spaced code are understood, and the answer says so', async () => {
    const { ad, buyer, opening } = await begin('kannel-mo')
    const answer = await send(opening.text.replace('VOIR', 'vior').replace('-', ' '), '81000')
    expect(answer).toContain('compris VOIR')
    expect(site.isUnlocked(buyer, ad)).toBe(true)
  }, 60_000)

  test('a second text for the same access is kept for the payer', async () => {
    const { ad, buyer, opening } = await begin('kannel-mo')
    await send(opening.text, '81000')
    await send(opening.text, '81000')
    expect(site.isUnlocked(buyer, ad)).toBe(true)
    expect(site.walletOf(buyer)).toBe(150)
    await site.requireSoundBooks()
  }, 60_000)

  test('a text that comes after the purchase has expired opens the access and says that it is late', async () => {
    const { ad, buyer, opening, token } = await begin('kannel-mo', Date.now() - 45 * minute)
    await expirePurchases(Date.now())
    const answer = await send(opening.text, '81000')
    expect(site.isUnlocked(buyer, ad)).toBe(true)
    expect(site.chargeOf(token).note).toBe('late')
    expect(answer).toContain('quand m')
  }, 60_000)

  test('a billed text without a code of ours is money in suspense, and its sender is told', async () => {
    const before = site.balanceOf('suspense:unmatched').minor
    const answer = await send('bonjour', '81000')
    expect(Math.abs(site.balanceOf('suspense:unmatched').minor - before)).toBe(150)
    expect(answer).toContain('30 jours')
    await site.requireSoundBooks()
  }, 60_000)

  test('STOP and CONTACT are answered and change no books', async () => {
    const before = site.count('ledger_transactions')
    expect(await send('STOP', '81000', '+33639981502')).toContain('STOP')
    expect((await send('Contact', '82000')).length).toBeGreaterThan(10)
    expect(site.count('sms_stops')).toBe(1)
    expect(site.count('ledger_transactions')).toBe(before)
  }, 60_000)

  test('a text sent while the site is down opens the access when it is back, and counts once', async () => {
    const { ad, buyer, opening } = await begin('kannel-mo')
    await server?.close()
    const handset = await kannel.handset('+33639981501', opening.text, '81000')
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect(site.isUnlocked(buyer, ad)).toBe(false)
    server = await startWorldServer(port)
    await eventually(() => handset.received().length > 0, 30_000)
    await handset.hangUp()
    expect(site.isUnlocked(buyer, ad)).toBe(true)
    expect(site.walletOf(buyer)).toBe(0)
    await site.requireSoundBooks()
  }, 60_000)
})

import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newPayerCode } from '../../lib/ids/ids.ts'
import { eur } from '../../lib/money/money.ts'
import type { AccountContext, CallbackReading, Decision } from '../../lib/providers/provider.ts'
import { findTextSender, providerOf } from '../../lib/providers/registry.ts'
import { eventually, freePorts, missingKannelPrograms, startKannel } from '../support/real-kannel.ts'

const missing = missingKannelPrograms()
if (missing.length > 0) console.warn(`SKIPPED: the real Kannel is not installed (${missing.join(', ')}).`)

const provider = providerOf('kannel')
type Kannel = Awaited<ReturnType<typeof startKannel>>
type Seen = Readonly<{ url: string; reading: CallbackReading }>

describe.skipIf(missing.length > 0)(
  'the real Kannel, end to end with the adapter',
  () => {
    const seen: Seen[] = []
    let kannel: Kannel
    let server: Server | undefined
    let port = 0
    let billing = 'mo'
    let decide: (reading: CallbackReading) => Decision[] = () => []
    let failures = 0

    const account = (): AccountContext => ({
      accountId: 'kannel-1',
      mode: 'live',
      settings: {
        sendsmsUrl: kannel.sendsmsUrl,
        username: 'app',
        password: 'sendsms-password',
        shortCode: '81234',
        keyword: 'VOIR',
        billing,
        priceMinor: '150',
        currency: 'EUR',
        smsc: 'FAKE',
        allowedAddresses: '127.0.0.1',
        freeBinfo: 'FREE',
      },
      callbackUrl: `http://127.0.0.1:${port}/api/callbacks/kannel-1/token_-0`,
    })

    const listen = () =>
      new Promise<void>((resolve) => {
        server = createServer((request, response) => {
          const reading = provider.readCallback?.(
            {
              method: request.method ?? '',
              url: request.url ?? '',
              headers: Object.fromEntries(Object.entries(request.headers).map(([key, value]) => [key, String(value)])),
              body: new Uint8Array(),
              address: request.socket.remoteAddress ?? '',
              receivedAt: Date.now(),
            },
            account(),
          )
          if (!reading) throw new Error('the adapter reads no callback')
          seen.push({ url: request.url ?? '', reading })
          if (failures > 0) {
            failures -= 1
            response.writeHead(500).end('later')
            return
          }
          const reply = reading.kind === 'refused' ? reading.reply : reading.reply(decide(reading))
          response.writeHead(reply.status, reply.headers).end(reply.body)
        }).listen(port, '127.0.0.1', resolve)
      })
    const close = () =>
      new Promise<void>((resolve) => {
        server?.closeAllConnections()
        server?.close(() => resolve())
      })
    const readings = () => seen.flatMap(({ reading }) => (reading.kind === 'read' ? [reading] : []))

    beforeAll(async () => {
      ;[port = 0] = await freePorts(1)
      kannel = await startKannel({
        services: [{ callbackUrl: `http://127.0.0.1:${port}/api/callbacks/kannel-1/token_-0` }],
      })
      await listen()
    }, 30_000)
    afterAll(async () => {
      await close()
      await kannel?.stop()
    })
    beforeEach(() => {
      seen.length = 0
      failures = 0
      billing = 'mo'
      decide = () => []
    })

    test('a text from a handset is read as money, and the answer reaches the handset', async () => {
      const code = newPayerCode()
      decide = () => [{ outcome: 'settled', text: 'Accès ouvert : voyez la page. 1,50\u202f€, reçu « K7P2 ».' }]
      const handset = await kannel.handset('+33639980010', `vior ${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`)
      await eventually(() => handset.received().length > 0)
      await handset.hangUp()

      expect(readings()).toHaveLength(1)
      expect(readings()[0]?.observations[0]).toMatchObject({
        state: 'paid',
        payerCode: code,
        amount: eur(150),
        payerAlias: '+33639980010',
      })
      expect(readings()[0]?.understood?.as).toBe(`VOIR ${code.slice(0, 4)}-${code.slice(4)}`)
      expect(Math.abs((readings()[0]?.observations[0]?.at ?? 0) - Date.now())).toBeLessThan(60_000)
      // The fake centre prints Latin-1; the words arrive whole, in one message.
      expect(handset.received()[0]).toMatch(
        /^81234 \+33639980010 text Acc.+s ouvert : voyez la page\. 1,50 .+, recu "K7P2"\.$/,
      )
    })

    test('accents and the euro sign survive from handset to reading', async () => {
      const handset = await kannel.handset('+33639980010', 'bonjour le barème à 5?')
      await eventually(() => seen.length > 0)
      await handset.hangUp()
      expect(readings()[0]?.unreadText).toBe('bonjour le barème à 5?')
      expect(readings()[0]?.observations[0]?.payerCode).toBeUndefined()
    })

    test('an endpoint that fails is asked again with the same message, and the answer arrives', async () => {
      failures = 2
      decide = () => [{ outcome: 'settled', text: 'Acces ouvert.' }]
      const handset = await kannel.handset('+33639980010', `VOIR ${newPayerCode()}`)
      await eventually(() => handset.received().length > 0)
      await handset.hangUp()
      const events = readings().map((reading) => reading.observations[0]?.eventId)
      expect(events).toHaveLength(3)
      expect(new Set(events).size).toBe(1)
      expect(handset.received()).toHaveLength(1)
    })

    test('a text sent while the site is down arrives when it is back', async () => {
      await close()
      decide = () => [{ outcome: 'settled', text: 'Acces ouvert.' }]
      const code = newPayerCode()
      const handset = await kannel.handset('+33639980010', `VOIR ${code}`)
      await new Promise((resolve) => setTimeout(resolve, 1500))
      await listen()
      await eventually(() => handset.received().length > 0)
      await handset.hangUp()
      expect(readings()[0]?.observations[0]?.payerCode).toBe(code)
    })

    test.each([
      ['STOP', 'stop'],
      ['contact', 'contact'],
    ])('%s is a command and costs nothing', async (text, word) => {
      decide = () => [{ outcome: 'ignored', text: 'Sortie de Grange' }]
      const handset = await kannel.handset('+33639980010', text)
      await eventually(() => handset.received().length > 0)
      await handset.hangUp()
      expect(readings()[0]).toMatchObject({ command: { word }, observations: [] })
    })

    test('an empty answer sends nothing to the handset', async () => {
      const handset = await kannel.handset('+33639980010', `VOIR ${newPayerCode()}`)
      await eventually(() => seen.length > 0)
      await new Promise((resolve) => setTimeout(resolve, 500))
      await handset.hangUp()
      expect(handset.received()).toEqual([])
    })

    test('a text to another short code is refused', async () => {
      const handset = await kannel.handset('+33639980010', `VOIR ${newPayerCode()}`, '71234')
      await eventually(() => seen.length > 0)
      await handset.hangUp()
      expect(seen[0]?.reading).toMatchObject({ kind: 'refused', reply: { status: 403 } })
    })

    test('a billed answer is pending until its delivery report says that it arrived', async () => {
      billing = 'mt'
      decide = (reading) =>
        reading.kind === 'read' && reading.observations[0]?.state === 'pending'
          ? [{ outcome: 'pending', text: 'Un instant.' }]
          : []
      const code = newPayerCode()
      const handset = await kannel.handset('+33639980010', `VOIR ${code}`)
      await eventually(() => readings().some((reading) => reading.observations[0]?.state === 'paid'))
      await handset.hangUp()
      const states = readings().map((reading) => reading.observations[0])
      expect(states.every((observation) => observation?.payerCode === code)).toBe(true)
      expect(states[0]).toMatchObject({ state: 'pending', amount: undefined })
      expect(states.at(-1)).toMatchObject({ state: 'paid', amount: eur(150) })
      expect(new Set(states.map((observation) => observation?.eventId)).size).toBe(states.length)
    })

    test('a text that answers none is sent, wrong credentials are found', async () => {
      const handset = await kannel.handset('+33639980010', 'CONTACT')
      await eventually(() => seen.length > 0)
      const accepted = await findTextSender('kannel')?.(account(), {
        to: '+33639980010',
        text: 'Votre accès est ouvert.',
      })
      expect(accepted).toEqual({ isQueued: false })
      await eventually(() => handset.received().length > 0)
      await handset.hangUp()

      expect(await provider.checkHealth?.(account())).toMatchObject({ isHealthy: true })
      const wrong = { ...account(), settings: { ...account().settings, password: 'other' } }
      expect(await provider.checkHealth?.(wrong)).toMatchObject({
        isHealthy: false,
        detail: expect.stringMatching(/password/),
      })
      const elsewhere = { ...account(), settings: { ...account().settings, sendsmsUrl: 'http://127.0.0.1:9/' } }
      expect(await provider.checkHealth?.(elsewhere)).toMatchObject({ isHealthy: false })
    })
  },
  60_000,
)

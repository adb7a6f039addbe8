import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listAuditByPrefix } from '../../lib/audit/audit-queries.ts'
import { refundPurchase } from '../../lib/claims/refund-purchase.ts'
import { eur } from '../../lib/money/money.ts'
import { currentTime, day, minute } from '../../lib/time/time.ts'
import { addEndpoint } from '../../lib/webhooks/add-endpoint.ts'
import { changeEndpoint } from '../../lib/webhooks/change-endpoint.ts'
import { deliverWebhooks, forgetWebhooks } from '../../lib/webhooks/deliver-webhooks.ts'
import { postWebhook } from '../../lib/webhooks/post-webhook.ts'
import { recordEvents } from '../../lib/webhooks/record-events.ts'
import { retryDelivery } from '../../lib/webhooks/retry-delivery.ts'
import { sendTest } from '../../lib/webhooks/send-test.ts'
import { listEndpoints, listLastDeliveries } from '../../lib/webhooks/webhooks-queries.ts'
import { startAnsweringServer } from '../support/answering-server.ts'
import { openTestSite, testContact } from '../support/test-site.ts'

type Receiver = Awaited<ReturnType<typeof startAnsweringServer>>

let site: Awaited<ReturnType<typeof openTestSite>>
let receiver: Receiver
beforeEach(async () => {
  site = await openTestSite()
  receiver = await startAnsweringServer()
  receiver.answer({ status: 204 })
})
afterEach(async () => {
  await receiver.close()
  site.close()
})

const now = currentTime()
const staff = { actor: 'member:test', now }
const add = (label = 'books', to = receiver) => addEndpoint({ label, url: `${to.origin}/hook` }, staff)
const parsed = (text: string) => JSON.parse(text) as { type: string; data: Record<string, unknown> }

async function sell() {
  const quote = site.quote(await site.addAd({ price: eur(1000) }), 'card-eur')
  await site.buy(await site.payer(), quote)
  const charge = site.chargeOf(quote)
  await site.deliver(charge, site.paid(charge, { payerAlias: '+33612345678' }))
  return charge
}

/** What the running site does every few seconds. */
async function turn(at: number = now) {
  await recordEvents(at)
  return deliverWebhooks(at)
}

test('a settled purchase is told once, signed so that the receiver’s own library believes it', async () => {
  const { secret } = await add()
  const charge = await sell()
  await turn()
  await turn()

  expect(receiver.heard).toHaveLength(1)
  const [heard] = receiver.heard
  const message = new Webhook(secret).verify(heard?.body ?? '', heard?.headers ?? {}) as ReturnType<typeof parsed>
  expect(message).toMatchObject({
    type: 'purchase.settled',
    data: {
      purchaseId: charge.purchaseId,
      kind: 'reveal',
      country: 'FR',
      currency: 'EUR',
      priceMinor: 1000,
      paidMinor: 1000,
      rail: 'card',
      accountId: 'card-eur',
      net: { isPayoutEstimate: true },
    },
  })
  const { commissionMinor, payoutMinor } = message.data['net'] as Record<string, number>
  expect((commissionMinor ?? 0) + (payoutMinor ?? 0)).toBe(1000)
  expect(listLastDeliveries(5)).toMatchObject([{ attempts: 1, lastAnswer: '204' }])
  await site.requireSoundBooks()
})

test('a changed byte, another secret or another id is not believed', async () => {
  const { secret } = await add()
  await sell()
  await turn()
  const { body, headers } = receiver.heard[0] ?? { body: '', headers: {} }
  const verify =
    (with_: string, text: string, changed: Record<string, string> = {}) =>
    () =>
      new Webhook(with_).verify(text, { ...headers, ...changed })

  expect(verify(secret, body)).not.toThrow()
  expect(verify(secret, body.replace('1000', '1001'))).toThrow()
  expect(verify(secret, body, { 'webhook-id': 'settled_other' })).toThrow()
  expect(verify(`whsec_${Buffer.alloc(32, 7).toString('base64')}`, body)).toThrow()
})

test('nothing of who bought or of what was bought stands in a message', async () => {
  await add()
  const { purchaseId } = await sell()
  await refundPurchase({ purchaseId, amountMinor: 300, reason: 'call 06 12 34 56 78', actor: 'member:test', now })
  await turn()

  const all = JSON.stringify(receiver.heard)
  expect(receiver.heard).toHaveLength(2)
  for (const secret of [...Object.values(testContact), '612345678', '06 12 34', '61914837', 'Terrot']) {
    expect(all).not.toContain(secret)
  }
})

test('a refund is told apart from the sale, with what was given back', async () => {
  await add()
  const { purchaseId } = await sell()
  await turn()
  await refundPurchase({ purchaseId, amountMinor: 300, reason: 'wrong number', actor: 'member:test', now })
  await turn()
  await turn()

  expect(receiver.heard.map(({ body }) => parsed(body).type)).toEqual(['purchase.settled', 'purchase.refunded'])
  expect(parsed(receiver.heard[1]?.body ?? '').data).toMatchObject({
    purchaseId,
    refundedMinor: 300,
    refund: { amountMinor: 300, destination: 'wallet' },
  })
})

test('what was sold before the address was added is not told', async () => {
  await sell()
  await add()
  await turn()
  expect(receiver.heard).toEqual([])
})

test('a receiver that fails is asked again later, with the same id, until it takes the message', async () => {
  await add()
  await sell()
  receiver.answer({ status: 500, body: 'database is down' })
  expect(await turn()).toEqual({ delivered: 0, failed: 1 })
  expect(listLastDeliveries(5)).toMatchObject([{ attempts: 1, lastAnswer: '500 database is down', deliveredAt: null }])
  expect(await turn(now + 1000)).toEqual({ delivered: 0, failed: 0 })

  receiver.answer({ status: 200 })
  expect(await turn(now + 6000)).toEqual({ delivered: 1, failed: 0 })
  expect(new Set(receiver.heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  expect(receiver.heard).toHaveLength(2)
})

test('after three days a message is given up, seen, and can be sent by hand', async () => {
  await add()
  await sell()
  receiver.answer({ status: 503 })
  for (let at = now; at < now + 4 * day; at += 30 * minute) await turn(at)
  expect(receiver.heard).toHaveLength(10)
  expect(listEndpoints()).toMatchObject([{ dead: 1, waiting: 0, delivered: 0 }])

  receiver.answer({ status: 200 })
  const [dead] = listLastDeliveries(1)
  expect(await retryDelivery(dead?.id ?? '', now + 5 * day)).toBe('delivered')
  expect(listEndpoints()).toMatchObject([{ dead: 0, delivered: 1 }])
  await expect(retryDelivery(dead?.id ?? '', now + 5 * day)).rejects.toMatchObject({ code: 'not_found' })
})

test('a receiver that says nothing is left after the time limit', async () => {
  const silent = createServer(() => undefined)
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  await addEndpoint({ label: 'silent', url: `http://127.0.0.1:${(silent.address() as AddressInfo).port}/` }, staff)
  await sell()
  await recordEvents(now)
  expect(await deliverWebhooks(now, { timeoutMs: 100 })).toEqual({ delivered: 0, failed: 1 })
  expect(listLastDeliveries(1)).toMatchObject([{ lastAnswer: 'no answer within 0.1 s' }])
  silent.closeAllConnections()
  silent.close()
})

test('a receiver that sends elsewhere is not followed', async () => {
  await add()
  await sell()
  receiver.answer({ status: 302, headers: { Location: `${receiver.origin}/other` } })
  expect(await turn()).toEqual({ delivered: 0, failed: 1 })
  expect(receiver.heard.map(({ url }) => url)).toEqual(['/hook'])
})

test('two workers at the same moment write and send each message once', async () => {
  await add()
  await sell()
  await sell()
  await Promise.all([recordEvents(now), recordEvents(now), recordEvents(now)])
  expect(site.count('webhook_deliveries')).toBe(2)
  await Promise.all([deliverWebhooks(now), deliverWebhooks(now), deliverWebhooks(now)])
  expect(receiver.heard).toHaveLength(2)
})

test('each address is told, under its own secret, whatever the other does', async () => {
  const other = await startAnsweringServer()
  other.answer({ status: 500 })
  const first = await add('first')
  const second = await add('second', other)
  await sell()
  expect(await turn()).toEqual({ delivered: 1, failed: 1 })
  const [heard] = receiver.heard
  expect(() => new Webhook(first.secret).verify(heard?.body ?? '', heard?.headers ?? {})).not.toThrow()
  expect(() => new Webhook(second.secret).verify(heard?.body ?? '', heard?.headers ?? {})).toThrow()
  await other.close()
})

test('a paused address hears nothing until it is active again, and then everything', async () => {
  const { id } = await add()
  await changeEndpoint(id, { change: 'paused', ...staff })
  await sell()
  await turn()
  expect(receiver.heard).toEqual([])

  await changeEndpoint(id, { change: 'active', ...staff })
  await turn()
  expect(receiver.heard).toHaveLength(1)
})

test('for a day after a new secret both are believed, then only the new one', async () => {
  const { id, secret: old } = await add()
  const { secret = '' } = await changeEndpoint(id, { change: 'rotated', ...staff })
  expect(secret).not.toBe(old)
  await sell()
  await turn()
  const [heard] = receiver.heard
  for (const known of [old, secret]) {
    expect(() => new Webhook(known).verify(heard?.body ?? '', heard?.headers ?? {})).not.toThrow()
  }
  await sell()
  await turn(now + day + 1)
  expect(receiver.heard[1]?.headers['webhook-signature']?.split(' ')).toHaveLength(1)
})

test('a test is sent at once, and a deleted address is gone with what waited for it', async () => {
  const { id } = await add()
  expect(await sendTest(id, now)).toBe('delivered')
  expect(parsed(receiver.heard[0]?.body ?? '')).toMatchObject({ type: 'endpoint.test', data: {} })

  await sell()
  await recordEvents(now)
  await changeEndpoint(id, { change: 'deleted', ...staff })
  expect(await turn()).toEqual({ delivered: 0, failed: 0 })
  expect(listEndpoints()).toEqual([])
  expect(listAuditByPrefix('webhook:', 5).map(({ action }) => action)).toEqual(['webhook_deleted', 'webhook_added'])
})

test('forgetting old messages tells none of them again', async () => {
  await add()
  await sell()
  await turn()
  await forgetWebhooks(now + 1)
  expect(site.count('webhook_deliveries')).toBe(0)
  await turn()
  expect(receiver.heard).toHaveLength(1)
})

test('the secret lies sealed, and is in no log', async () => {
  const { id, secret } = await add()
  const { sealed } = site.row<{ sealed: Buffer }>(
    'select secret_sealed as sealed from webhook_endpoints where id = ?',
    id,
  )
  expect(sealed.includes(Buffer.from(secret))).toBe(false)
  expect(JSON.stringify(listAuditByPrefix('webhook:', 5))).not.toContain(secret)
})

test('a private address is refused when it is typed, and when a name leads there', async () => {
  await expect(addEndpoint({ label: 'x', url: 'https://10.0.0.1/' }, staff)).rejects.toMatchObject({
    code: 'invalid_input',
  })
  const { port } = new URL(receiver.origin)
  const post = (isLoopbackAllowed: boolean, host: string) =>
    postWebhook({ url: `http://${host}:${port}/hook`, headers: {}, body: '{}', isLoopbackAllowed })

  expect((await post(true, 'localhost')).status).toBe(204)
  expect(await post(false, 'localhost')).toMatchObject({
    status: undefined,
    text: expect.stringMatching(/^address_refused/),
  })
  expect(await post(false, '127.0.0.1')).toMatchObject({ status: undefined })
  expect(receiver.heard).toHaveLength(1)
})

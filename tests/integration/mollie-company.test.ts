import { Client } from 'mollie-api-typescript'
import * as described from 'mollie-api-typescript/models'
import * as operations from 'mollie-api-typescript/models/operations'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sweepCharges } from '../../lib/checkout/sweep-charges.ts'
import { listTraffic } from '../../lib/simulator/traffic.ts'
import { adapterOf, eventually, expectOneRefund, openCompanySite, pageIn } from '../support/company-site.ts'

let site: Awaited<ReturnType<typeof openCompanySite>>
beforeAll(async () => {
  site = await openCompanySite()
})
afterAll(() => site.close())

async function begin() {
  const begun = await site.begin('mollie')
  const id = pageIn(begun.opening)
  return { ...begun, id, choose: (outcome: string) => site.phone(`consent/${id}`, { outcome }) }
}

describe('a payment through Mollie’s page', () => {
  test('pays once and opens the access; its chargeback closes it', async () => {
    const { choose, id, isUnlocked, charge } = await begin()
    expect(await choose('accepted')).toMatchObject({ status: 'paid' })
    expect(isUnlocked()).toBe(true)
    expect(charge()).toMatchObject({ state: 'paid', providerReference: id })
    await choose('refused')
    expect(charge().state).toBe('paid')
    await site.requireSoundBooks()
    await site.phone(`charges/${id}`, { action: 'reverse' })
    await eventually(() => !isUnlocked())
    await site.requireSoundBooks()
  })

  test.each([
    ['refused', 'failed'],
    ['cancelled', 'cancelled'],
    ['expired', 'expired'],
  ])('%s opens nothing', async (outcome, state) => {
    const { choose, isUnlocked, charge } = await begin()
    await choose(outcome)
    expect(isUnlocked()).toBe(false)
    expect(charge().state).toBe(state)
    await site.requireSoundBooks()
  })

  test('left until it ends, and an end that is not offered, open nothing', async () => {
    const { choose, isUnlocked, charge } = await begin()
    expect(await choose('for free')).toMatchObject({ status: 'open' })
    await site.phone('due', { minutes: 15 })
    expect(charge().state).toBe('expired')
    await choose('accepted')
    expect(isUnlocked()).toBe(false)
  })

  test('announced twice it opens once, late when it is confirmed, and never announced by asking', async () => {
    const twice = await begin()
    await twice.choose('duplicate')
    expect(twice.isUnlocked()).toBe(true)
    const late = await begin()
    await late.choose('late')
    expect(late.isUnlocked()).toBe(false)
    await site.phone(`charges/${late.id}`, { action: 'finish' })
    expect(late.isUnlocked()).toBe(true)
    const lost = await begin()
    await lost.choose('lost')
    expect(lost.isUnlocked()).toBe(false)
    await sweepCharges(Date.now() + 120_000)
    expect(lost.isUnlocked()).toBe(true)
    await site.requireSoundBooks()
  })

  test('taken back after a minute it closes the access', async () => {
    const { choose, isUnlocked } = await begin()
    await choose('reversed')
    expect(isUnlocked()).toBe(true)
    await site.phone('due', { minutes: 2 })
    await eventually(() => !isUnlocked())
    await site.requireSoundBooks()
  })

  test('our own refund is made once and is not taken for a reversal', async () => {
    const { choose, charge } = await begin()
    await choose('accepted')
    await expectOneRefund('mollie', charge())
  })

  test('can be cancelled by its merchant until it is paid', async () => {
    const { provider, account } = adapterOf('mollie')
    const cancel = ({ charge }: Awaited<ReturnType<typeof begin>>) => {
      const { providerReference, correlator } = charge()
      return provider.cancelCharge?.({ account, reference: providerReference ?? '', correlator, now: Date.now() })
    }
    expect(await cancel(await begin())).toMatchObject({ state: 'cancelled' })
    const paid = await begin()
    await paid.choose('accepted')
    expect(await cancel(paid)).toMatchObject({ state: 'paid' })
    expect(await provider.checkHealth?.(account)).toMatchObject({ isHealthy: true })
    const { correlator } = paid.charge()
    const found = await provider.fetchCharge?.({ account, reference: '', correlator, now: Date.now() })
    expect(found).toMatchObject({ state: 'paid', reference: paid.id })
  })
})

type Shape = Readonly<{
  parse: (value: unknown) => unknown
  safeParse: (value: unknown) => Readonly<{ error?: unknown }>
}>
type Shapes = readonly (readonly [RegExp, Shape])[]

/** What Mollie's own description says of each request and answer, by method and path below `/v2`. */
const answers: Shapes = [
  [/^POST \/payments$/, described.PaymentResponse$inboundSchema],
  [/^(GET|DELETE) \/payments\/\w+$/, described.PaymentResponse$inboundSchema],
  [/^POST \/payments\/\w+\/refunds$/, described.RefundResponse$inboundSchema],
  [/^GET \/payments\/\w+\/refunds$/, operations.ListRefundsResponseBody$inboundSchema],
  [/^GET \/payments\/\w+\/chargebacks$/, operations.ListChargebacksResponseBody$inboundSchema],
  [/^GET \/methods$/, operations.ListMethodsResponse$inboundSchema],
]
const requests: Shapes = [
  [/^POST \/payments$/, described.PaymentRequest$outboundSchema],
  [/^POST \/payments\/\w+\/refunds$/, described.RefundRequest$outboundSchema],
]

// The judge is the package that Mollie makes from its own description; it comes after the tests that make it speak.
describe('Mollie’s own description', () => {
  const said = () =>
    listTraffic(500).flatMap(({ method, url, request, status, response }) => {
      const path = /\/companies\/mollie\/v2(\/[^?]*)/.exec(url)?.[1]
      // A list of all payments is cut where it is noted; the client below reads one whole.
      return path === undefined || response.length === 8000
        ? []
        : [{ line: `${method} ${path}`, request, status, response }]
    })
  const shapeOf = (shapes: Shapes, line: string) => shapes.find(([pattern]) => pattern.test(line))?.[1]

  test('has a word for everything that was said', () => {
    const lines = said()
    for (const [pattern] of answers) expect(lines.some(({ line }) => pattern.test(line))).toBe(true)
    for (const { line, request, status, response } of lines) {
      const wanted = shapeOf(requests, line)
      // What it does not know it leaves out.
      if (wanted) expect(wanted.parse(JSON.parse(request)), line).toEqual(JSON.parse(request))
      if (status < 300) expect(shapeOf(answers, line)?.safeParse(JSON.parse(response)).error, line).toBeUndefined()
      else expect(JSON.parse(response), line).toMatchObject({ status, title: expect.any(String) })
    }
  })

  test('its client pays, asks, gives back and cancels here as there', async () => {
    const { account } = adapterOf('mollie')
    const client = new Client({
      security: { apiKey: account.settings['apiKey'] ?? '' },
      serverURL: `${site.origin}/simulator/api/companies/mollie`,
      retryConfig: { strategy: 'none' },
    })
    const paymentRequest = {
      description: 'Another shop of the same profile',
      amount: { currency: 'EUR', value: '7.00' },
      redirectUrl: `${site.origin}/fr/merci`,
      webhookUrl: account.callbackUrl,
    }
    const made = await client.payments.create({ paymentRequest })
    expect(made).toMatchObject({ status: 'open', mode: 'test', amount: { currency: 'EUR', value: '7.00' } })
    await site.phone(`consent/${made.id}`, { outcome: 'accepted' })
    expect(await client.payments.get({ paymentId: made.id })).toMatchObject({ status: 'paid' })
    const refundRequest = { description: 'Too much', amount: { currency: 'EUR', value: '2.00' } }
    const refund = await client.refunds.create({ paymentId: made.id, refundRequest })
    expect(refund).toMatchObject({ status: 'refunded', paymentId: made.id })
    const pages = []
    for await (const page of await client.payments.list({ limit: 50 })) pages.push(page)
    expect(pages[0]?.result.embedded.payments?.map(({ id }) => id)).toContain(made.id)
    await expect(client.payments.cancel({ paymentId: made.id })).rejects.toMatchObject({ statusCode: 422 })
    await expect(client.payments.get({ paymentId: 'tr_nobody' })).rejects.toMatchObject({ statusCode: 404 })
    // It is not ours, so it opens nothing and stands nowhere in the books.
    await site.requireSoundBooks()
  })

  // A judge that lets everything pass would be green as well.
  test('refuses what breaks it', () => {
    const { response = '{}' } = said().find(({ line }) => line === 'POST /payments') ?? {}
    const { _links, ...rest } = JSON.parse(response)
    expect(described.PaymentResponse$inboundSchema.safeParse(rest).success).toBe(false)
    const wrong = { ...rest, _links, status: 'settled', amount: { currency: 'EUR', value: 7 } }
    expect(described.PaymentResponse$inboundSchema.safeParse(wrong).success).toBe(false)
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eur } from '../../lib/money/money.ts'
import { accountContext } from '../../lib/providers/accounts.ts'
import { findAccount } from '../../lib/providers/accounts-queries.ts'
import { sinkToken } from '../../lib/providers/adapters/camara/camara-token.ts'
import type { AccountContext, CallbackMessage, ChargeRequest } from '../../lib/providers/provider.ts'
import { providerOf } from '../../lib/providers/registry.ts'
import {
  type ChargeStatus,
  findCharge,
  findChargeByCorrelator,
  updateCharge,
} from '../../lib/simulator/company-store.ts'
import { closeWorld } from '../../lib/simulator/world.ts'
import { startAnsweringServer } from '../support/answering-server.ts'
import { callbackMessage, chargeRequest } from '../support/provider-messages.ts'
import { freePorts } from '../support/real-kannel.ts'
import { openTestSite } from '../support/test-site.ts'
import { startWorldServer } from '../support/world-server.ts'
import { samplesOf } from './fixtures.ts'
import { believed, flipQuery, readingOf, runProviderContract, sameReply } from './run-provider-contract.ts'

const provider = providerOf('camara')
const now = Date.now()
const [port = 0] = await freePorts(1)
const site = await openTestSite({ PORT: String(port), OBOLE_ORIGIN: `http://127.0.0.1:${port}` })
let server: Awaited<ReturnType<typeof startWorldServer>>
beforeAll(async () => {
  server = await startWorldServer(port)
})
afterAll(async () => {
  await server.close()
  closeWorld()
  site.close()
})

const account = contextOf('camara')
const secret = account.settings['secret'] ?? ''
const correlator = 'correlator-0123456789'

function contextOf(id: string): AccountContext {
  const found = findAccount(id)
  if (!found) throw new Error(`there is no account ${id}`)
  return accountContext(found)
}

const samples = samplesOf('camara')
const sampleBody = samples.find(({ name }) => name === 'payment-completed succeeded')?.body ?? ''

function message(body: string, token = sinkToken(secret, correlator), charge = correlator): CallbackMessage {
  return callbackMessage({
    url: `/api/callbacks/camara/token?charge=${charge}`,
    headers: { 'content-type': 'application/cloudevents+json', authorization: `Bearer ${token}` },
    body: Buffer.from(body),
    receivedAt: now,
  })
}

const genuine = message(sampleBody)
const event = JSON.parse(sampleBody)
const { authorization: _authorization, ...anonymous } = genuine.headers

const charge = chargeRequest(account, { correlator, msisdn: '+33639982201', now })

let paymentId = ''
async function arrange(status: ChargeStatus): Promise<void> {
  await provider.openCharge(charge)
  const kept = findChargeByCorrelator(account.accountId, correlator)
  if (!kept) throw new Error('the operator has no such payment')
  paymentId = kept.id
  updateCharge(kept, { status, now })
}

runProviderContract({
  provider,
  account,
  trust: 'hint',
  genuine,
  paid: {
    eventId: 'https://operator.example/carrier-billing:sd5e-uy52-88t4-AK234',
    reference: 'AK234',
    correlator,
    at: now,
  },
  mutations: [
    ...['id', 'source', 'specversion', 'type', 'time', 'data'].map((name) => ({
      name: `${name}, left out`,
      message: message(JSON.stringify({ ...event, [name]: undefined })),
    })),
    { name: 'charge', message: message(sampleBody, sinkToken(secret, correlator), 'another-correlator') },
    { name: 'version', message: message(JSON.stringify({ ...event, specversion: '2.0' })) },
    {
      name: 'type',
      message: message(JSON.stringify({ ...event, type: 'org.camaraproject.carrier-billing.v0.payment-reserved' })),
    },
  ],
  signing: {
    secret,
    sign: (key) => message(sampleBody, sinkToken(key, correlator)),
    unsigned: [
      { name: 'missing', message: { ...genuine, headers: anonymous } },
      { name: 'empty', message: { ...genuine, headers: { ...anonymous, authorization: 'Bearer ' } } },
      { name: 'of another kind', message: { ...genuine, headers: { ...anonymous, authorization: 'Basic eDp5' } } },
    ],
    flipped: flipQuery(genuine),
  },
  fetched: {
    reference: () => paymentId,
    statuses: [
      { status: 'pending_validation', state: 'awaiting_payer', arrange: () => arrange('open') },
      { status: 'processing', state: 'pending', arrange: () => arrange('confirming') },
      { status: 'reserved', state: 'authorized', arrange: () => arrange('reserved') },
      { status: 'denied', state: 'failed', arrange: () => arrange('declined') },
      { status: 'cancelled', state: 'cancelled', arrange: () => arrange('cancelled') },
      { status: 'succeeded', state: 'paid', arrange: () => arrange('paid') },
    ],
  },
  unusable: [
    { settings: { secret: 'x'.repeat(31) }, says: /32 characters/ },
    { settings: { secret: 'sink-token-demo' }, says: /public examples/ },
    { settings: { clientSecret: 'changeme' }, says: /clientSecret/ },
    { settings: { steps: 'three' }, says: /steps/ },
    { settings: { paymentsUrl: 'ftp://x' }, says: /paymentsUrl/ },
  ],
  replies: sameReply(204),
  charge,
})

describe('what an event says', () => {
  test.each(samples)('$name', ({ body = '', name }) => {
    const expected = name.includes('reserved') ? 'authorized' : name.includes('failed') ? 'failed' : 'paid'
    expect(believed(readingOf({ provider, account }, message(body))).observations[0]?.state).toBe(expected)
  })

  test.each([
    ['org.camaraproject.carrier-billing.v0.payment-denied', 'succeeded', 'failed'],
    ['org.camaraproject.carrier-billing.v0.payment-cancelled', 'succeeded', 'cancelled'],
    ['org.camaraproject.carrier-billing.v0.payment-pending-validation', 'succeeded', 'awaiting_payer'],
    ['org.camaraproject.carrier-billing.v1.payment-completed', 'succeeded', 'paid'],
  ])('%s that %s is %s', (type, status, state) => {
    const body = JSON.stringify({ ...event, type, data: { ...event.data, status } })
    expect(believed(readingOf({ provider, account }, message(body))).observations[0]?.state).toBe(state)
  })

  test('an event about a refund moves no charge and is answered', () => {
    const type = 'org.camaraproject.carrier-billing-refund.v0.refund-completed'
    const reading = believed(readingOf({ provider, account }, message(JSON.stringify({ ...event, type }))))
    expect(reading.observations).toEqual([])
    expect(reading.reply([]).status).toBe(204)
  })
})

describe('asking the operator', () => {
  const opened = async (changes: Partial<ChargeRequest>) => {
    const request = { ...charge, ...changes }
    const opening = await provider.openCharge(request)
    return { request, opening, reference: 'reference' in opening ? opening.reference : '' }
  }

  test('without a telephone number nothing is asked', async () => {
    expect(await provider.openCharge({ ...charge, correlator: 'c-none', msisdn: undefined })).toMatchObject({
      kind: 'refused',
    })
  })

  test('the same correlator with another amount is no second payment', async () => {
    await opened({ correlator: 'c-twice' })
    const { opening } = await opened({ correlator: 'c-twice', amount: eur(300) })
    expect(opening).toMatchObject({ kind: 'observed', observation: { state: 'awaiting_payer', correlator: 'c-twice' } })
  })

  test('a charge whose reference was lost is found by its correlator', async () => {
    await opened({ correlator: 'c-lost' })
    const found = await provider.fetchCharge?.({ account, reference: '', correlator: 'c-lost', now })
    expect(found).toMatchObject({ state: 'awaiting_payer', correlator: 'c-lost' })
    const none = provider.fetchCharge?.({ account, reference: '', correlator: 'c-never', now })
    await expect(none).rejects.toThrow(/no payment/)
  })

  test('is found among payments that we do not read', async () => {
    const operator = await startAnsweringServer()
    const kept = { amount: 1.5, currency: 'EUR' }
    const listed = (clientCorrelator: string, charging: Readonly<Record<string, unknown>>) => ({
      paymentId: `pay-${clientCorrelator}`,
      paymentStatus: 'succeeded',
      paymentCreationDate: new Date(now).toISOString(),
      amountTransaction: { clientCorrelator, paymentAmount: { chargingInformation: charging } },
    })
    operator.answer(({ method }) => ({
      body: JSON.stringify(
        method === 'POST'
          ? { access_token: 'token-1', expires_in: 60 }
          : [listed('c-foreign', { amount: 20, currency: 'CHF' }), listed('c-ours', kept)],
      ),
    }))
    const elsewhere = { paymentsUrl: `${operator.origin}/carrier-billing/v0.5`, tokenUrl: `${operator.origin}/token` }
    const other = { ...account, settings: { ...account.settings, ...elsewhere } }
    const found = provider.fetchCharge?.({ account: other, reference: '', correlator: 'c-ours', now })
    await expect(found).resolves.toMatchObject({ state: 'paid', amount: eur(150), reference: 'pay-c-ours' })
    operator.answer({ body: 'access_token=very-secret' })
    const fresh = { ...other, settings: { ...other.settings, clientId: 'another-client' } }
    const failed = await provider.fetchCharge?.({ account: fresh, reference: 'p', correlator: 'c', now }).catch(String)
    expect(failed).toMatch(/no access token/)
    expect(failed).not.toMatch(/access_|secret/)
    await operator.close()
  })

  test('an answer about another charge is an error, not a payment', async () => {
    const { reference } = await opened({ correlator: 'c-one' })
    const wrong = provider.fetchCharge?.({ account, reference, correlator: 'c-other', now })
    await expect(wrong).rejects.toThrow(/another charge/)
  })

  test('an answer about another merchant is an error, not a payment', async () => {
    const { reference } = await opened({ correlator: 'c-merchant' })
    const other = { ...account, settings: { ...account.settings, merchantIdentifier: 'somebody-else' } }
    const wrong = provider.fetchCharge?.({ account: other, reference, correlator: 'c-merchant', now })
    await expect(wrong).rejects.toThrow(/another merchant/)
  })

  test('what is billed is refunded once under one id, and never more than was billed', async () => {
    const { reference } = await opened({ correlator: 'c-refund' })
    const id = reference.split('~')[0] ?? ''
    const kept = findCharge(id)
    if (kept) updateCharge(kept, { status: 'paid', now })
    const refund = (refundId: string, minor: number) =>
      provider.refundCharge?.({ account, reference: id, amount: eur(minor), refundId, now })
    expect(await refund('r-1', 50)).toMatchObject({ state: 'done' })
    expect(await refund('r-1', 50)).toMatchObject({ state: 'done' })
    expect(await refund('r-2', 120)).toMatchObject({ state: 'refused' })
    expect(await refund('r-3', 100)).toMatchObject({ state: 'done' })
  })

  test('billing twice and cancelling what is billed changes nothing', async () => {
    const { reference, request } = await opened({ correlator: 'c-again' })
    const id = reference.split('~')[0] ?? ''
    const kept = findCharge(id)
    if (kept) updateCharge(kept, { status: 'reserved', now })
    const about = { account, reference: id, correlator: request.correlator, now }
    expect(await provider.captureCharge?.(about)).toMatchObject({ state: 'paid', amount: eur(150) })
    expect(await provider.captureCharge?.(about)).toMatchObject({ state: 'paid', amount: eur(150) })
    expect(await provider.cancelCharge?.(about)).toMatchObject({ state: 'paid' })
  })

  test('in one step there is nothing for the payer to do', async () => {
    const oneStep = { ...account, settings: { ...account.settings, steps: 'one' } }
    const { opening } = await opened({ account: oneStep, correlator: 'c-step' })
    expect(opening).toMatchObject({ kind: 'observed', observation: { state: 'pending' } })
  })

  test('where the operator has a page of its own, the payer is sent there', async () => {
    const withPage = { ...account, settings: { ...account.settings, serviceId: 'open' } }
    const { opening } = await opened({ account: withPage, correlator: 'c-page' })
    expect(opening).toMatchObject({ kind: 'redirect', url: expect.stringContaining('/simulator/company/') })
  })

  test('a wrong client is told, and nothing secret with it', async () => {
    const wrong = { ...account, settings: { ...account.settings, clientSecret: 'not-the-one-that-was-agreed' } }
    const failed = await provider.openCharge({ ...charge, account: wrong }).catch((error: unknown) => String(error))
    expect(failed).toMatch(/no access token/)
    expect(failed).not.toContain('not-the-one')
    expect(await provider.checkHealth?.(wrong)).toMatchObject({ isHealthy: false })
    expect(await provider.checkHealth?.(account)).toMatchObject({ isHealthy: true })
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eur } from '../../lib/money/money.ts'
import { accountContext } from '../../lib/providers/accounts.ts'
import { findAccount } from '../../lib/providers/accounts-queries.ts'
import type { AccountContext, ChargeRequest } from '../../lib/providers/provider.ts'
import { providerOf } from '../../lib/providers/registry.ts'
import { findCharge } from '../../lib/simulator/company-store.ts'
import { finishLater, stopPump } from '../../lib/simulator/pump.ts'
import { closeWorld } from '../../lib/simulator/world.ts'
import { freePorts } from '../support/real-kannel.ts'
import { publishedDescription, startPrism } from '../support/real-prism.ts'
import { openTestSite } from '../support/test-site.ts'
import { startWorldServer } from '../support/world-server.ts'

const payments = publishedDescription('camara-carrier-billing-r3.2.yaml')
const refunds = publishedDescription('camara-carrier-billing-refund-r3.2.yaml')
const isMissing = payments === undefined || refunds === undefined
if (isMissing)
  process.stderr.write('SKIPPED: the CAMARA descriptions are not beside the repository (../shared/specs).\n')

// The judge of the adapter and of the demonstration's operator is the published description, not each other.
describe.skipIf(isMissing)('CAMARA’s own description between the adapter and the operator', () => {
  const provider = providerOf('camara')
  const now = Date.now()
  let site: Awaited<ReturnType<typeof openTestSite>>
  let server: Awaited<ReturnType<typeof startWorldServer>>
  let prisms: Awaited<ReturnType<typeof startPrism>>[] = []
  let account: AccountContext

  beforeAll(async () => {
    const [port = 0, first = 0, second = 0] = await freePorts(3)
    site = await openTestSite({ PORT: String(port), OBOLE_ORIGIN: `http://127.0.0.1:${port}` })
    server = await startWorldServer(port)
    const base = `${server.origin}/simulator/api/companies/camara`
    prisms = await Promise.all([
      startPrism({ description: payments ?? '', upstream: `${base}/carrier-billing/v0.5`, port: first }),
      startPrism({ description: refunds ?? '', upstream: `${base}/carrier-billing-refund/v0.3`, port: second }),
    ])
    const found = findAccount('camara')
    if (!found) throw new Error('the demonstration has no such account')
    const context = accountContext(found)
    const [paymentsUrl = '', refundsUrl = ''] = prisms.map(({ url }) => url)
    account = {
      ...context,
      // Nobody answers there: notifications are tried and given up, as the description wants an https address.
      callbackUrl: 'https://annonces.invalid/api/callbacks/camara/token',
      settings: { ...context.settings, paymentsUrl, refundsUrl, tokenUrl: `${base}/oauth2/token` },
    }
  }, 180_000)
  afterAll(async () => {
    for (const prism of prisms) prism.stop()
    stopPump()
    await server?.close()
    closeWorld()
    site?.close()
  })

  const request = (correlator: string, changes: Partial<ChargeRequest> = {}): ChargeRequest => ({
    account,
    correlator,
    amount: eur(150),
    pricePoint: undefined,
    country: 'FR',
    locale: 'fr',
    payerCode: 'K7P204XY',
    description: 'Contact K7P204',
    returnUrl: 'https://annonces.example/fr/payer/p1',
    msisdn: '+33639982301',
    now,
    ...changes,
  })

  test('two steps with a code, billed, refunded in part and then refused beyond', async () => {
    const opening = await provider.openCharge(request('prism-two'))
    if (opening.kind !== 'enter_code') throw new Error(`opened as ${opening.kind}`)
    const about = { account, reference: opening.reference, correlator: 'prism-two', now }
    const id = opening.reference.split('~')[0] ?? ''
    const code = findCharge(id)?.pin ?? ''
    const wrong = await provider.redeemCode?.({ ...about, code: code === '0000' ? '1111' : '0000', amount: eur(150) })
    expect(wrong).toMatchObject({ state: 'awaiting_payer', failure: 'invalid_code' })
    const paid = await provider.redeemCode?.({ ...about, code, amount: eur(150) })
    expect(paid).toMatchObject({ state: 'paid', amount: eur(150), reference: id })
    expect(await provider.captureCharge?.(about)).toMatchObject({ state: 'paid' })
    expect(await provider.cancelCharge?.(about)).toMatchObject({ state: 'paid' })
    const refund = (refundId: string, minor: number) =>
      provider.refundCharge?.({ account, reference: id, amount: eur(minor), refundId, now })
    expect(await refund('prism-r1', 50)).toMatchObject({ state: 'done' })
    expect(await refund('prism-r1', 50)).toMatchObject({ state: 'done' })
    expect(await refund('prism-r2', 150)).toMatchObject({ state: 'refused' })
  })

  test('one step, billed a moment later', async () => {
    const oneStep = { ...account, settings: { ...account.settings, steps: 'one' } }
    const opening = await provider.openCharge(request('prism-one', { account: oneStep }))
    if (opening.kind !== 'observed') throw new Error(`opened as ${opening.kind}`)
    expect(opening.observation).toMatchObject({ state: 'pending' })
    const reference = opening.observation.reference ?? ''
    await finishLater(reference, now)
    const about = { account: oneStep, reference, correlator: 'prism-one', now }
    expect(await provider.fetchCharge?.(about)).toMatchObject({ state: 'paid', amount: eur(150) })
  })

  test('a charge given up before it is billed, and one whose reference was lost', async () => {
    const opening = await provider.openCharge(request('prism-cancel'))
    const reference = 'reference' in opening ? opening.reference : ''
    const about = { account, reference, correlator: 'prism-cancel', now }
    expect(await provider.fetchCharge?.({ ...about, reference: '' })).toMatchObject({ state: 'awaiting_payer' })
    expect(await provider.cancelCharge?.(about)).toMatchObject({ state: 'cancelled' })
    expect(await provider.captureCharge?.(about)).toMatchObject({ state: 'cancelled' })
  })

  test.each([
    ['+33639980007', 'limit_exceeded'],
    ['+33639980003', 'declined'],
    ['+33123456789', 'barred'],
  ])('an operator’s refusal of %s is %s', async (msisdn, failure) => {
    expect(await provider.openCharge(request(`prism-${failure}`, { msisdn }))).toEqual({ kind: 'refused', failure })
  })

  // The control: without a judge that really judges, everything above would prove nothing.
  test('a request and an answer that break the description are caught', async () => {
    const prism = prisms[0]
    const token = await fetch(account.settings['tokenUrl'] ?? '', {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${account.settings['clientId']}:${account.settings['clientSecret']}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'grant_type=client_credentials',
    })
    const { access_token } = (await token.json()) as { access_token: string }
    const bad = await fetch(`${prism?.url}/payments`, {
      method: 'POST',
      headers: { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ amountTransaction: { referenceCode: 'x' } }),
    })
    expect(bad.status).toBeGreaterThanOrEqual(400)
    expect(await bad.text()).toMatch(/paymentAmount|UNPROCESSABLE|INVALID/i)
    expect((await fetch(`${prism?.url}/payments/nothing`)).status).toBe(401)
  })
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eur } from '../../lib/money/money.ts'
import type { AccountContext } from '../../lib/providers/provider.ts'
import { providerOf } from '../../lib/providers/registry.ts'
import { startAnsweringServer } from '../support/answering-server.ts'
import { mendedDescription, missingDescription } from '../support/btcpay-description.ts'
import { playBtcpay } from '../support/btcpay-server.ts'
import { chargeRequest } from '../support/provider-messages.ts'
import { freePorts } from '../support/real-kannel.ts'
import { startPrism } from '../support/real-prism.ts'

const description = mendedDescription()
if (description === undefined) process.stderr.write(missingDescription)

// The judge of the adapter is the published description, not the fake behind it.
describe.skipIf(description === undefined)('BTCPay’s own description between the adapter and the server', () => {
  const provider = providerOf('btcpay')
  const now = Date.now()
  const folder = mkdtempSync(join(tmpdir(), 'obole-btcpay-'))
  let company: Awaited<ReturnType<typeof startAnsweringServer>>
  let prism: Awaited<ReturnType<typeof startPrism>>
  let server: ReturnType<typeof playBtcpay>
  let account: AccountContext

  beforeAll(async () => {
    const [port = 0] = await freePorts(1)
    company = await startAnsweringServer()
    server = playBtcpay('s1', `http://127.0.0.1:${port}`)
    company.answer(server.answer)
    const file = join(folder, 'greenfield.json')
    writeFileSync(file, description ?? '')
    prism = await startPrism({ description: file, upstream: company.origin, port })
    account = {
      accountId: 'btcpay',
      mode: 'test',
      settings: {
        baseUrl: prism.url,
        storeId: 's1',
        apiKey: '9d1f04c7aa3e52b8c6e0471fd2b39a6e',
        secret: 'b7e2d90c41fa6835d2c0e97b14a6f385',
      },
      callbackUrl: 'https://annonces.example/api/callbacks/btcpay/token',
    }
  }, 180_000)
  afterAll(async () => {
    prism?.stop()
    await company?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const request = (correlator: string) => chargeRequest(account, { correlator, now })

  test('an invoice is made, asked about, paid and cancelled as described', async () => {
    const opening = await provider.openCharge(request('correlator-1'))
    expect(opening).toMatchObject({ kind: 'qr' })
    expect(await provider.openCharge(request('correlator-1'))).toEqual(opening)
    const id = server.invoices()[0]?.id ?? ''
    const about = { account, reference: id, correlator: 'correlator-1', now }
    expect(await provider.fetchCharge?.(about)).toMatchObject({ state: 'awaiting_payer' })
    server.change(id, { status: 'Settled', paidAmount: '1.50' })
    expect(await provider.fetchCharge?.(about)).toMatchObject({ state: 'paid', amount: eur(150) })
    await provider.openCharge(request('correlator-2'))
    const other = { account, reference: '', correlator: 'correlator-2', now }
    expect(await provider.cancelCharge?.(other)).toMatchObject({ state: 'failed' })
    expect(await provider.checkHealth?.(account)).toMatchObject({ isHealthy: true })
    expect(prism.said()).not.toMatch(/Violation/i)
  })

  // A proxy that lets everything pass would be green as well.
  test('what breaks the description is refused', async () => {
    const answer = await fetch(`${prism.url}/api/v1/stores/s1/invoices`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'token x' },
      body: JSON.stringify({ amount: 1.5, currency: 'EUR' }),
    })
    expect(answer.status).toBe(422)
    const id = server.invoices()[0]?.id ?? ''
    server.change(id, { status: 'Paid' })
    const about = { account, reference: id, correlator: 'correlator-1', now }
    await expect(provider.fetchCharge?.(about)).rejects.toThrow(/BTCPay answered 500|did not answer/)
  })
})

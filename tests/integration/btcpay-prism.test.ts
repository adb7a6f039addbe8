import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eur } from '../../lib/money/money.ts'
import type { AccountContext } from '../../lib/providers/provider.ts'
import { providerOf } from '../../lib/providers/registry.ts'
import { startAnsweringServer } from '../support/answering-server.ts'
import { playBtcpay } from '../support/btcpay-server.ts'
import { chargeRequest } from '../support/provider-messages.ts'
import { freePorts } from '../support/real-kannel.ts'
import { publishedDescription, startPrism } from '../support/real-prism.ts'

const base = publishedDescription('btcpay-greenfield-base.json')
const invoices = publishedDescription('btcpay-greenfield-invoices.json')
const isMissing = base === undefined || invoices === undefined
if (isMissing) process.stderr.write('SKIPPED: BTCPay’s description is not beside the repository (../shared/specs).\n')

type Description = Record<string, Record<string, Record<string, unknown>>>

/**
 * Both published parts as one, mended where they contradict themselves: a closed `allOf` part forbids what the other
 * part describes, and every path asks for two kinds of authorisation at once.
 */
function mendedDescription(): string {
  const [first, second]: Description[] = [base, invoices].map((path) => JSON.parse(readFileSync(path ?? '', 'utf8')))
  const paths = Object.entries(second?.['paths'] ?? {}).filter(([path]) => !/refund|activate|unarchive/.test(path))
  const part = (name: string) => ({ ...first?.['components']?.[name], ...second?.['components']?.[name] })
  const schemas: Record<string, unknown> = part('schemas')
  delete schemas['InvoiceRefundTriggerData']
  delete schemas['RefundInvoiceRequest']
  const joined = {
    ...first,
    paths: Object.fromEntries(paths),
    components: { ...first?.['components'], parameters: part('parameters'), schemas },
    security: [{ API_Key: [] }],
  }
  return JSON.stringify(joined, (key, value) => {
    if (key === 'additionalProperties' && value === false) return undefined
    return key === 'security' ? [{ API_Key: [] }] : value
  })
}

// The judge of the adapter is the published description, not the fake behind it.
describe.skipIf(isMissing)('BTCPay’s own description between the adapter and the server', () => {
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
    const description = join(folder, 'greenfield.json')
    writeFileSync(description, mendedDescription())
    prism = await startPrism({ description, upstream: company.origin, port })
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

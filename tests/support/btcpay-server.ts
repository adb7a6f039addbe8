import { createHash } from 'node:crypto'
import type { Heard, Told } from './answering-server.ts'

type Invoice = Record<string, unknown> & Readonly<{ id: string; metadata: Readonly<Record<string, unknown>> }>

/** BTCPay's invoices as its description has them, kept in memory; a test says what becomes of one. */
export function playBtcpay(storeId: string, checkoutOrigin: string) {
  const invoices = new Map<string, Invoice>()
  const json = (body: unknown, status = 200): Told => ({
    status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

  function create(body: string): Told {
    const asked = JSON.parse(body)
    const id = `inv${createHash('sha256').update(JSON.stringify(asked)).digest('hex').slice(0, 20)}`
    const invoice: Invoice = {
      id,
      storeId,
      amount: asked.amount,
      paidAmount: '0.00',
      currency: asked.currency,
      type: 'Standard',
      checkoutLink: `${checkoutOrigin}/i/${id}`,
      createdTime: 1_780_000_000,
      expirationTime: 1_780_000_900,
      monitoringExpiration: 1_780_087_300,
      status: 'New',
      additionalStatus: 'None',
      availableStatusesForManualMarking: ['Settled', 'Invalid'],
      archived: false,
      metadata: asked.metadata,
      checkout: asked.checkout,
    }
    invoices.set(id, invoice)
    return json(invoice)
  }

  function methodsOf({ id }: Invoice): Told {
    return json([
      {
        paymentMethodId: 'BTC-LN',
        currency: 'BTC',
        destination: `lnbcrt15u1${id}${'q'.repeat(60)}`,
        paymentLink: null,
        rate: '64392.23',
        paymentMethodPaid: '0',
        totalPaid: '0',
        due: '0.00002329',
        amount: '0.00002329',
        paymentMethodFee: '0',
        payments: [],
        activated: true,
        additionalData: {},
      },
    ])
  }

  return {
    change(id: string, change: Readonly<Record<string, unknown>>): void {
      const known = invoices.get(id)
      if (known) invoices.set(id, { ...known, ...change })
    },
    invoices: () => [...invoices.values()],
    answer({ method, url, body }: Heard): Told {
      const { pathname, searchParams } = new URL(url, 'http://server')
      if (pathname === `/api/v1/stores/${storeId}/invoices`) {
        if (method === 'POST') return create(body)
        const wanted = searchParams.getAll('orderId')
        return json([...invoices.values()].filter(({ metadata }) => wanted.includes(String(metadata['orderId']))))
      }
      const [, id = '', part] = /^\/api\/v1\/invoices\/(\w+)(?:\/([\w-]+))?$/.exec(pathname) ?? []
      const invoice = invoices.get(id)
      if (!invoice) return { status: 404, body: '' }
      if (part === 'payment-methods') return methodsOf(invoice)
      if (part === 'status') {
        invoices.set(id, { ...invoice, status: JSON.parse(body).status, additionalStatus: 'Marked' })
        return json(invoices.get(id))
      }
      return json(invoice)
    },
  }
}

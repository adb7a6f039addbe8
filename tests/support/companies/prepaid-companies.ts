import type { Told } from '../answering-server.ts'
import { playBtcpay } from '../btcpay-server.ts'
import { json, minorOf, newName, type Played, type PlayedCompany } from './played-company.ts'

type Payment = { id: string; correlator: string; amount: number; status: 'INITIATED' | 'AUTHORIZED' | 'SUCCESS' }

/** paysafecard: our correlation id is part of what it makes, so it makes it once. */
export function playPaysafecard(merchantId: string, { isForgetful = false }: Played = {}): PlayedCompany {
  const payments: Payment[] = []
  const refunds = new Map<string, number>()
  const paymentOf = ({ id, amount, status }: Payment) => ({
    object: 'PAYMENT',
    id,
    status,
    amount,
    currency: 'EUR',
    redirect: { auth_url: `https://customer.cc.at.paysafecard.com/${id}` },
  })
  const problem = (number: number) => json({ code: 'refused', number }, 400)

  function open(correlator: string, body: string): Told {
    const id = `pay_${merchantId}_${correlator}_EUR`
    if (payments.some((known) => known.id === id)) return problem(2001)
    const payment: Payment = { id, correlator, amount: JSON.parse(body).amount, status: 'INITIATED' }
    payments.push(payment)
    return json(paymentOf(payment), 201)
  }

  function refund(mark: string, body: string): Told {
    const own = isForgetful ? `${mark}-${refunds.size}` : mark
    if (refunds.has(own)) return problem(3103)
    refunds.set(own, minorOf(JSON.parse(body).amount.toFixed(2)))
    return json({ id: `ref_${merchantId}_${mark}`, status: 'SUCCESS' }, 201)
  }

  return {
    answer: ({ method, url, headers, body }) => {
      const [, id, part] = /\/payments(?:\/(pay_[\w-]+))?(?:\/(\w+))?$/.exec(url) ?? []
      const mark = headers['correlation-id'] ?? ''
      if (method === 'POST' && id === undefined) return open(mark, body)
      const payment = payments.find((known) => known.id === id)
      if (!payment) return json({ number: 3100 }, 404)
      if (part === 'refunds') return refund(mark, body)
      if (part === 'capture') {
        if (payment.status !== 'AUTHORIZED') return problem(2017)
        payment.status = 'SUCCESS'
      }
      return json(paymentOf(payment))
    },
    pay: (correlator) => {
      for (const payment of payments) {
        if (payment.correlator === correlator && payment.status === 'INITIATED') payment.status = 'AUTHORIZED'
      }
    },
    debits: () =>
      payments
        .filter(({ status }) => status === 'SUCCESS')
        .map(({ correlator, amount }) => ({ mark: correlator, minor: minorOf(amount.toFixed(2)) })),
    refunds: () => [...refunds].map(([mark, minor]) => ({ mark, minor })),
    callback: (correlator) => ({
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `mtid=pay_${merchantId}_${correlator}_EUR&eventType=ASSIGN_CARDS`,
    }),
  }
}

/** A BTCPay Server whose invoices a test pays. */
export function playLightning(storeId: string, checkoutOrigin: string): PlayedCompany {
  const server = playBtcpay(storeId, checkoutOrigin)
  return {
    answer: (request) => server.answer(request),
    pay: (correlator) => {
      for (const { id, metadata, ...invoice } of server.invoices()) {
        if (metadata['correlator'] !== correlator) continue
        server.change(id, { status: 'Settled', paidAmount: invoice['amount'] })
      }
    },
    debits: () =>
      server
        .invoices()
        .filter(({ status }) => status === 'Settled')
        .map(({ metadata, amount }) => ({ mark: String(metadata['correlator']), minor: minorOf(String(amount)) })),
    refunds: () => [],
  }
}

type Charge = { id: string; correlator: string; amount: string; status: 'open' | 'paid'; reversed: boolean }

/** The demonstration's own card company, its merchant a test's. */
export function playDemoCompany(merchant: string, at: number, { isForgetful = false }: Played = {}): PlayedCompany {
  const charges: Charge[] = []
  const refunds = new Map<string, number>()
  const told = ({ id, correlator, amount, status, reversed }: Charge) => ({
    ...{ id, correlator, merchant, mode: 'test', status, amount, currency: 'EUR' },
    reversedAmount: reversed ? amount : '0.00',
    at: Math.floor(at / 1000),
  })

  function open(body: string): Told {
    const { correlator, amount } = JSON.parse(body)
    const known = charges.find((charge) => charge.correlator === correlator)
    const charge: Charge = known ?? {
      ...{ id: newName('ch_'), correlator, amount },
      ...{ status: 'open', reversed: false },
    }
    if (!known) charges.push(charge)
    return json({ id: charge.id, kind: 'redirect', url: `https://company.example/${charge.id}` }, 201)
  }

  return {
    answer: ({ method, url, body }) => {
      const [, id, part] = /\/charges(?:\/([\w]+))?(?:\/(\w+))?$/.exec(url) ?? []
      if (method === 'POST' && id === undefined) return open(body)
      const charge = charges.find((known) => known.id === id)
      if (!charge) return json({}, 404)
      if (part !== 'refund') return json(told(charge))
      const { refundId, amount } = JSON.parse(body)
      refunds.set(isForgetful ? `${refundId}-${refunds.size}` : refundId, minorOf(amount))
      return json({ id: `rf_${refundId}`, status: 'done' })
    },
    pay: (correlator) => {
      for (const charge of charges) if (charge.correlator === correlator) charge.status = 'paid'
    },
    debits: () =>
      charges
        .filter(({ status }) => status === 'paid')
        .map(({ correlator, amount }) => ({ mark: correlator, minor: minorOf(amount) })),
    refunds: () => [...refunds].map(([mark, minor]) => ({ mark, minor })),
    takeBack: (correlator) => {
      for (const charge of charges) if (charge.correlator === correlator) charge.reversed = true
    },
  }
}

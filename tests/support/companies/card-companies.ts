import { createHmac } from 'node:crypto'
import type { Heard, Told } from '../answering-server.ts'
import {
  companyNow,
  json,
  minorOf,
  newName,
  type Played,
  type PlayedCompany,
  rememberAnswers,
  textOf,
} from './played-company.ts'

type Session = { id: string; correlator: string; minor: number; isPaid: boolean; isDisputed: boolean }
type Refund = Readonly<{ id: string; of: string; minor: number; mark: string }>

/** Stripe: sessions by idempotency key, which knows another question under the same key for an error. */
export function playStripe(secret: string, { isForgetful = false }: Played = {}): PlayedCompany {
  const sessions: Session[] = []
  const refunds: Refund[] = []
  const once = rememberAnswers(isForgetful)
  const reused = json({ error: { type: 'idempotency_error' } }, 400)
  const missing = json({ error: { type: 'invalid_request_error', code: 'resource_missing' } }, 404)
  const intentOf = ({ id, correlator, minor, isDisputed }: Session) => ({
    id: `pi_${id}`,
    status: 'succeeded',
    amount_received: minor,
    currency: 'eur',
    livemode: false,
    metadata: { correlator, opened: 'session' },
    latest_charge: { id: `ch_${id}`, disputed: isDisputed, amount_refunded: refunded(id) },
  })
  const refunded = (id: string) => refunds.filter(({ of }) => of === id).reduce((sum, { minor }) => sum + minor, 0)
  const sessionOf = (session: Session) => ({
    id: `cs_${session.id}`,
    client_reference_id: session.correlator,
    status: session.isPaid ? 'complete' : 'open',
    payment_status: session.isPaid ? 'paid' : 'unpaid',
    amount_total: session.minor,
    currency: 'eur',
    livemode: false,
    metadata: { correlator: session.correlator },
    url: `https://checkout.stripe.com/c/${session.id}`,
    payment_intent: session.isPaid ? intentOf(session) : null,
  })
  const refundOf = ({ id, minor, mark }: Refund) => ({
    id: `re_${id}`,
    status: 'succeeded',
    amount: minor,
    metadata: isForgetful ? {} : { refund: mark },
  })

  function open(body: string): Told {
    const form = new URLSearchParams(body)
    const session = {
      id: newName('s'),
      correlator: form.get('client_reference_id') ?? '',
      minor: Number(form.get('line_items[0][price_data][unit_amount]')),
      isPaid: false,
      isDisputed: false,
    }
    sessions.push(session)
    return json(sessionOf(session))
  }

  function refund(body: string): Told {
    const form = new URLSearchParams(body)
    const of = (form.get('charge') ?? '').slice(3)
    const mark = form.get('metadata[refund]') ?? ''
    const made = { id: newName('r'), of, minor: Number(form.get('amount')), mark }
    refunds.push(made)
    return json(refundOf(made))
  }

  return {
    answer: ({ method, url, headers, body }: Heard) => {
      const { pathname, searchParams } = new URL(url, 'http://stripe')
      const path = pathname.replace('/v1/', '')
      const key = headers['idempotency-key']
      if (method === 'POST' && path === 'checkout/sessions') return once(key, body, () => open(body), reused)
      if (method === 'POST' && path === 'refunds') return once(key, body, () => refund(body), reused)
      const of = (searchParams.get('charge') ?? '').slice(3)
      if (path === 'refunds') return json({ data: refunds.filter((made) => made.of === of).map(refundOf) })
      if (path === 'disputes') return json({ data: [{ id: 'dp_1', status: 'lost', amount: findMinor(of) }] })
      if (path === 'payment_intents/search') {
        const asked = /correlator'\]:'([^']+)'/.exec(searchParams.get('query') ?? '')?.[1]
        const found = sessions.filter(({ correlator, isPaid }) => isPaid && correlator === asked)
        return json({ data: found.map(({ id }) => ({ id: `pi_${id}` })) })
      }
      const id = path
        .split('/')
        .at(-1)
        ?.replace(/^(cs|pi)_/, '')
      const session = sessions.find((known) => known.id === id)
      if (!session) return missing
      return json(path.startsWith('payment_intents') ? intentOf(session) : sessionOf(session))
    },
    pay: (correlator) => {
      const session = sessions.find((known) => known.correlator === correlator)
      if (session) session.isPaid = true
    },
    debits: () => sessions.filter(({ isPaid }) => isPaid).map(({ correlator, minor }) => ({ mark: correlator, minor })),
    refunds: () => refunds,
    takeBack: (correlator) => {
      for (const session of sessions) if (session.correlator === correlator) session.isDisputed = true
    },
    callback: (correlator) => {
      const id = sessions.find((session) => session.correlator === correlator)?.id
      const object = { id: 'dp_1', object: 'dispute', payment_intent: `pi_${id}`, charge: `ch_${id}`, livemode: false }
      const event = {
        id: `evt_${id}`,
        object: 'event',
        type: 'charge.dispute.created',
        livemode: false,
        data: { object },
      }
      return signedByStripe(JSON.stringify(event), secret)
    },
  }

  function findMinor(id: string): number {
    return sessions.find((session) => session.id === id)?.minor ?? 0
  }
}

function signedByStripe(body: string, secret: string) {
  const seconds = Math.floor(companyNow / 1000)
  const signature = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')
  return { headers: { 'stripe-signature': `t=${seconds},v1=${signature}` }, body }
}

type Payment = { id: string; correlator: string; value: string; isPaid: boolean; isBack: boolean }

/** Mollie: payments by idempotency key, refunds found by their mark. */
export function playMollie({ isForgetful = false }: Played = {}): PlayedCompany {
  const payments: Payment[] = []
  const refunds: Refund[] = []
  const once = rememberAnswers(isForgetful)
  const amount = (value: string) => ({ currency: 'EUR', value })
  const paymentOf = ({ id, correlator, value, isPaid, isBack }: Payment) => ({
    id: `tr_${id}`,
    mode: 'test',
    status: isPaid ? 'paid' : 'open',
    amount: amount(value),
    metadata: { correlator },
    ...(isBack ? { amountChargedBack: amount(value) } : {}),
    _links: { checkout: { href: `https://www.mollie.com/checkout/${id}` } },
  })
  const refundOf = ({ id, minor, mark }: Refund) => ({
    id: `re_${id}`,
    status: 'refunded',
    amount: amount(textOf(minor)),
    metadata: isForgetful ? null : { refund: mark },
  })

  function open(body: string): Told {
    const asked = JSON.parse(body)
    const { correlator } = asked.metadata
    const payment = {
      id: newName('p'),
      correlator,
      value: asked.amount.value,
      isPaid: false,
      isBack: false,
    }
    payments.push(payment)
    return json(paymentOf(payment), 201)
  }

  function refund(of: string, body: string): Told {
    const asked = JSON.parse(body)
    const { refund: mark } = asked.metadata
    const made = { id: newName('r'), of, minor: minorOf(asked.amount.value), mark }
    refunds.push(made)
    return json(refundOf(made), 201)
  }

  return {
    answer: ({ method, url, headers, body }: Heard) => {
      const { pathname } = new URL(url, 'http://mollie')
      const [, id = '', part] = /^\/v2\/payments(?:\/tr_(\w+))?(?:\/(\w+))?$/.exec(pathname) ?? []
      const key = headers['idempotency-key']
      if (method === 'POST') {
        return once(key, body, () => (id === '' ? open(body) : refund(id, body)), json({ status: 400 }, 400))
      }
      if (id === '') return json({ _embedded: { payments: payments.map(paymentOf).reverse() } })
      const payment = payments.find((known) => known.id === id)
      if (!payment) return json({ status: 404 }, 404)
      if (part === 'refunds')
        return json({ _embedded: { refunds: refunds.filter(({ of }) => of === id).map(refundOf) } })
      if (part === 'chargebacks')
        return json({ _embedded: { chargebacks: [{ id: 'chb_1', amount: amount(payment.value), reversedAt: null }] } })
      return json(paymentOf(payment))
    },
    pay: (correlator) => {
      for (const payment of payments) if (payment.correlator === correlator) payment.isPaid = true
    },
    debits: () =>
      payments
        .filter(({ isPaid }) => isPaid)
        .map(({ correlator, value }) => ({ mark: correlator, minor: minorOf(value) })),
    refunds: () => refunds,
    takeBack: (correlator) => {
      for (const payment of payments) if (payment.correlator === correlator) payment.isBack = true
    },
    callback: (correlator) => ({
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `id=tr_${payments.find((payment) => payment.correlator === correlator)?.id}`,
    }),
  }
}

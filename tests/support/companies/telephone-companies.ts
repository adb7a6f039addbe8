import { createHash, createHmac } from 'node:crypto'
import type { Heard, Told } from '../answering-server.ts'
import { json, minorOf, newName, numberOf, type Played, type PlayedCompany, textOf, xml } from './played-company.ts'

type Payment = {
  id: string
  correlator: string
  phoneNumber: string
  minor: number
  status: 'pending_validation' | 'reserved' | 'succeeded'
}
const pin = '4711'

/** An operator that speaks CAMARA and answers 409 to what it has heard before; in one step it bills at once. */
export function playCamara(steps: 'one' | 'two', { isForgetful = false }: Played = {}): PlayedCompany {
  const payments: Payment[] = []
  const refunds: { id: string; mark: string; minor: number }[] = []
  const failed = (status: number, code: string) => json({ status, code, message: code }, status)
  const paymentOf = ({ id, correlator, phoneNumber, minor, status }: Payment) => ({
    paymentId: id,
    paymentStatus: status,
    paymentCreationDate: '2026-11-20T09:00:00Z',
    amountTransaction: {
      ...{ phoneNumber, clientCorrelator: correlator, referenceCode: correlator },
      paymentAmount: { chargingInformation: { amount: numberOf(minor), currency: 'EUR', description: 'x' } },
    },
    ...(status === 'pending_validation'
      ? { validationInfo: { action: 'validate', authorizationId: `auth-${id}` } }
      : {}),
  })
  const refundOf = ({ id, mark }: { id: string; mark: string }) => ({
    ...{ refundId: id, refundStatus: 'succeeded', amountTransaction: { clientCorrelator: mark } },
  })

  function open(body: string): Told {
    const { clientCorrelator: correlator, phoneNumber, paymentAmount } = JSON.parse(body).amountTransaction
    const isKnown = payments.some((known) => known.correlator === correlator)
    if (isKnown && !isForgetful) return failed(409, 'ALREADY_EXISTS')
    const minor = minorOf(paymentAmount.chargingInformation.amount.toFixed(2))
    const status = steps === 'one' ? 'succeeded' : 'pending_validation'
    const payment: Payment = { id: newName('pay'), correlator, phoneNumber, minor, status }
    payments.push(payment)
    return json(paymentOf(payment), 201)
  }

  function refund(payment: Payment, body: string): Told {
    const { clientCorrelator: mark, refundAmount } = JSON.parse(body).amountTransaction
    if (refunds.some((known) => known.mark === mark) && !isForgetful) return failed(409, 'ALREADY_EXISTS')
    const part = refundAmount.chargingInformation?.amount
    const minor = part === undefined ? payment.minor : minorOf(part.toFixed(2))
    const made = { id: newName('ref'), mark, minor }
    refunds.push(made)
    return json(refundOf(made), 201)
  }

  function change(payment: Payment, action: string, body: string): Told {
    if (action === 'validate') {
      if (payment.status !== 'pending_validation') return failed(409, 'ALREADY_EXISTS')
      if (JSON.parse(body).code !== pin) return failed(400, 'CARRIER_BILLING.INVALID_CODE')
      payment.status = 'reserved'
      return { status: 204 }
    }
    if (payment.status === 'succeeded') return failed(409, 'CARRIER_BILLING.PAYMENT_CONFIRMED')
    if (payment.status !== 'reserved') return failed(403, 'CARRIER_BILLING.PAYMENT_DENIED')
    payment.status = 'succeeded'
    return { status: 202 }
  }

  return {
    answer: ({ method, url, body }: Heard) => {
      const { pathname } = new URL(url, 'http://operator')
      if (pathname === '/token') return json({ access_token: 'granted', expires_in: 3600 })
      const [, id, part] = /\/payments(?:\/(\w+))?(?:\/(\w+))?$/.exec(pathname) ?? []
      if (method === 'POST' && (id === undefined || id === 'prepare')) return open(body)
      if (id === undefined) return json(payments.map(paymentOf).reverse())
      const payment = payments.find((known) => known.id === id)
      if (!payment) return failed(404, 'NOT_FOUND')
      if (part === 'refunds') return method === 'POST' ? refund(payment, body) : json(refunds.map(refundOf))
      return part === undefined ? json(paymentOf(payment)) : change(payment, part, body)
    },
    pay: () => undefined,
    ...(steps === 'two' ? { code: () => pin } : {}),
    debits: () =>
      payments
        .filter(({ status }) => status === 'succeeded')
        .map(({ correlator, minor }) => ({ mark: correlator, minor })),
    refunds: () => refunds,
  }
}

type Order = Readonly<{ id: string; order: string; requestId: string; minor: number }>

/** DIMOCO, which knows a question by its `request_id`, bills at once and says so again by a signed callback. */
export function playDimoco(password: string, { isForgetful = false }: Played = {}): PlayedCompany {
  const orders: Order[] = []
  const refunds: { mark: string; minor: number; requestId: string }[] = []
  const resultOf = ({ id, order, requestId, minor }: Order, action: string, status = '0') =>
    [
      `<result version="2"><action>${action}</action><action_result><status>${status}</status><code>0</code></action_result>`,
      `<reference>ref-${id}</reference><request_id>${requestId}</request_id>`,
      '<customer><msisdn>33639982101</msisdn><country>FR</country><operator>FR_SANDBOX</operator></customer>',
      `<payment_parameters><order>${order}</order></payment_parameters>`,
      `<transactions><transaction><id>tx-${id}</id><status>4</status><amount>${textOf(minor)}</amount>`,
      `<billed_amount>${textOf(minor)}</billed_amount><currency>EUR</currency></transaction></transactions></result>`,
    ].join('')

  function start(form: URLSearchParams): Told {
    const requestId = form.get('request_id') ?? ''
    const known = orders.find((order) => order.requestId === requestId)
    if (known && !isForgetful) return xml(resultOf(known, 'start'))
    const order = { id: newName('d'), order: form.get('order') ?? '', requestId }
    orders.push({ ...order, minor: minorOf(form.get('amount') ?? '') })
    return xml(resultOf(orders.at(-1) as Order, 'start'))
  }

  function refund(form: URLSearchParams): Told {
    const requestId = form.get('request_id') ?? ''
    const order = orders.find(({ id }) => `tx-${id}` === form.get('transaction'))
    if (!order) return { status: 404 }
    const about = { ...order, order: form.get('order') ?? '', requestId }
    // What is given back already cannot be given back again.
    if (refunds.length > 0 && !isForgetful) return xml(resultOf(about, 'refund', '9'))
    refunds.push({ mark: form.get('order') ?? '', minor: order.minor, requestId })
    return xml(resultOf(about, 'refund'))
  }

  return {
    answer: ({ body }) => {
      const form = new URLSearchParams(body)
      return form.get('action') === 'refund' ? refund(form) : start(form)
    },
    pay: () => undefined,
    debits: () => orders.map(({ order, minor }) => ({ mark: order, minor })),
    refunds: () => refunds,
    callback: (correlator) => {
      const order = orders.find((known) => known.order === correlator)
      const data = order ? resultOf(order, 'start') : ''
      const digest = createHmac('sha256', password).update(data).digest('hex')
      return {
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ data, digest }).toString(),
      }
    },
  }
}

/** Allopass: a code is heard for money and counts once; who checked it can ask by our mark what it was worth. */
export function playAllopass(privateKey: string, minor: number): PlayedCompany {
  const calls: { code: string; mark?: string }[] = []
  const signed = (body: string): Told => {
    const told = xml(`<response xmlns="https://api.allopass.com/rest" code="0" message="OK">${body}</response>`)
    const signature = createHash('sha1')
      .update((told.body ?? '') + privateKey)
      .digest('hex')
    return { ...told, headers: { ...told.headers, 'x-allopass-response-signature': signature } }
  }
  const worth = (name: string) => `<${name} currency="EUR" amount="${textOf(minor)}"/>`
  const transactionOf = ({ code, mark }: { code: string; mark?: string }) =>
    signed(
      `<status>0</status><transaction_id>t-${code}</transaction_id>${worth('price')}${worth('paid')}<merchant_transaction_id>${mark}</merchant_transaction_id>`,
    )
  return {
    answer: ({ method, url, body }) => {
      if (method === 'GET') {
        const call = calls.find(({ code, mark }) => url.includes(`/t-${code}?`) || url.includes(`/merchant/${mark}?`))
        return call ? transactionOf(call) : { status: 404 }
      }
      const form = new URLSearchParams(body)
      const call = calls.find(({ code }) => code === form.get('code[]'))
      if (!call || call.mark !== undefined) return signed('<status>1</status>')
      call.mark = form.get('merchant_transaction_id') ?? ''
      return transactionOf(call)
    },
    pay: () => void calls.push({ code: newName('ABCD') }),
    code: () => calls.at(-1)?.code ?? '',
    debits: () => calls.map(({ code }) => ({ mark: code, minor })),
    refunds: () => [],
  }
}

/** StarPass, whose first check spends a code: nobody can say afterwards whose it was. */
export function playStarpass(minor: number): PlayedCompany {
  const calls: { code: string; isSpent: boolean }[] = []
  return {
    answer: ({ url }) => {
      const code = new URL(url, 'http://starpass').searchParams.get('codes')
      const call = calls.find((known) => known.code === code && !known.isSpent)
      if (!call) return { body: 'NON|https://script.starpass.fr/error.php||||\n' }
      call.isSpent = true
      return { body: 'OUI|https://script.starpass.fr/acces.php|fr|Plus+A||audiotel\n' }
    },
    pay: () => void calls.push({ code: newName('SPXY'), isSpent: false }),
    code: () => calls.at(-1)?.code ?? '',
    debits: () => calls.map(({ code }) => ({ mark: code, minor })),
    refunds: () => [],
  }
}

import { z } from 'zod'
import { decimalAmount } from '../../../money/money.ts'
import { UnusableAccount } from '../../account-settings.ts'
import type { ChargeOpening, ChargeRequest, Observation, ReferenceRequest } from '../../provider.ts'
import { ProviderSilent } from '../../talk.ts'
import { callBtcpay, readAnswer } from './btcpay-client.ts'
import { type BtcpayInvoice, btcpayInvoice, correlatorIn, observationOf } from './btcpay-invoice.ts'
import { type BtcpaySettings, btcpaySettings } from './btcpay-settings.ts'

const lifeMinutes = 15
const watchMinutes = 24 * 60

/**
 * Makes an invoice and shows its Lightning request as a picture to scan; without one, its page. The interface takes no
 * idempotency key, so an invoice of this correlator is looked for first.
 *
 * Source: BTCPay Server's published Greenfield description (July 2026), grade A.
 */
export async function openBtcpayCharge(request: ChargeRequest): Promise<ChargeOpening> {
  const settings = btcpaySettings(request.account)
  const invoice = (await findByCorrelator(settings, request.correlator)) ?? (await createInvoice(settings, request))
  const isOurs = correlatorIn(invoice) === request.correlator && invoice.storeId === settings.storeId
  if (!isOurs || !invoice.checkoutLink.startsWith(`${new URL(settings.baseUrl).origin}/`)) {
    throw new ProviderSilent('BTCPay answered about another invoice')
  }
  const bolt11 = await lightningRequest(settings, invoice.id)
  if (bolt11 === undefined) return { kind: 'redirect', reference: invoice.id, url: invoice.checkoutLink }
  return { kind: 'qr', reference: invoice.id, payload: `lightning:${bolt11}`, url: invoice.checkoutLink }
}

async function createInvoice(settings: BtcpaySettings, request: ChargeRequest): Promise<BtcpayInvoice> {
  const { account, correlator, amount, description, returnUrl, locale } = request
  const answer = await callBtcpay({
    settings,
    method: 'POST',
    path: `stores/${settings.storeId}/invoices`,
    body: {
      amount: decimalAmount(amount),
      currency: amount.currency,
      metadata: { orderId: correlator, correlator, itemDesc: description },
      checkout: {
        speedPolicy: 'HighSpeed',
        paymentMethods: [settings.paymentMethod],
        expirationMinutes: lifeMinutes,
        monitoringMinutes: watchMinutes,
        paymentTolerance: 0,
        redirectURL: returnUrl,
        redirectAutomatically: true,
        defaultLanguage: locale,
      },
    },
  })
  if (answer.status === 401 || answer.status === 403) {
    throw new UnusableAccount(account.accountId, 'apiKey: the server does not let this key make invoices.')
  }
  return readAnswer(answer, btcpayInvoice)
}

async function findByCorrelator(settings: BtcpaySettings, correlator: string): Promise<BtcpayInvoice | undefined> {
  const path = `stores/${settings.storeId}/invoices?orderId=${encodeURIComponent(correlator)}`
  const found = readAnswer(await callBtcpay({ settings, method: 'GET', path }), z.array(btcpayInvoice))
  return found.find((invoice) => correlatorIn(invoice) === correlator)
}

const methods = z.array(z.object({ paymentMethodId: z.string(), destination: z.string().nullish() }))

/** The BOLT 11 request of an invoice; undefined where the server is not asked for Lightning or does not say. */
async function lightningRequest(settings: BtcpaySettings, id: string): Promise<string | undefined> {
  try {
    const answer = await callBtcpay({ settings, method: 'GET', path: `invoices/${id}/payment-methods` })
    const found = readAnswer(answer, methods).find(({ paymentMethodId }) => paymentMethodId === settings.paymentMethod)
    const destination = found?.destination?.toLowerCase() ?? ''
    return /^ln(bc|tb|bcrt|tbs)[0-9a-z]{50,2000}$/.test(destination) ? destination : undefined
  } catch (error) {
    if (error instanceof ProviderSilent) return undefined
    throw error
  }
}

/** What the server says now; a lost reference is looked up by our correlator. */
export async function fetchBtcpayCharge(request: ReferenceRequest): Promise<Observation> {
  const { account, reference, correlator, now: at } = request
  const settings = btcpaySettings(account)
  const invoice = reference === '' ? await findByCorrelator(settings, correlator) : await load(settings, reference)
  const ours = invoice && correlatorIn(invoice)
  if (!invoice || ours === undefined || invoice.storeId !== settings.storeId) {
    throw new ProviderSilent('BTCPay has no invoice of this charge')
  }
  if (correlator !== '' && ours !== correlator) throw new ProviderSilent('BTCPay answered about another charge')
  return observationOf(invoice, { account, at })
}

async function load(settings: BtcpaySettings, reference: string): Promise<BtcpayInvoice> {
  const path = `invoices/${encodeURIComponent(reference)}`
  const invoice = readAnswer(await callBtcpay({ settings, method: 'GET', path }), btcpayInvoice)
  if (invoice.id !== reference) throw new ProviderSilent('BTCPay answered about another invoice')
  return invoice
}

/** Nobody can pay it afterwards; one that is paid or paying stays what it is. */
export async function cancelBtcpayCharge(request: ReferenceRequest): Promise<Observation> {
  const settings = btcpaySettings(request.account)
  const before = await fetchBtcpayCharge(request)
  if (before.state !== 'awaiting_payer' || before.reference === undefined) return before
  const path = `invoices/${encodeURIComponent(before.reference)}/status`
  await callBtcpay({ settings, method: 'POST', path, body: { status: 'Invalid' } })
  return fetchBtcpayCharge({ ...request, reference: before.reference })
}

import { z } from 'zod'
import { currencies } from '../../../money/money.ts'
import { second } from '../../../time/time.ts'
import { jsonOf } from '../../callback-message.ts'
import type { AccountContext, ChargeOpening, ChargeRequest, Health, PaymentProvider } from '../../provider.ts'
import { ProviderSilent, talk } from '../../talk.ts'
import { eventOf, fetchX402Charge, referenceOf } from './fetch-x402-charge.ts'
import {
  headerOfJson,
  type PaymentPayload,
  type PaymentRequirements,
  readPayment,
  requirementsOf,
} from './x402-payment.ts'
import { type X402Settings, x402Settings, x402SettingsDescription } from './x402-settings.ts'

/** Programs that pay within their request, by HTTP 402 and a signed transfer of a token worth a currency. */
export const x402Provider: PaymentProvider = {
  kind: 'x402',
  rail: 'lightning',
  facts: {
    isTelco: false,
    providerOwesVat: false,
    addedCost: 'none',
    countries: 'any',
    currencies,
    amounts: { minMinor: 1, maxMinor: 100_000 },
    isForPrograms: true,
    evidence: 'A',
    testedAgainst: '@x402 2.27.0 as client and facilitator, on a Hardhat chain',
  },
  settings: x402SettingsDescription,
  openCharge,
  fetchCharge: fetchX402Charge,
  checkHealth,
}

/**
 * Without a payment: the answer 402 that says how to pay. With one: verified, then settled by the facilitator, and money
 * only once it, or the network, says that the transfer is made. A program is told why a transfer was not made.
 *
 * Source: the public x402 specification, version 2, grade A. The authorisation's nonce can be used once on its network,
 * and is the event here, so that one payment buys one thing for ever.
 */
async function openCharge(request: ChargeRequest): Promise<ChargeOpening> {
  const { account, amount, correlator, paymentProof } = request
  const settings = x402Settings(account)
  if (amount.currency !== settings.currency) return { kind: 'refused', failure: 'limit_exceeded' }
  const wanted = requirementsOf(settings, amount)
  if (paymentProof === undefined)
    return { kind: 'http402', reference: `asked:${correlator}`, ...asking(request, wanted) }
  const payment = readPayment(paymentProof, wanted)
  if (!payment) return { kind: 'refused', failure: 'declined' }
  if (!(await isValid(settings, { payment, wanted }))) return { kind: 'refused', failure: 'declined' }
  const reference = referenceOf(payment, settings)
  const observation = {
    reference,
    correlator,
    isTest: account.mode === 'test',
    payerAlias: payment.payload.authorization.from.toLowerCase(),
    at: request.now,
  }
  const settled = await settleOrLose(settings, { payment, wanted })
  if (settled === 'lost') {
    // It may be made: the charge keeps what the network can be asked by.
    const eventId = `lost:${correlator}`
    return { kind: 'observed', observation: { ...observation, eventId, state: 'pending', amount: undefined } }
  }
  if (!settled.success) {
    const { transaction, errorReason = 'unexpected_settle_error' } = settled
    const told = { success: false, errorReason, transaction, network: settings.network, payer: observation.payerAlias }
    return { kind: 'refused', failure: 'declined', headers: { 'payment-response': headerOfJson(told) } }
  }
  return {
    kind: 'observed',
    headers: { 'payment-response': headerOfJson(settled) },
    observation: { ...observation, eventId: eventOf(reference), state: 'paid', amount },
  }
}

function asking({ returnUrl, description }: ChargeRequest, wanted: PaymentRequirements) {
  const body = {
    x402Version: 2,
    error: 'PAYMENT-SIGNATURE header is required',
    resource: { url: returnUrl, description, mimeType: 'application/json' },
    accepts: [wanted],
    extensions: {},
  }
  return { headers: { 'payment-required': headerOfJson(body) }, body }
}

type Asked = Readonly<{ payment: PaymentPayload; wanted: PaymentRequirements }>

async function isValid(settings: X402Settings, asked: Asked): Promise<boolean> {
  const verdict = z.object({ isValid: z.boolean() })
  return (await askFacilitator(settings, { ...asked, path: 'verify', shape: verdict })).isValid
}

const settlement = z.object({
  success: z.boolean(),
  transaction: z.string(),
  network: z.string(),
  payer: z.string().optional(),
  errorReason: z.string().optional(),
})

async function settleOrLose(settings: X402Settings, asked: Asked) {
  try {
    return await settle(settings, asked)
  } catch (error) {
    if (error instanceof ProviderSilent) return 'lost'
    throw error
  }
}

async function settle(settings: X402Settings, asked: Asked) {
  const settled = await askToSettle(settings, asked)
  const { payer, network, transaction } = settled
  const isOurs = payer === undefined || payer.toLowerCase() === asked.payment.payload.authorization.from.toLowerCase()
  if (settled.success && (network !== settings.network || transaction === '' || !isOurs)) {
    throw new ProviderSilent('The facilitator answered about another payment')
  }
  return settled
}

const tries = 3

/**
 * An answer that is lost is asked for again: no network makes one authorisation twice. A refusal after a lost answer
 * proves nothing, since a transfer that was made is refused when it is asked for anew.
 */
async function askToSettle(settings: X402Settings, asked: Asked): Promise<z.output<typeof settlement>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const settled = await askFacilitator(settings, { ...asked, path: 'settle', shape: settlement })
      if (settled.success || attempt === 1) return settled
      throw new ProviderSilent('The facilitator may have made this transfer')
    } catch (error) {
      if (!(error instanceof ProviderSilent) || attempt === tries) throw error
    }
  }
}

/** A transfer takes as long as its network needs for a block. */
const settlingTakes = 40 * second

type Question<Shape> = Asked & Readonly<{ path: 'verify' | 'settle'; shape: Shape }>

async function askFacilitator<Shape extends z.ZodType>(
  settings: X402Settings,
  { path, payment, wanted, shape }: Question<Shape>,
) {
  const answer = await talk({
    method: 'POST',
    url: `${settings.facilitatorUrl}/${path}`,
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(settings.apiKey === undefined ? {} : { authorization: `Bearer ${settings.apiKey}` }),
    },
    body: JSON.stringify({ x402Version: 2, paymentPayload: payment, paymentRequirements: wanted }),
    timeoutMs: settlingTakes,
  })
  const read = shape.safeParse(jsonOf(answer.body))
  if (!read.success || answer.status >= 500) throw new ProviderSilent(`The facilitator answered ${answer.status}`)
  return read.data
}

async function checkHealth(account: AccountContext): Promise<Health> {
  try {
    const settings = x402Settings(account)
    const { status, body } = await talk({ method: 'GET', url: `${settings.facilitatorUrl}/supported` })
    const isHealthy = status === 200 && body.includes(`"${settings.network}"`)
    return { isHealthy, detail: isHealthy ? 'The facilitator serves this network.' : `It answered ${status}.` }
  } catch {
    return { isHealthy: false, detail: 'The facilitator cannot be reached.' }
  }
}

import { currencies } from '../../../money/money.ts'
import { currentTime } from '../../../time/time.ts'
import type {
  AccountContext,
  ChargeOpening,
  ChargeRequest,
  Health,
  Observation,
  PaymentProvider,
  RedeemRequest,
  ReferenceRequest,
} from '../../provider.ts'
import { refusedCode } from '../../refused-code.ts'
import { ProviderSilent } from '../../talk.ts'
import {
  type AllopassTransaction,
  failureOfTransaction,
  readAllopassAnswer,
  stateOfTransaction,
} from './allopass-answer.ts'
import { callAllopass } from './allopass-client.ts'
import { allopassSettings, allopassSettingsDescription } from './allopass-settings.ts'
import { readAllopassCallback } from './read-callback.ts'

/** A code heard on a premium number of Allopass (now HiPay Mobile), checked there; every answer is signed. */
export const allopassProvider: PaymentProvider = {
  kind: 'allopass',
  rail: 'premium_call',
  facts: {
    isTelco: true,
    providerOwesVat: true,
    addedCost: 'call',
    countries: 'any',
    currencies,
    amounts: 'ladder',
    evidence: 'B',
    testedAgainst: '',
  },
  settings: allopassSettingsDescription,
  openCharge,
  readCallback: readAllopassCallback,
  redeemCode,
  fetchCharge,
  checkHealth,
}

/** Nothing is said to the company: the charge begins when the payer calls. */
async function openCharge({ account, pricePoint, correlator }: ChargeRequest): Promise<ChargeOpening> {
  allopassSettings(account)
  if (pricePoint?.number === undefined) return { kind: 'refused', failure: 'limit_exceeded' }
  return { kind: 'dial', reference: `dial:${correlator}`, number: pricePoint.number }
}

const codeShape = /^[A-Za-z0-9]{4,16}$/

/** Gives the company the code the payer heard; our correlator goes with it, so that the answer names it. */
async function redeemCode(request: RedeemRequest): Promise<Observation> {
  const { account, correlator, code, now } = request
  const settings = allopassSettings(account)
  if (!codeShape.test(code)) return refusedCode(request)
  const body = await callAllopass({
    settings,
    method: 'POST',
    path: 'onetime/validate-codes',
    fields: {
      site_id: settings.siteId,
      product_id: settings.productId,
      code: [code],
      merchant_transaction_id: correlator,
    },
    now,
  })
  const transaction = readAllopassAnswer(body)
  if (transaction.status !== '0') return refusedCode(request)
  return observationOf(transaction, { account, correlator, now, state: 'paid' })
}

/** A charge whose call was not redeemed yet is only known by our own correlator. */
async function fetchCharge({ account, reference, correlator, now }: ReferenceRequest): Promise<Observation> {
  const settings = allopassSettings(account)
  const isOurs = reference === '' || reference.startsWith('dial:')
  const path = isOurs
    ? `transaction/merchant/${encodeURIComponent(correlator)}`
    : `transaction/${encodeURIComponent(reference)}`
  const transaction = readAllopassAnswer(await callAllopass({ settings, method: 'GET', path, fields: {}, now }))
  const state = stateOfTransaction(transaction.status)
  if (state === undefined) throw new ProviderSilent('The company answered with a status nobody documented')
  return observationOf(transaction, { account, correlator, now, state })
}

type About = Readonly<{
  account: AccountContext
  correlator: string
  now: number
  state: Observation['state']
}>

/** @throws ProviderSilent when the answer is about another charge, or says paid without an amount. */
function observationOf(transaction: AllopassTransaction, { account, correlator, now, state }: About): Observation {
  const { transactionId, paid, payoutMinor, status } = transaction
  const ours = transaction.correlator
  if (correlator !== '' && ours !== undefined && ours !== correlator) {
    throw new ProviderSilent('The company answered about another charge')
  }
  if (transactionId === '' || (state === 'paid' && !paid)) throw new ProviderSilent('The answer lacks what was paid')
  const failure = failureOfTransaction(status)
  return {
    eventId: `allopass:${transactionId}:${status}`,
    reference: transactionId,
    correlator: ours ?? (correlator === '' ? undefined : correlator),
    state,
    amount: state === 'paid' ? paid : undefined,
    ...(state === 'paid' && payoutMinor !== undefined ? { payoutMinor } : {}),
    isTest: account.mode === 'test',
    ...(failure === undefined ? {} : { failure }),
    at: now,
  }
}

async function checkHealth(account: AccountContext): Promise<Health> {
  try {
    const settings = allopassSettings(account)
    const fields = { site_id: settings.siteId, product_id: settings.productId }
    await callAllopass({ settings, method: 'GET', path: 'onetime/pricing', fields, now: currentTime() })
    return { isHealthy: true, detail: 'The company answers, signed.' }
  } catch {
    return { isHealthy: false, detail: 'The company gives no signed answer.' }
  }
}

import { currencies, decimalAmount } from '../../../money/money.ts'
import type {
  AccountContext,
  ChargeOpening,
  ChargeRequest,
  PaymentProvider,
  RefundObservation,
  RefundRequest,
} from '../../provider.ts'
import { formEncoded, ProviderSilent, talk } from '../../talk.ts'
import { dimocoDigest } from './dimoco-digest.ts'
import { type DimocoResult, failureOf, readDimocoResult, requestIdOf, stateOf } from './dimoco-result.ts'
import { type DimocoSettings, dimocoSettings, dimocoSettingsDescription } from './dimoco-settings.ts'
import { observationOf, readDimocoCallback } from './read-callback.ts'

/** A telephone bill through DIMOCO pay:smart. There is no way to ask about a payment: results come by callback. */
export const dimocoProvider: PaymentProvider = {
  kind: 'dimoco',
  rail: 'carrier_billing',
  facts: {
    isTelco: true,
    providerOwesVat: true,
    addedCost: 'none',
    countries: 'any',
    currencies,
    amounts: { minMinor: 1, maxMinor: 5000 },
    evidence: 'B',
    testedAgainst: 'Known answer of node-dimoco for the digest',
  },
  settings: dimocoSettingsDescription,
  openCharge,
  readCallback: readDimocoCallback,
  refundCharge,
  payerHosts,
}

function payerHosts(account: AccountContext): readonly string[] {
  const settings = dimocoSettings(account)
  const others = (settings.payerHosts ?? '').split(/[\s,]+/).filter((host) => host !== '')
  return [...new Set([new URL(settings.baseUrl).origin, ...others])]
}

/** `action=start`, once: subscriptions, which the same interface sells, have no place here. */
async function openCharge(request: ChargeRequest): Promise<ChargeOpening> {
  const { account, correlator, amount, msisdn, country, locale } = request
  const settings = dimocoSettings(account)
  if (amount.currency !== settings.currency) return { kind: 'refused', failure: 'limit_exceeded' }
  const result = await ask(settings, {
    action: 'start',
    merchant: settings.merchant,
    order: correlator,
    request_id: requestIdOf(correlator),
    amount: decimalAmount(amount),
    service_name: settings.serviceName,
    url_callback: account.callbackUrl,
    url_return: request.returnUrl,
    channel: 'web',
    country,
    language: locale,
    ...(msisdn === undefined ? {} : { msisdn: msisdn.replace('+', '') }),
    prompt_product_args: JSON.stringify({ desc: { [locale]: request.description } }),
  })
  if (result.order !== undefined && result.order !== correlator)
    throw new ProviderSilent('DIMOCO answered about another order')
  const state = stateOf(result)
  const reference = result.reference ?? requestIdOf(correlator)
  if (state === 'failed') return { kind: 'refused', failure: failureOf(result) }
  const { redirectUrl } = result
  if (redirectUrl !== undefined && /^https?:\/\//.test(redirectUrl))
    return { kind: 'redirect', reference, url: redirectUrl }
  return { kind: 'observed', observation: observationOf(result, { account, correlator, at: request.now }) }
}

/**
 * `action=refund` gives the whole transaction back, as the interface takes no amount: a part of it is refused.
 *
 * @throws ProviderSilent also for a refusal after an answer was lost: there is no way to ask whether it is made.
 */
async function refundCharge(request: RefundRequest): Promise<RefundObservation> {
  const { account, reference, refundId, amount, paid, isRepeated } = request
  if (paid?.minor !== amount.minor || paid.currency !== amount.currency)
    return { state: 'refused', reference: refundId }
  const settings = dimocoSettings(account)
  const result = await ask(settings, {
    action: 'refund',
    merchant: settings.merchant,
    order: refundId,
    request_id: requestIdOf(refundId),
    transaction: reference,
    url_callback: account.callbackUrl,
  })
  const state = result.status === '0' ? 'done' : result.status === '5' ? 'pending' : 'refused'
  if (state === 'refused' && isRepeated) throw new ProviderSilent('DIMOCO may have made this refund')
  return { state, reference: result.reference ?? refundId }
}

async function ask(settings: DimocoSettings, fields: Readonly<Record<string, string>>): Promise<DimocoResult> {
  const answer = await talk({
    method: 'POST',
    url: settings.baseUrl,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: formEncoded({ ...fields, digest: dimocoDigest(fields, settings.secret) }),
  })
  const result = answer.status === 200 ? readDimocoResult(answer.body) : undefined
  if (!result) throw new ProviderSilent(`DIMOCO answered ${answer.status} without a result`)
  if (result.requestId !== undefined && result.requestId !== fields['request_id']) {
    throw new ProviderSilent('DIMOCO answered about another request')
  }
  return result
}

import { day } from '../../../time/time.ts'
import { jsonAmount } from '../../json-money.ts'
import type { ChargeOpening, ChargeRequest } from '../../provider.ts'
import { ProviderSilent } from '../../talk.ts'
import { type Answer, callOperator, paymentIn } from './camara-client.ts'
import { type CamaraPayment, observationOf, refusalOf } from './camara-payment.ts'
import { type CamaraSettings, camaraSettings } from './camara-settings.ts'
import { sinkToken } from './camara-token.ts'
import { captureCamaraCharge, findByCorrelator } from './fetch-camara-charge.ts'

/** Digits or letters, as operators send them. */
const codePattern = '[A-Za-z0-9]{4,10}'

/**
 * Opens a payment in one step or two. `clientCorrelator` is our correlator, so a repeated request is the same payment;
 * an operator that answers 409 instead of repeating its answer is asked for the payment it has.
 *
 * Source: CAMARA Carrier Billing 0.5.0 (release r3.2), grade A. With a two-legged token the telephone number is
 * required in the body.
 */
export async function openCamaraCharge(request: ChargeRequest): Promise<ChargeOpening> {
  const settings = camaraSettings(request.account)
  if (request.msisdn === undefined) return { kind: 'refused', failure: 'unknown' }
  const answer = await callOperator({
    settings,
    now: request.now,
    scope: 'carrier-billing:payments:create',
    method: 'POST',
    path: settings.steps === 'one' ? '/payments' : '/payments/prepare',
    body: paymentBody(request, settings),
    correlator: request.correlator,
  })
  const failure = refusalOf(answer.code)
  if (failure !== undefined) return { kind: 'refused', failure }
  return openingOf(await paymentOf(answer, request, settings), request, settings)
}

async function paymentOf(answer: Answer, request: ChargeRequest, settings: CamaraSettings): Promise<CamaraPayment> {
  if (answer.status !== 409) return paymentIn(answer)
  const known = await findByCorrelator({ settings, correlator: request.correlator, now: request.now })
  if (!known) throw new ProviderSilent('The operator says that this payment exists and does not have it')
  return known
}

function paymentBody(request: ChargeRequest, settings: CamaraSettings) {
  const { amount, correlator, description, msisdn } = request
  const { merchantName, merchantIdentifier, serviceId } = settings
  return {
    amountTransaction: {
      phoneNumber: msisdn,
      clientCorrelator: correlator,
      referenceCode: correlator,
      paymentAmount: {
        chargingInformation: {
          amount: jsonAmount(amount),
          currency: amount.currency,
          description,
          isTaxIncluded: true,
        },
        chargingMetaData: {
          channel: 'web',
          ...(merchantName === undefined ? {} : { merchantName }),
          ...(merchantIdentifier === undefined ? {} : { merchantIdentifier }),
          ...(serviceId === undefined ? {} : { serviceId }),
        },
      },
    },
    ...sinkOf(request, settings),
  }
}

/** Operators notify https addresses only; without one the payment is asked about. */
function sinkOf({ account, correlator, now }: ChargeRequest, settings: CamaraSettings) {
  const sink = new URL(account.callbackUrl)
  if (sink.protocol !== 'https:' && sink.origin !== new URL(settings.paymentsUrl).origin) return {}
  sink.searchParams.set('charge', correlator)
  return {
    sink: sink.href,
    sinkCredential: {
      credentialType: 'ACCESSTOKEN',
      accessToken: sinkToken(settings.secret, correlator),
      accessTokenExpiresUtc: new Date(now + 30 * day).toISOString(),
      accessTokenType: 'bearer',
    },
  }
}

async function openingOf(
  payment: CamaraPayment,
  request: ChargeRequest,
  settings: CamaraSettings,
): Promise<ChargeOpening> {
  const { account, correlator, now } = request
  const { validationInfo, paymentId } = payment
  if (payment.paymentStatus === 'pending_validation' && validationInfo?.action === 'open') {
    return { kind: 'redirect', reference: paymentId, url: validationInfo.validationURL }
  }
  if (payment.paymentStatus === 'pending_validation' && validationInfo?.action === 'validate') {
    const reference = referenceWithAuthorization(paymentId, validationInfo.authorizationId)
    return { kind: 'enter_code', reference, pattern: codePattern }
  }
  if (payment.paymentStatus === 'reserved') {
    return {
      kind: 'observed',
      observation: await captureCamaraCharge({ account, reference: paymentId, correlator, now }),
    }
  }
  return { kind: 'observed', observation: observationOf(payment, { account, settings, correlator, now }) }
}

/** Until it is paid, a charge that waits for a code is known by the payment and by what the code authorises. */
function referenceWithAuthorization(paymentId: string, authorizationId: string): string {
  return `${paymentId}~${authorizationId}`
}

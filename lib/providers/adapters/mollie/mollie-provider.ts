import { currencies, decimalAmount } from '../../../money/money.ts'
import { UnusableAccount } from '../../account-settings.ts'
import { formParameters, plainReply, refusedReading } from '../../callback-message.ts'
import type {
  AccountContext,
  CallbackMessage,
  CallbackReading,
  ChargeOpening,
  ChargeRequest,
  Health,
  PaymentProvider,
} from '../../provider.ts'
import { ProviderSilent } from '../../talk.ts'
import { cancelMollieCharge, fetchMollieCharge, refundMollieCharge } from './fetch-mollie-charge.ts'
import { callMollie, resourceIn } from './mollie-client.ts'
import { markIn, molliePayment } from './mollie-payment.ts'
import { mollieSettings, mollieSettingsDescription } from './mollie-settings.ts'

/** Cards, Bancontact, iDEAL and the rest of a Mollie profile. */
export const mollieProvider: PaymentProvider = {
  kind: 'mollie',
  rail: 'card',
  facts: {
    isTelco: false,
    providerOwesVat: false,
    addedCost: 'none',
    countries: 'any',
    currencies,
    amounts: { minMinor: 1, maxMinor: 1_000_000 },
    evidence: 'A',
    testedAgainst: 'Mollie’s own client, mollie-api-typescript 1.12.28: its schemas, and the client itself at our fake',
  },
  settings: mollieSettingsDescription,
  openCharge,
  readCallback,
  fetchCharge: fetchMollieCharge,
  cancelCharge: cancelMollieCharge,
  refundCharge: refundMollieCharge,
  payerHosts: () => ['https://www.mollie.com', 'https://checkout.mollie.com'],
  checkHealth,
}

const locales: Readonly<Record<string, string>> = { fr: 'fr_FR', en: 'en_GB' }

/** Source: mollie-api-node and Mollie's reference, grade A. Never a `sequenceType` but that of a single payment. */
async function openCharge(request: ChargeRequest): Promise<ChargeOpening> {
  const { account, correlator, amount, description, returnUrl, locale } = request
  const settings = mollieSettings(account)
  const methods = settings.methods?.split(',').map((name) => name.trim())
  const answer = await callMollie({
    settings,
    method: 'POST',
    path: 'payments',
    body: {
      amount: { currency: amount.currency, value: decimalAmount(amount) },
      description,
      redirectUrl: returnUrl,
      webhookUrl: account.callbackUrl,
      sequenceType: 'oneoff',
      locale: locales[locale] ?? 'en_GB',
      metadata: { correlator },
      ...(methods ? { method: methods } : {}),
    },
    idempotencyKey: correlator,
  })
  if (answer.status === 401) throw new UnusableAccount(account.accountId, 'apiKey: Mollie does not know this key.')
  if (answer.status === 422 && answer.field.startsWith('amount')) return { kind: 'refused', failure: 'limit_exceeded' }
  const payment = resourceIn(answer, molliePayment)
  const url = payment._links.checkout?.href ?? ''
  const isOurs = markIn(payment.metadata, 'correlator') === correlator && payment.mode === account.mode
  if (!isOurs || !/^https?:\/\//.test(url)) throw new ProviderSilent('Mollie answered about another payment')
  return { kind: 'redirect', reference: payment.id, url }
}

/** The classic webhook, `id=tr_…`, is unsigned: it only makes us ask. Unknown payments are answered alike. */
function readCallback(message: CallbackMessage, account: AccountContext): CallbackReading {
  mollieSettings(account)
  if (message.method !== 'POST') return refusedReading(405, 'POST only')
  const id = formParameters(message.body).get('id') ?? ''
  if (!/^tr_\w{1,60}$/.test(id)) return refusedReading(400, 'No payment named')
  const at = message.receivedAt
  const isTest = account.mode === 'test'
  return {
    kind: 'read',
    trust: 'hint',
    observations: [
      {
        eventId: `mollie:${id}`,
        reference: id,
        correlator: undefined,
        state: 'pending',
        amount: undefined,
        isTest,
        at,
      },
    ],
    reply: () => plainReply(200, 'OK'),
  }
}

async function checkHealth(account: AccountContext): Promise<Health> {
  try {
    const { status } = await callMollie({ settings: mollieSettings(account), method: 'GET', path: 'methods' })
    return {
      isHealthy: status === 200,
      detail: status === 200 ? 'Mollie accepts the key.' : `Mollie answered ${status}.`,
    }
  } catch {
    return { isHealthy: false, detail: 'Mollie cannot be reached.' }
  }
}

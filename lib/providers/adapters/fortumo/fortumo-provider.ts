import { currencies } from '../../../money/money.ts'
import { smsText } from '../../payer-text.ts'
import type { ChargeOpening, ChargeRequest, PaymentProvider } from '../../provider.ts'
import { fortumoSettings, fortumoSettingsDescription } from './fortumo-settings.ts'
import { readFortumoCallback } from './read-callback.ts'

/** Premium texts through Fortumo. Refunds and asking about a payment have no public interface. */
export const fortumoProvider: PaymentProvider = {
  kind: 'fortumo',
  rail: 'premium_sms',
  facts: {
    isTelco: true,
    providerOwesVat: false,
    addedCost: 'text_message',
    countries: 'any',
    currencies,
    amounts: 'ladder',
    evidence: 'A',
    testedAgainst: 'Known answers of django-fortumo for the signature',
  },
  settings: fortumoSettingsDescription,
  openCharge,
  readCallback: readFortumoCallback,
}

/** Nothing is said to Fortumo: the charge begins when the payer's text arrives. */
async function openCharge({ account, amount, payerCode }: ChargeRequest): Promise<ChargeOpening> {
  const { priceMinor, currency, shortCode, keyword } = fortumoSettings(account)
  if (amount.minor !== priceMinor || amount.currency !== currency) return { kind: 'refused', failure: 'limit_exceeded' }
  return { kind: 'send_sms', reference: payerCode, shortCode, text: smsText(keyword, payerCode) }
}

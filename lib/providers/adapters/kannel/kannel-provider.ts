import { currencies } from '../../../money/money.ts'
import { smsText } from '../../payer-text.ts'
import type { ChargeOpening, ChargeRequest, PaymentProvider } from '../../provider.ts'
import { kannelSettings, kannelSettingsDescription, priceOf } from './kannel-settings.ts'
import { readKannelCallback } from './read-callback.ts'
import { checkKannel } from './send-text.ts'

/** Premium texts through the operator's own Kannel gateway. */
export const kannelProvider: PaymentProvider = {
  kind: 'kannel',
  rail: 'premium_sms',
  facts: {
    isTelco: true,
    providerOwesVat: false,
    addedCost: 'text_message',
    countries: 'any',
    currencies,
    amounts: 'ladder',
    evidence: 'A',
    testedAgainst: 'Kannel 1.4.5 as Debian has it, and a node SMSC behind it',
  },
  settings: kannelSettingsDescription,
  openCharge,
  readCallback: readKannelCallback,
  checkHealth: checkKannel,
}

/** Nothing is said to Kannel yet: the charge begins when the payer's text arrives. */
async function openCharge(request: ChargeRequest): Promise<ChargeOpening> {
  const settings = kannelSettings(request.account)
  const price = priceOf(settings)
  if (request.amount.minor !== price.minor || request.amount.currency !== price.currency) {
    return { kind: 'refused', failure: 'limit_exceeded' }
  }
  return {
    kind: 'send_sms',
    reference: request.payerCode,
    shortCode: settings.shortCode,
    text: smsText(settings.keyword, request.payerCode),
  }
}

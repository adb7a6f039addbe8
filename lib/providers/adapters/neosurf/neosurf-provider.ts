import { currencies } from '../../../money/money.ts'
import type { ChargeOpening, ChargeRequest, PaymentProvider } from '../../provider.ts'
import { neosurfHash } from './neosurf-hash.ts'
import { neosurfSettings, neosurfSettingsDescription } from './neosurf-settings.ts'
import { readNeosurfCallback } from './read-callback.ts'

/**
 * Ten-character codes from a shop, typed on Neosurf's own page. It can neither be asked about a payment nor give one
 * back: results come by callback, and what we give back goes to the balance.
 */
export const neosurfProvider: PaymentProvider = {
  kind: 'neosurf',
  rail: 'prepaid_card',
  facts: {
    isTelco: false,
    providerOwesVat: false,
    addedCost: 'none',
    countries: 'any',
    currencies,
    amounts: { minMinor: 1, maxMinor: 25_000 },
    evidence: 'B',
    testedAgainst: '',
  },
  settings: neosurfSettingsDescription,
  openCharge,
  readCallback: readNeosurfCallback,
  payerHosts: (account) => [new URL(neosurfSettings(account).baseUrl).origin, 'https://pay.secure-neosurf.com'],
}

/**
 * A signed form that the payer's browser posts: Neosurf knows nothing before that, and the same correlator is the same
 * transaction there.
 */
async function openCharge(request: ChargeRequest): Promise<ChargeOpening> {
  const { account, correlator, amount, returnUrl, locale } = request
  const settings = neosurfSettings(account)
  const fields = {
    amount: String(amount.minor),
    currency: amount.currency.toLowerCase(),
    language: locale,
    merchantId: settings.merchantId,
    merchantTransactionId: correlator,
    prohibitedForMinors: settings.prohibitedForMinors,
    ...(settings.subMerchantId === undefined ? {} : { subMerchantId: settings.subMerchantId }),
    test: account.mode === 'test' ? 'yes' : 'no',
    urlCallback: account.callbackUrl,
    urlKo: returnUrl,
    urlOk: returnUrl,
    urlPending: returnUrl,
    version: '3',
  }
  return {
    kind: 'form_post',
    reference: `form:${correlator}`,
    action: settings.baseUrl,
    fields: { ...fields, hash: neosurfHash(fields, settings.secret) },
  }
}

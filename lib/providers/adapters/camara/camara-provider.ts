import { currencies } from '../../../money/money.ts'
import { currentTime } from '../../../time/time.ts'
import type { AccountContext, Health, PaymentProvider } from '../../provider.ts'
import { camaraSettings, camaraSettingsDescription } from './camara-settings.ts'
import { accessToken } from './camara-token.ts'
import { cancelCamaraCharge, captureCamaraCharge, fetchCamaraCharge, redeemCamaraCode } from './fetch-camara-charge.ts'
import { openCamaraCharge } from './open-camara-charge.ts'
import { readCamaraCallback } from './read-callback.ts'
import { refundCamaraCharge } from './refund-camara-charge.ts'

/** A telephone bill through any operator that offers CAMARA Carrier Billing. */
export const camaraProvider: PaymentProvider = {
  kind: 'camara',
  rail: 'carrier_billing',
  facts: {
    isTelco: true,
    providerOwesVat: false,
    addedCost: 'none',
    countries: 'any',
    currencies,
    amounts: { minMinor: 1, maxMinor: 5000 },
    evidence: 'A',
    testedAgainst: 'CAMARA’s own description (release r3.2) through Prism as a validating proxy',
  },
  settings: camaraSettingsDescription,
  openCharge: openCamaraCharge,
  readCallback: readCamaraCallback,
  fetchCharge: fetchCamaraCharge,
  redeemCode: redeemCamaraCode,
  captureCharge: captureCamaraCharge,
  cancelCharge: cancelCamaraCharge,
  refundCharge: refundCamaraCharge,
  payerHosts: (account) => (camaraSettings(account).payerHosts ?? '').split(/[\s,]+/).filter((host) => host !== ''),
  checkHealth,
}

async function checkHealth(account: AccountContext): Promise<Health> {
  try {
    await accessToken(camaraSettings(account), 'carrier-billing:payments:read', currentTime())
    return { isHealthy: true, detail: 'The operator gives access tokens.' }
  } catch {
    return { isHealthy: false, detail: 'The operator gives no access token.' }
  }
}

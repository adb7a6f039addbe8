import { currencies } from '../../../money/money.ts'
import type { AccountContext, Health, PaymentProvider } from '../../provider.ts'
import { cancelBtcpayCharge, fetchBtcpayCharge, openBtcpayCharge } from './btcpay-charge.ts'
import { callBtcpay } from './btcpay-client.ts'
import { btcpaySettings, btcpaySettingsDescription } from './btcpay-settings.ts'
import { readBtcpayCallback } from './read-callback.ts'

/**
 * Lightning through the operator's own BTCPay Server. Nothing can be sent back along it: its refunds are offers that
 * the payer must claim with a wallet, so what we give back goes to the balance.
 */
export const btcpayProvider: PaymentProvider = {
  kind: 'btcpay',
  rail: 'lightning',
  facts: {
    isTelco: false,
    providerOwesVat: false,
    addedCost: 'none',
    countries: 'any',
    currencies,
    amounts: { minMinor: 1, maxMinor: 1_000_000 },
    evidence: 'A',
    testedAgainst: 'BTCPay’s own description (July 2026) through Prism as a validating proxy',
  },
  settings: btcpaySettingsDescription,
  openCharge: openBtcpayCharge,
  readCallback: readBtcpayCallback,
  fetchCharge: fetchBtcpayCharge,
  cancelCharge: cancelBtcpayCharge,
  payerHosts: (account) => [new URL(btcpaySettings(account).baseUrl).origin],
  checkHealth,
}

async function checkHealth(account: AccountContext): Promise<Health> {
  try {
    const settings = btcpaySettings(account)
    const path = `stores/${settings.storeId}/invoices?take=1`
    const { status } = await callBtcpay({ settings, method: 'GET', path })
    const isHealthy = status === 200
    return { isHealthy, detail: isHealthy ? 'The server accepts the key.' : `The server answered ${status}.` }
  } catch {
    return { isHealthy: false, detail: 'The server cannot be reached.' }
  }
}

import type { ProviderContract } from '../../lib/providers/accounts.ts'
import { demoSecret } from './demo-secret.ts'

/** The ways of paying with coins that the demonstration plays: nobody keeps a commission of them. */
export function coinAccounts(): readonly ProviderContract[] {
  return [
    {
      id: 'btcpay',
      kind: 'btcpay',
      rail: 'lightning',
      label: 'BTCPay Server',
      mode: 'test',
      state: 'active',
      currency: 'EUR',
      countries: ['FR', 'BE', 'LU', 'DE', 'ES', 'CH', 'GB'],
      minMinor: 10,
      maxMinor: 100_000,
      ladder: null,
      terms: { commissionBp: 0, fixedMinor: 0 },
      payoutDelayDays: 0,
      position: 190,
      settings: {
        baseUrl: '/simulator/api/companies/btcpay',
        storeId: 'DemoStore35010',
        apiKey: demoSecret('btcpay', 'key').slice(0, 40),
        secret: demoSecret('btcpay', 'webhook').slice(0, 32),
      },
    },
  ]
}

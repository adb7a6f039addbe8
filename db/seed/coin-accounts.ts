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
    {
      id: 'programs',
      kind: 'x402',
      rail: 'lightning',
      label: 'Programmes, par HTTP 402',
      mode: 'test',
      state: 'active',
      currency: 'EUR',
      countries: ['FR', 'BE', 'LU', 'DE', 'ES', 'CH', 'GB'],
      minMinor: 1,
      maxMinor: 5000,
      ladder: null,
      terms: { commissionBp: 0, fixedMinor: 0 },
      payoutDelayDays: 0,
      position: 900,
      settings: {
        facilitatorUrl: '/simulator/api/companies/x402',
        apiKey: demoSecret('x402', 'key').slice(0, 40),
        // A test network, and a token and an address that are on none.
        network: 'eip155:84532',
        asset: `0x${demoSecret('x402', 'token').slice(0, 40)}`,
        assetName: 'Demo Euro',
        payTo: `0x${demoSecret('x402', 'merchant').slice(0, 40)}`,
        currency: 'EUR',
      },
    },
  ]
}

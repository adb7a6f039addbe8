import type { ProviderContract } from '../../lib/providers/accounts.ts'
import { demoSecret } from './demo-secret.ts'

const shared = {
  rail: 'prepaid_card',
  mode: 'test',
  // One way of each rail is shown: these serve amounts the first one does not, or when it cannot be reached.
  state: 'active',
  currency: 'EUR',
  countries: ['FR', 'BE', 'LU', 'DE', 'ES', 'CH', 'GB'],
  minMinor: 10,
  ladder: null,
  payoutDelayDays: 30,
} as const

/** The contracts with sellers of prepaid cards that the demonstration plays besides its own. */
export function prepaidAccounts(): readonly ProviderContract[] {
  return [
    {
      ...shared,
      id: 'paysafecard',
      kind: 'paysafecard',
      label: 'paysafecard',
      maxMinor: 100_000,
      terms: { commissionBp: 1800, fixedMinor: 0 },
      position: 170,
      settings: {
        baseUrl: '/simulator/api/companies/paysafecard/v1',
        merchantId: '1000035010',
        apiKey: `psc_${demoSecret('paysafecard', 'key').slice(0, 32)}`,
        currency: 'EUR',
      },
    },
    {
      ...shared,
      id: 'neosurf',
      kind: 'neosurf',
      label: 'Neosurf',
      maxMinor: 25_000,
      terms: { commissionBp: 1900, fixedMinor: 0 },
      position: 180,
      settings: {
        baseUrl: '/simulator/api/companies/neosurf/pay',
        merchantId: '35010',
        secret: demoSecret('neosurf', 'secret').slice(0, 32),
      },
    },
  ]
}

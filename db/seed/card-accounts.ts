import type { ProviderContract } from '../../lib/providers/accounts.ts'
import { demoSecret } from './demo-secret.ts'

/** The contracts with card companies that the demonstration plays besides its own, paused. */
export function cardAccounts(): readonly ProviderContract[] {
  return [
    {
      id: 'stripe',
      kind: 'stripe',
      rail: 'card',
      label: 'Carte bancaire Stripe',
      mode: 'test',
      // The checkout shows few ways to pay: it waits until the operator wants to try it.
      state: 'paused',
      currency: 'EUR',
      countries: ['FR', 'BE', 'LU'],
      minMinor: 50,
      maxMinor: 50_000,
      ladder: null,
      terms: { commissionBp: 150, fixedMinor: 25 },
      payoutDelayDays: 7,
      position: 160,
      settings: {
        baseUrl: '/simulator/api/companies/stripe',
        apiKey: `sk_test_${demoSecret('stripe', 'key').slice(0, 40)}`,
        secret: `whsec_${demoSecret('stripe', 'endpoint').slice(0, 40)}`,
      },
    },
  ]
}

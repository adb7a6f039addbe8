import type { ProviderContract } from '../../lib/providers/accounts.ts'
import { demoSecret } from './demo-secret.ts'

/** The contracts with card companies that the demonstration plays besides its own. */
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
    {
      id: 'mollie',
      kind: 'mollie',
      rail: 'card',
      label: 'Carte bancaire Mollie',
      mode: 'test',
      // One way of each rail is shown: this one serves larger amounts, or when the first cannot be reached.
      state: 'active',
      currency: 'EUR',
      countries: ['FR', 'BE', 'LU', 'DE', 'ES', 'CH', 'GB'],
      minMinor: 50,
      maxMinor: 100_000,
      ladder: null,
      terms: { commissionBp: 180, fixedMinor: 25 },
      payoutDelayDays: 7,
      position: 165,
      settings: {
        baseUrl: '/simulator/api/companies/mollie',
        apiKey: `test_${demoSecret('mollie', 'key').slice(0, 30)}`,
      },
    },
  ]
}

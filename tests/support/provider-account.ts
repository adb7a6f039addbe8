import type { ProviderContract } from '../../lib/providers/accounts.ts'

type Given = Pick<ProviderContract, 'id' | 'kind' | 'rail' | 'settings'> & Partial<ProviderContract>

/** An account of a contract in euros that takes any small amount and keeps nothing, but for what is given. */
export function providerAccount(given: Given): ProviderContract {
  return {
    label: 'Essai',
    mode: 'test',
    state: 'active',
    currency: 'EUR',
    countries: ['FR'],
    minMinor: 1,
    maxMinor: 5000,
    ladder: null,
    terms: { commissionBp: 0, fixedMinor: 0 },
    payoutDelayDays: 0,
    position: 900,
    ...given,
  }
}

import { commit } from '../../db/commit.ts'
import { isDemo } from '../config/env.ts'
import { isConflict } from '../errors/conflict.ts'
import { currencies } from '../money/money.ts'
import { findAccount } from './accounts-queries.ts'
import { insertAccount } from './accounts-store.ts'

/** Countries a visitor may say they pay from. */
export const payerCountries = ['FR', 'BE', 'CH', 'LU', 'GB', 'DE', 'ES'] as const

/** Gives every installation its two rails that need no contract: the balance and the site's own vouchers. */
export async function ensureInternalAccounts(now: number): Promise<void> {
  for (const rail of ['wallet', 'voucher'] as const) {
    for (const currency of currencies) {
      const id = `${rail}-${currency.toLowerCase()}`
      if (findAccount(id)) continue
      await commit([
        insertAccount(
          {
            id,
            kind: rail,
            rail,
            label: rail,
            mode: isDemo() ? 'test' : 'live',
            state: 'active',
            countries: payerCountries,
            currency,
            minMinor: 1,
            maxMinor: 100_000,
            ladder: null,
            terms: { commissionBp: 0, fixedMinor: 0 },
            payoutDelayDays: 0,
            position: rail === 'wallet' ? 0 : 90,
            settings: {},
          },
          now,
        ),
      ]).catch((error: unknown) => {
        if (!isConflict(error)) throw error
      })
    }
  }
}

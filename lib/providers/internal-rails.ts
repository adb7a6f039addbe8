import { invariant } from '../errors/invariant.ts'
import { currencies } from '../money/money.ts'
import type { PaymentProvider } from './provider.ts'

/** The balance and the site's own vouchers: nobody outside is asked, so they settle in the commit that begins them. */
function internalRail(rail: 'wallet' | 'voucher'): PaymentProvider {
  return {
    kind: rail,
    rail,
    facts: {
      isTelco: false,
      providerOwesVat: false,
      addedCost: 'none',
      countries: 'any',
      currencies,
      amounts: { minMinor: 1, maxMinor: 1_000_000 },
      evidence: 'A',
      testedAgainst: '',
    },
    settings: { fields: [], howToTest: {} },
    openCharge: () => {
      invariant(false, `the ${rail} settles at once and opens nothing`)
    },
  }
}

export const walletRail = internalRail('wallet')
export const voucherRail = internalRail('voucher')

import type { Millis } from '../time/time.ts'
import type { CompanyCharge } from './company-store.ts'
import { type Trouble, troubles } from './handset.ts'
import { companyOf } from './merchants.ts'
import { closeCharge, collectCharge } from './settle-charge.ts'

export type Outcome = 'accepted' | 'refused' | 'cancelled' | 'expired' | Trouble

/** Companies whose test page, or whose payer's wallet, asks how the payment shall end, and what it may be. */
const offered: Readonly<Record<string, readonly Outcome[]>> = {
  mollie: ['accepted', 'refused', 'cancelled', 'expired', 'late', 'duplicate', 'lost', 'reversed'],
  btcpay: ['accepted', 'no_credit', 'expired', 'late', 'duplicate', 'lost'],
}

/** What the payer may choose; undefined where she pays in another way. */
export function outcomesOf(charge: CompanyCharge): readonly Outcome[] | undefined {
  return offered[companyOf(charge) ?? '']
}

const closings = {
  refused: { status: 'declined', reason: 'refused_by_bank' },
  cancelled: { status: 'cancelled', reason: 'cancelled_by_payer' },
  expired: { status: 'expired', reason: 'out_of_time' },
} as const

/** Ends a charge as its payer chose; what its company does not offer changes nothing. */
export async function payAsChosen(
  charge: CompanyCharge,
  { outcome, now }: Readonly<{ outcome: string; now: Millis }>,
): Promise<CompanyCharge | 'wallet_empty'> {
  const chosen = outcomesOf(charge)?.find((known) => known === outcome)
  if (charge.status !== 'open' || chosen === undefined) return charge
  if (chosen === 'no_credit') return 'wallet_empty'
  if (chosen === 'refused' || chosen === 'cancelled' || chosen === 'expired') {
    return closeCharge(charge, { ...closings[chosen], now })
  }
  const payer = charge.product === 'card' ? `card:${chosen}` : 'wallet'
  return collectCharge({ charge, payer, troubles: troubles.filter((trouble) => trouble === chosen), now })
}

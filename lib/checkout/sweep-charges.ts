import { commit } from '../../db/commit.ts'
import { listChargesDue } from '../purchases/purchases-queries.ts'
import { expirePurchasesBefore } from '../purchases/purchases-store.ts'
import { checkCharge } from './check-charge.ts'

/** Asks providers about every charge whose time has come; callbacks get lost. @returns The purchases asked about. */
export async function sweepCharges(now: number): Promise<readonly string[]> {
  const due = listChargesDue(now)
  for (const charge of due) await checkCharge(charge, now)
  return due.map((charge) => charge.purchaseId)
}

/** Closes purchases whose time is over. Money that still comes for them is honoured. */
export async function expirePurchases(now: number): Promise<void> {
  await commit([expirePurchasesBefore(now)])
}

import type { Rail } from '../money/rails.ts'
import { listCharges, listPurchasesOfPayer } from '../purchases/purchases-queries.ts'

/** How these payers last paid, to offer the same again first. */
export function findLastRail(payerIds: readonly string[]): Rail | undefined {
  const own = payerIds[0]
  const last = own === undefined ? undefined : listPurchasesOfPayer(own, 1)[0]
  return last && listCharges(last.id).at(-1)?.rail
}

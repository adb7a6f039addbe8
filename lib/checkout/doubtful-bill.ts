import { findAccount } from '../providers/accounts-queries.ts'
import type { Charge } from '../purchases/purchases.ts'
import { findCharge, listCharges } from '../purchases/purchases-queries.ts'
import { minute } from '../time/time.ts'
import { checkCharge } from './check-charge.ts'

const underWay: readonly string[] = ['created', 'pending', 'authorized']

/**
 * A charge on a telephone bill that may be made without the payer doing more: its provider was asked to begin and has
 * not answered, or is still about it.
 */
export function findDoubtfulBill(purchaseId: string): Charge | undefined {
  return listCharges(purchaseId).findLast(isDoubtful)
}

function isDoubtful({ rail, state, opening }: Charge): boolean {
  return rail === 'carrier_billing' && opening === null && underWay.includes(state)
}

/** What another press of the button may do: the same charge once more, nothing but wait, or begin another. */
export type Resumed =
  | Readonly<{ kind: 'open_again'; charge: Charge }>
  | Readonly<{ kind: 'wait'; charge: Charge }>
  | Readonly<{ kind: 'begin' }>

/**
 * Asks what became of a doubtful bill, so that another press bills nobody a second time. The same request repeated with
 * the same correlator is the same charge; another way of paying waits a minute for what the first may still say.
 */
export async function resumeDoubtfulBill(
  doubtful: Charge,
  wanted: Readonly<{ accountId: string; billedMinor: number; now: number }>,
): Promise<Resumed> {
  await checkCharge(doubtful, wanted.now)
  const charge = findCharge(doubtful.id)
  if (!charge || (charge.state !== 'paid' && !isDoubtful(charge) && charge.opening === null)) return { kind: 'begin' }
  if (!isDoubtful(charge)) return { kind: 'wait', charge }
  if (charge.accountId === wanted.accountId && charge.billedMinor === wanted.billedMinor) {
    return charge.state === 'created' ? { kind: 'open_again', charge } : { kind: 'wait', charge }
  }
  const isOver = findAccount(charge.accountId) === undefined || charge.createdAt + minute <= wanted.now
  return isOver ? { kind: 'begin' } : { kind: 'wait', charge }
}

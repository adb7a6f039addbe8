import type { Step } from '../../db/commit.ts'
import { type LedgerTransaction, requireBalanced } from './ledger.ts'
import { insertLedgerTransaction } from './ledger-store.ts'

/**
 * The steps that post one balanced transaction. Posting the same kind and source again conflicts with
 * `already_recorded`, and takes everything in the same commit with it.
 *
 * @throws InvariantError before any SQL when it does not balance.
 */
export function postTransaction(transaction: LedgerTransaction): Step[] {
  requireBalanced(transaction)
  return insertLedgerTransaction(transaction)
}

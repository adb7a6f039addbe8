import { commit } from '../../db/commit.ts'
import { isConflict } from '../errors/conflict.ts'
import { firstSeal, sealHash } from './ledger.ts'
import { findLastSeal, listTransactionsAfter } from './ledger-queries.ts'
import { insertSeal } from './ledger-store.ts'

const batchSize = 500

/** Adds a link to the hash chain for every transaction that has none. Safe to repeat and to run twice at once. */
export async function sealLedger(): Promise<number> {
  let sealed = 0
  for (;;) {
    const last = findLastSeal()
    const transactions = listTransactionsAfter(last?.transactionId ?? 0, batchSize)
    if (transactions.length === 0) return sealed
    let position = last?.position ?? 0
    let hash = last?.hash ?? firstSeal
    const steps = transactions.map((transaction) => {
      position += 1
      hash = sealHash(hash, transaction)
      return insertSeal({ position, transactionId: transaction.id, hash })
    })
    try {
      await commit(steps)
      sealed += steps.length
    } catch (error) {
      if (!isConflict(error)) throw error
    }
  }
}

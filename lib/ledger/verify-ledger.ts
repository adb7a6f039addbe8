import { firstSeal, type SealedContent, sealHash } from './ledger.ts'
import {
  countUnsealed,
  listBalanceGaps,
  listSealsAfter,
  listTransactionsAfter,
  listUnbalanced,
  listUnpostedCharges,
} from './ledger-queries.ts'

export type LedgerFault =
  | Readonly<{ kind: 'unbalanced'; transactionId: number; currency: string; sumMinor: number }>
  | Readonly<{ kind: 'chain_broken'; position: number; transactionId: number }>
  | Readonly<{ kind: 'balance_differs'; account: string; storedMinor: number; postedMinor: number }>
  | Readonly<{ kind: 'not_posted'; chargeId: string }>

export type LedgerVerdict = Readonly<{ checked: number; unsealed: number; faults: readonly LedgerFault[] }>

const pageSize = 1000

/**
 * Proves the books: every transaction balances, the chain of hashes is whole, stored balances equal what was posted,
 * and every paid charge is posted.
 *
 * @returns Where it breaks; an empty list of faults is the proof. Transactions after the last seal are counted apart.
 */
export function verifyLedger(): LedgerVerdict {
  const { checked, fault } = walkChain()
  return {
    checked,
    unsealed: countUnsealed(),
    faults: [
      ...(fault ? [fault] : []),
      ...listUnbalanced().map(
        (row) =>
          ({
            kind: 'unbalanced',
            transactionId: row.transactionId,
            currency: row.currency,
            sumMinor: row.sum,
          }) as const,
      ),
      ...listBalanceGaps().map(
        (row) =>
          ({
            kind: 'balance_differs',
            account: row.account,
            storedMinor: row.stored,
            postedMinor: row.posted,
          }) as const,
      ),
      ...listUnpostedCharges().map((chargeId) => ({ kind: 'not_posted', chargeId }) as const),
    ],
  }
}

function walkChain(): Readonly<{ checked: number; fault: LedgerFault | undefined }> {
  let hash = firstSeal
  let position = 0
  let lastId = 0
  for (;;) {
    const seals = listSealsAfter(position, pageSize)
    if (seals.length === 0) return { checked: position, fault: undefined }
    const byId = new Map<number, SealedContent>(
      listTransactionsAfter(lastId, pageSize).map((found) => [found.id, found]),
    )
    for (const seal of seals) {
      position += 1
      const content = byId.get(seal.transactionId)
      if (content) hash = sealHash(hash, content)
      if (!content || seal.position !== position || seal.hash !== hash) {
        return {
          checked: position,
          fault: { kind: 'chain_broken', position: seal.position, transactionId: seal.transactionId },
        }
      }
      lastId = seal.transactionId
    }
  }
}

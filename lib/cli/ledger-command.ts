import { type LedgerFault, verifyLedger } from '../ledger/verify-ledger.ts'

/** Proves the books and prints where they break. @returns The exit code: 0 when they hold, else 1. */
export function ledgerVerifyCommand(): number {
  const { checked, unsealed, faults } = verifyLedger()
  for (const fault of faults) process.stdout.write(`${sentenceOf(fault)}\n`)
  const waiting = unsealed > 0 ? `, ${unsealed} not sealed yet` : ''
  process.stdout.write(
    faults.length === 0
      ? `The books hold: ${checked} sealed transactions checked${waiting}.\n`
      : `The books are broken in ${faults.length} places; ${checked} sealed transactions checked${waiting}.\n`,
  )
  return faults.length === 0 ? 0 : 1
}

/** One sentence that says what differs and where. */
export function sentenceOf(fault: LedgerFault): string {
  switch (fault.kind) {
    case 'unbalanced':
      return `Transaction ${fault.transactionId} does not sum to zero: ${fault.sumMinor} ${fault.currency} minor units are over.`
    case 'chain_broken':
      return `The chain breaks at seal ${fault.position}: transaction ${fault.transactionId} is not what was sealed.`
    case 'balance_differs':
      return `Account ${fault.account} is stored as ${fault.storedMinor} but ${fault.postedMinor} was posted (minor units).`
    case 'not_posted':
      return `Charge ${fault.chargeId} is paid but was never posted.`
  }
}

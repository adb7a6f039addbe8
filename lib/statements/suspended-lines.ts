import type { Step } from '../../db/commit.ts'
import { accounts, withoutZeros } from '../ledger/ledger.ts'
import { postTransaction } from '../ledger/post-transaction.ts'
import type { Currency } from '../money/money.ts'
import type { KeptLine, SuspendedLine } from './statement-types.ts'
import { findSuspended } from './statements-queries.ts'

type Closing = Readonly<{ id: string; accountId: string; month: string; currency: Currency; now: number }>

/**
 * Books the lines of a statement that name nothing of ours: the provider will pay them out, so it owes them, and they
 * wait in suspense for a person. What an earlier closing of the month booked stays, as far as the statement still says
 * it; what it says no more is undone, out of suspense or out of where a person has put it since.
 *
 * @param before What earlier closings booked.
 * @returns What is booked now, to be kept with the closing, and the steps to it.
 */
export function suspendLines(
  lines: readonly KeptLine[],
  { before, closing }: Readonly<{ before: readonly SuspendedLine[]; closing: Closing }>,
): Readonly<{ suspended: readonly SuspendedLine[]; steps: readonly Step[] }> {
  const left = [...before]
  const stays: SuspendedLine[] = []
  const isNew: SuspendedLine[] = []
  for (const { reference, grossMinor, netMinor, lineNumber } of lines) {
    if (grossMinor === 0 && netMinor === 0) continue
    const at = left.findIndex(
      (line) => line.reference === reference && line.grossMinor === grossMinor && line.netMinor === netMinor,
    )
    const sourceId = `${closing.accountId}:${reference.slice(0, 80)}:${closing.month}:${closing.id}:${lineNumber}`
    if (at < 0) isNew.push({ sourceId, reference, grossMinor, netMinor })
    else stays.push(...left.splice(at, 1))
  }
  return {
    suspended: [...stays, ...isNew],
    steps: [...isNew.flatMap((line) => bookLine(line, closing)), ...left.flatMap((line) => undoLine(line, closing))],
  }
}

function bookLine(
  { sourceId, grossMinor, netMinor }: SuspendedLine,
  { accountId, currency, now: at }: Closing,
): Step[] {
  return postTransaction({
    ...{ kind: 'suspense', sourceId, purchaseId: undefined, currency, at },
    entries: withoutZeros([
      { account: accounts.receivable(accountId), amountMinor: netMinor },
      { account: accounts.commission(accountId), amountMinor: grossMinor - netMinor },
      { account: accounts.suspense, amountMinor: -grossMinor },
    ]),
  })
}

/** As a release out of suspense, so that a person who releases it at the same moment does not take it out twice. */
function undoLine(line: SuspendedLine, { accountId, currency, now: at }: Closing): Step[] {
  const booked = findSuspended(line.sourceId)
  if (!booked) return []
  const { id, releasedTo } = booked
  const { grossMinor, netMinor } = line
  return postTransaction({
    ...(releasedTo === null
      ? { kind: 'suspense_release', sourceId: String(id) }
      : { kind: 'correction', sourceId: `suspense:${id}` }),
    ...{ purchaseId: undefined, currency, at },
    entries: withoutZeros([
      { account: releasedTo ?? accounts.suspense, amountMinor: grossMinor },
      { account: accounts.receivable(accountId), amountMinor: -netMinor },
      { account: accounts.commission(accountId), amountMinor: netMinor - grossMinor },
    ]),
  })
}

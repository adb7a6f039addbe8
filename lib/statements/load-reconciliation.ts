import { DomainError } from '../errors/domain-error.ts'
import { findAccount } from '../providers/accounts-queries.ts'
import { findSetting } from '../settings/settings-queries.ts'
import type { OurCharge, StatementHead } from './statement-types.ts'
import { type Piles, sortPiles } from './statements.ts'
import { findNamedCharge, findStatement, listChargesOfMonth, listStatementLines } from './statements-queries.ts'

export type Reconciliation = Readonly<{ head: StatementHead; piles: Piles; unexplained: number; totals: Totals }>
export type Totals = Readonly<{
  lines: number
  grossMinor: number
  commissionMinor: number
  /** What of the commission is fees that belong to no charge. */
  feesMinor: number
  netMinor: number
  ourGrossMinor: number
  ourCommissionMinor: number
}>

/** A statement beside our books: what matches, what is missing on either side, and what nobody has explained yet. */
export function loadReconciliation(id: string): Reconciliation {
  const head = findStatement(id)
  const account = head && findAccount(head.accountId)
  if (!head || !account) throw new DomainError('not_found')
  const lines = listStatementLines(id)
  const ofMonth = listChargesOfMonth(head.accountId, head.month)
  const known = new Set(ofMonth.flatMap(({ reference, correlator }) => [reference, correlator]))
  const others = lines
    .filter(({ reference }) => !known.has(reference))
    .map(({ reference }) => findNamedCharge(head.accountId, reference))
    .filter((charge): charge is OurCharge => charge !== undefined)
  const vatRates = findSetting('vatRates')
  const vatBp = vatRates[account.countries[0] ?? 'FR'] ?? 0
  const piles = sortPiles(lines, [...ofMonth, ...others], { month: head.month, vatBp })
  const open = piles.matched.filter(({ line, variance }) => variance?.reason === 'other' && line.explanation === null)
  const unnamed = piles.missingHere.filter(({ explanation }) => explanation === null)
  const sum = (figure: (line: (typeof lines)[number]) => number) =>
    lines.reduce((total, line) => total + figure(line), 0)
  return {
    head,
    piles,
    unexplained: open.length + unnamed.length,
    totals: {
      lines: lines.length,
      grossMinor: sum((line) => line.grossMinor),
      commissionMinor: sum((line) => line.commissionMinor),
      feesMinor: sum((line) => (line.kind === 'fee' ? line.commissionMinor : 0)),
      netMinor: sum((line) => line.netMinor),
      ourGrossMinor: ofMonth.reduce((total, charge) => total + charge.paidMinor, 0),
      ourCommissionMinor: ofMonth.reduce((total, charge) => total + charge.commissionMinor, 0),
    },
  }
}

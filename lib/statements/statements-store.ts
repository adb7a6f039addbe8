import { anyRows, one, type Step } from '../../db/commit.ts'
import { writeSql } from '../../db/statement.ts'
import type { StatementLine } from '../providers/provider-statement.ts'
import type { Variance } from './statement-types.ts'

const insertHead = writeSql(`insert into statements
  (id, account_id, month, file_name, file_hash, currency, imported_at, imported_by) values (?, ?, ?, ?, ?, ?, ?, ?)`)
const insertRow = writeSql(`insert into statement_lines
  (id, statement_id, line_number, kind, reference, occurred_at, gross_minor, commission_minor, net_minor, charge_id,
   variance, explanation) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null, null)`)
const setExplanation = writeSql('update statement_lines set variance = ?, explanation = ? where id = ?')
const keepMapping = writeSql(`insert into column_mappings (account_id, mapping, updated_at) values (?, ?, ?)
  on conflict (account_id) do update set mapping = excluded.mapping, updated_at = excluded.updated_at`)
const insertClosing = writeSql(`insert into month_closings (id, account_id, month, totals, closed_at, closed_by)
  select @id, @accountId, @month, @totals, @now, @actor
  where not exists (select 1 from month_closings where account_id = @accountId and month = @month and reopened_at is null)`)
const reopen = writeSql(`update month_closings set reopened_at = ?, reopened_by = ?, reopen_reason = ?
  where id = ? and reopened_at is null`)
const insertPayoutRow = writeSql(`insert into payouts
  (id, account_id, month, amount_minor, currency, bank_reference, received_at, recorded_at, recorded_by, round)
  values (@id, @accountId, @month, @amountMinor, @currency, @bankReference, @receivedAt, @now, @actor,
    (select count(*) from payouts where account_id = @accountId and bank_reference = @bankReference
      and corrects_id is not null))`)
const insertOpposite = writeSql(`insert into payouts (id, account_id, month, amount_minor, currency, bank_reference,
  received_at, recorded_at, recorded_by, corrects_id, reason)
  select @id, account_id, month, -amount_minor, currency, bank_reference, received_at, @now, @actor, id, @reason
  from payouts where id = @correctsId and corrects_id is null`)
const stateCommission = writeSql(`update charges set commission_minor = ?, payout_minor = paid_minor - ?,
  is_payout_estimate = 0 where id = ? and coalesce(commission_minor, 0) = ?`)

type Head = Readonly<{
  id: string
  accountId: string
  month: string
  fileName: string
  fileHash: string
  currency: string
  now: number
  actor: string
}>

/** The same file twice conflicts with `already_recorded`. */
export function insertStatement(head: Head): Step {
  const { id, accountId, month, fileName, fileHash, currency, now, actor } = head
  return one(insertHead(id, accountId, month, fileName, fileHash, currency, now, actor), 'already_recorded')
}

export function insertLine(
  line: StatementLine,
  at: Readonly<{ id: string; statementId: string; lineNumber: number; chargeId: string | null }>,
): Step {
  const { kind, reference, occurredAt, grossMinor, commissionMinor, netMinor } = line
  const figures = [grossMinor, commissionMinor, netMinor]
  const place = [at.id, at.statementId, at.lineNumber, kind, reference, occurredAt ?? null]
  return one(insertRow(...place, ...figures, at.chargeId), 'already_exists')
}

export function explainLine(id: string, variance: Variance, explanation: string): Step {
  return one(setExplanation(variance, explanation, id), 'not_found')
}

export function saveMapping(accountId: string, mapping: unknown, now: number): Step {
  return anyRows(keepMapping(accountId, JSON.stringify(mapping), now))
}

type Closing = Readonly<{ id: string; accountId: string; month: string; totals: unknown; now: number; actor: string }>

/** A month is closed once until it is opened again; a second closing conflicts with `already_recorded`. */
export function insertMonthClosing({ totals, ...closing }: Closing): Step {
  return one(insertClosing({ ...closing, totals: JSON.stringify(totals) }), 'already_recorded')
}

export function reopenMonth(id: string, change: Readonly<{ actor: string; reason: string; now: number }>): Step {
  return one(reopen(change.now, change.actor, change.reason, id), 'state_changed')
}

type Payout = Readonly<{
  id: string
  accountId: string
  month: string
  amountMinor: number
  currency: string
  bankReference: string
  receivedAt: number
  now: number
  actor: string
}>

/** The same line of the bank's statement twice, not taken back in between, conflicts with `already_recorded`. */
export function insertPayout(payout: Payout): Step {
  return one(insertPayoutRow(payout), 'already_recorded')
}

type PayoutBack = Readonly<{ id: string; correctsId: string; reason: string; now: number; actor: string }>

/** The opposite of a payout; a second one conflicts with `already_recorded`. */
export function insertPayoutBack(back: PayoutBack): Step {
  return one(insertOpposite(back), 'already_recorded')
}

/**
 * The provider has said what it kept: the estimate gives way, the estimate itself stays beside it.
 *
 * @param charge With the commission it was compared by; when that is another by now it conflicts with `state_changed`.
 */
export function stateChargeCommission(
  charge: Readonly<{ id: string; commissionMinor: number }>,
  commissionMinor: number,
): Step {
  return one(stateCommission(commissionMinor, commissionMinor, charge.id, charge.commissionMinor), 'state_changed')
}

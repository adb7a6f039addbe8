import { one, type Step } from '../../db/commit.ts'
import { writeSql } from '../../db/statement.ts'
import type { AccountTerms } from './terms.ts'

const insertRow = writeSql(`insert into commission_terms
  (id, account_id, commission_bp, fixed_minor, payout_delay_days, valid_from, valid_until, created_by, created_at)
  values (?, ?, ?, ?, ?, ?, null, ?, ?)`)

export type NewTerms = AccountTerms &
  Readonly<{ id: string; accountId: string; validFrom: number; createdBy: string; createdAt: number }>

export function insertTerms(terms: NewTerms): Step {
  const { id, accountId, commissionBp, fixedMinor, payoutDelayDays, validFrom, createdBy, createdAt } = terms
  return one(
    insertRow(id, accountId, commissionBp, fixedMinor, payoutDelayDays, validFrom, createdBy, createdAt),
    'already_exists',
  )
}

import { readSql } from '../../db/statement.ts'
import type { ProviderAccount } from './accounts.ts'

const begun = readSql<{ commissionBp: number; fixedMinor: number; payoutDelayDays: number }>(
  `select commission_bp as commissionBp, fixed_minor as fixedMinor, payout_delay_days as payoutDelayDays
   from commission_terms where account_id = ? and valid_from <= ? and (valid_until is null or valid_until > ?)
   order by valid_from desc, created_at desc limit 1`,
)

/** The account with the commission and delay that held at a moment; its own where no dated ones had begun. */
export function withTermsAt(account: ProviderAccount, at: number): ProviderAccount {
  const terms = begun.get(account.id, at, at)
  if (!terms) return account
  const { commissionBp, fixedMinor, payoutDelayDays } = terms
  return { ...account, terms: { commissionBp, fixedMinor }, payoutDelayDays }
}

const allTerms = readSql<{
  id: string
  commissionBp: number
  fixedMinor: number
  payoutDelayDays: number
  validFrom: number
  createdAt: number
}>(`select id, commission_bp as commissionBp, fixed_minor as fixedMinor, payout_delay_days as payoutDelayDays,
  valid_from as validFrom, created_at as createdAt from commission_terms where account_id = ?
  order by valid_from desc, created_at desc`)

/** The dated terms of an account, the latest to begin first. */
export const listTerms = (accountId: string) => allTerms.all(accountId)

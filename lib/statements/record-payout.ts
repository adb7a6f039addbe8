import { commit, type Step } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { isConflict } from '../errors/conflict.ts'
import { DomainError } from '../errors/domain-error.ts'
import { newId } from '../ids/ids.ts'
import { accounts } from '../ledger/ledger.ts'
import { postTransaction } from '../ledger/post-transaction.ts'
import type { Currency } from '../money/money.ts'
import { findAccount } from '../providers/accounts-queries.ts'
import { insertPayout } from './statements-store.ts'

export type PayoutReceived = Readonly<{
  accountId: string
  month: string
  amountMinor: number
  bankReference: string
  receivedAt: number
}>

/**
 * Notes money that a provider paid us, as the bank shows it: once for each of the bank's references, unless it was taken
 * back since.
 *
 * @throws DomainError `not_found`; `invalid_input` on `amount`, or on `bankReference` when it was noted before.
 */
export async function recordPayout(
  payout: PayoutReceived,
  { actor, now }: Readonly<{ actor: string; now: number }>,
): Promise<Readonly<{ id: string }>> {
  const account = findAccount(payout.accountId)
  if (!account) throw new DomainError('not_found')
  const { amountMinor, bankReference } = payout
  if (!Number.isSafeInteger(amountMinor) || amountMinor <= 0) {
    throw new DomainError('invalid_input', { fields: [{ field: 'amount', code: 'out_of_range' }] })
  }
  const id = newId()
  const { currency } = account
  try {
    await commit([
      insertPayout({ id, ...payout, currency, now, actor }),
      ...payoutEntries({ id, accountId: account.id, amountMinor, currency, now }),
      recordAudit(
        {
          actor,
          action: 'payout_recorded',
          subject: `provider_account:${account.id}`,
          detail: { amountMinor, bankReference },
        },
        now,
      ),
    ])
  } catch (error) {
    if (!isConflict(error, 'already_recorded')) throw error
    throw new DomainError('invalid_input', { fields: [{ field: 'bankReference', code: 'taken' }] })
  }
  return { id }
}

type Posted = Readonly<{ id: string; accountId: string; amountMinor: number; currency: Currency; now: number }>

/** Money at the bank that an account no longer owes; negative where it was noted wrongly. */
export function payoutEntries({ id, accountId, amountMinor, currency, now }: Posted): Step[] {
  return postTransaction({
    kind: 'payout',
    sourceId: id,
    purchaseId: undefined,
    currency,
    at: now,
    entries: [
      { account: accounts.bank, amountMinor },
      { account: accounts.receivable(accountId), amountMinor: -amountMinor },
    ],
  })
}

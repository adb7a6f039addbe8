import { commit } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { DomainError } from '../errors/domain-error.ts'
import { newId } from '../ids/ids.ts'
import type { AccountFields } from './account-form.ts'
import { findAccount } from './accounts-queries.ts'
import { readTerms } from './terms.ts'
import { insertTerms } from './terms-store.ts'

/**
 * Notes what an account keeps from a day on. What was settled before keeps the terms of its day.
 *
 * @param fields `commission` in per cent, `fixed`, `delay` in days, `from` as `2026-11-22`; empty: now.
 * @throws DomainError `not_found`, `invalid_input`.
 */
export async function setTerms(
  fields: AccountFields,
  { id, actor, now }: Readonly<{ id: string; actor: string; now: number }>,
): Promise<void> {
  const account = findAccount(id)
  if (!account) throw new DomainError('not_found')
  const terms = readTerms(fields, account.currency)
  const from = String(fields['begins'] ?? '').trim()
  const validFrom = from === '' ? now : Date.parse(`${from}T00:00:00Z`)
  const problems = [
    ...terms.problems,
    ...(Number.isNaN(validFrom) ? [{ field: 'begins', code: 'invalid_format' }] : []),
  ]
  if (problems.length > 0) throw new DomainError('invalid_input', { fields: problems })
  await commit([
    insertTerms({ id: newId(), accountId: id, ...terms.value, validFrom, createdBy: actor, createdAt: now }),
    recordAudit(
      {
        actor,
        action: 'provider_terms',
        subject: `provider_account:${id}`,
        detail: { after: { ...terms.value, validFrom } },
      },
      now,
    ),
  ])
}

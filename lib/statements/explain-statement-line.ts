import { commit } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { DomainError } from '../errors/domain-error.ts'
import type { Variance } from './statement-types.ts'
import { findOpenClosing, findStatement, listStatementLines } from './statements-queries.ts'
import { explainLine } from './statements-store.ts'

type Explained = Readonly<{ statementId: string; lineId: string; variance: Variance; explanation: string }>

/** Says why a line differs from our books. @throws DomainError `not_found`, `conflict` when its month is closed. */
export async function explainStatementLine(
  { statementId, lineId, variance, explanation }: Explained,
  { actor, now }: Readonly<{ actor: string; now: number }>,
): Promise<void> {
  const head = findStatement(statementId)
  if (!head || !listStatementLines(statementId).some(({ id }) => id === lineId)) throw new DomainError('not_found')
  if (findOpenClosing(head.accountId, head.month)) throw new DomainError('conflict')
  await commit([
    explainLine(lineId, variance, explanation),
    recordAudit(
      {
        actor,
        action: 'statement_explained',
        subject: `provider_account:${head.accountId}`,
        detail: { lineId, variance, explanation },
      },
      now,
    ),
  ])
}

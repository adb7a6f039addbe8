import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { oneTimeTokens } from '../../db/schema/members.ts'
import { type Row, readStatement } from '../../db/statement.ts'

/** What a token is for; one for one purpose is none for another. */
export type TokenPurpose = Row<typeof oneTimeTokens>['purpose']

const byHash = readStatement((db) =>
  db
    .select()
    .from(oneTimeTokens)
    .where(
      and(
        eq(oneTimeTokens.tokenHash, sql.placeholder('tokenHash')),
        eq(oneTimeTokens.purpose, sql.placeholder('purpose')),
      ),
    )
    .prepare(),
)
const openBySubject = readStatement((db) =>
  db
    .select()
    .from(oneTimeTokens)
    .where(
      and(
        eq(oneTimeTokens.purpose, sql.placeholder('purpose')),
        eq(oneTimeTokens.subject, sql.placeholder('subject')),
        isNull(oneTimeTokens.usedAt),
      ),
    )
    .orderBy(desc(oneTimeTokens.createdAt))
    .prepare(),
)

export function findToken(purpose: string, tokenHash: string): Row<typeof oneTimeTokens> | undefined {
  return byHash().get({ purpose, tokenHash })
}

/** The newest token of a purpose about a subject that is not used; it may have run out. */
export function findOpenToken(purpose: string, subject: string): Row<typeof oneTimeTokens> | undefined {
  return openBySubject().get({ purpose, subject })
}

import { isDomainError } from '../errors/domain-error.ts'
import type { Millis } from '../time/time.ts'
import { listDecisionsAt } from './moderation-queries.ts'
import { undoDecision } from './undo-decision.ts'

/** Undoes what one person approved in one go; what has changed since stays. */
export async function undoApprovals({
  at,
  staffId,
  now,
}: Readonly<{ at: Millis; staffId: string; now: Millis }>): Promise<
  Readonly<{ undone: number; kept: number; pageTags: readonly string[] }>
> {
  const decisions = listDecisionsAt(at, staffId).filter(({ kind, isUndone }) => kind === 'approve' && !isUndone)
  const tags = new Set<string>()
  let undone = 0
  for (const { id: decisionId } of decisions) {
    try {
      const result = await undoDecision({ decisionId, staffId, now })
      undone += 1
      for (const tag of result.pageTags) tags.add(tag)
    } catch (error) {
      if (!isDomainError(error)) throw error
    }
  }
  return { undone, kept: decisions.length - undone, pageTags: [...tags] }
}

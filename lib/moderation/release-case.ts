import { commit } from '../../db/commit.ts'
import { releaseCaseRow } from './moderation-store.ts'

/** Gives a case back to the others; nothing happens to one that somebody else holds. */
export function releaseCase(caseId: string, staffId: string): Promise<void> {
  return commit([releaseCaseRow(caseId, staffId)])
}

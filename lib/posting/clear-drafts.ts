import { commit } from '../../db/commit.ts'
import type { Millis } from '../time/time.ts'
import { listRunOutDrafts } from './drafts-queries.ts'
import { deleteDraft } from './drafts-store.ts'

const batchSize = 200

/** Takes away drafts that nobody touched for thirty days, with the contacts typed into them. @returns How many. */
export async function clearDrafts(now: Millis): Promise<number> {
  const ids = listRunOutDrafts(now, batchSize)
  if (ids.length > 0) await commit(ids.flatMap((id) => deleteDraft(id)))
  return ids.length
}

import { commit } from '../../db/commit.ts'
import { deleteDraft } from './drafts-store.ts'
import type { PostingContext } from './posting-context.ts'
import type { DraftInput } from './posting-input.ts'
import { requireDraft } from './require-draft.ts'

/** Throws a draft away with its pictures and its contact. @throws DomainError `not_found`, `conflict` once it was sent. */
export async function discardDraft(input: DraftInput, { actor, now }: PostingContext): Promise<void> {
  const draft = requireDraft(input.draftId, { memberId: actor.memberId, now })
  await commit(deleteDraft(draft.id))
}

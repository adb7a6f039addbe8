import { commit, withRetries } from '../../db/commit.ts'
import { typedOf } from './drafts.ts'
import { saveDraftDetails } from './drafts-store.ts'
import type { PostingContext } from './posting-context.ts'
import type { ChooseVersionInput } from './posting-input.ts'
import { requireDraft } from './require-draft.ts'

/** The advertiser chose one of two versions; the other is gone, as was said. */
export function chooseVersion(
  input: ChooseVersionInput,
  { actor, now }: PostingContext,
): Promise<Readonly<{ draftId: string }>> {
  return withRetries(async () => {
    const { id, details, version } = requireDraft(input.draftId, { memberId: actor.memberId, now })
    if (!details.other) return { draftId: id }
    const chosen = input.keep === 'other' ? details.other : typedOf(details)
    await commit([saveDraftDetails({ id, details: { ...details, ...chosen, other: null }, version, now })])
    return { draftId: id }
  })
}

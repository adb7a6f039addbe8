import { DomainError } from '../errors/domain-error.ts'
import { findMember } from '../members/find-member.ts'
import { requireDraft } from '../posting/require-draft.ts'
import { currentTime } from '../time/time.ts'

export type DraftActor = Readonly<{ draftId: string; memberId: string | undefined }>

/**
 * The actor of a command on `/api/v1/drafts/{draftId}/...`: whoever has the draft's address, as far as it is a new ad.
 *
 * @throws DomainError `not_found`; `conflict` when the draft was sent in already.
 */
export async function draftOfRequest(request: Request): Promise<DraftActor> {
  const [, draftId = ''] = /^\/api\/v1\/drafts\/([\w-]{1,64})(?:\/|$)/.exec(new URL(request.url).pathname) ?? []
  if (draftId === '') throw new DomainError('not_found')
  const now = currentTime()
  const member = await findMember(request.headers.get('cookie'), now)
  requireDraft(draftId, { memberId: member?.id, now })
  return { draftId, memberId: member?.id }
}

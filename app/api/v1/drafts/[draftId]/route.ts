import { DomainError } from '../../../../../lib/errors/domain-error.ts'
import { answerPrivate, answerProblem } from '../../../../../lib/http/answers.ts'
import { draftJson } from '../../../../../lib/http/draft-answers.ts'
import { findPayer } from '../../../../../lib/http/payer.ts'
import { viewDraft } from '../../../../../lib/posting/draft-view-queries.ts'
import { findOwnDraft } from '../../../../../lib/posting/require-draft.ts'
import { currentTime } from '../../../../../lib/time/time.ts'

/** A draft with what is still missing, for whoever has its id. */
export async function GET(request: Request, route: { params: Promise<{ draftId: string }> }): Promise<Response> {
  const { draftId } = await route.params
  const now = currentTime()
  const { memberId } = await findPayer(request.headers.get('cookie'), now)
  const draft = findOwnDraft(draftId, { memberId, now })
  return draft ? answerPrivate(draftJson(viewDraft(draft, now))) : answerProblem(new DomainError('not_found'))
}

import { DomainError } from '../../../../lib/errors/domain-error.ts'
import { answerPrivate, answerProblem } from '../../../../lib/http/answers.ts'
import { ownAdJson } from '../../../../lib/http/own-ad-answers.ts'
import { findPayer } from '../../../../lib/http/payer.ts'
import { listOwnAds } from '../../../../lib/posting/own-ads-queries.ts'
import { currentTime } from '../../../../lib/time/time.ts'

/** The ads of the member signed in. */
export async function GET(request: Request): Promise<Response> {
  const now = currentTime()
  const { memberId } = await findPayer(request.headers.get('cookie'), now)
  if (memberId === undefined) return answerProblem(new DomainError('not_signed_in'))
  return answerPrivate({ ads: listOwnAds(memberId, now).map(ownAdJson) })
}

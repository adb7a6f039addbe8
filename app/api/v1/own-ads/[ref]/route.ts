import { DomainError } from '../../../../../lib/errors/domain-error.ts'
import { answerPrivate, answerProblem } from '../../../../../lib/http/answers.ts'
import { ownAdJson } from '../../../../../lib/http/own-ad-answers.ts'
import { findPayer } from '../../../../../lib/http/payer.ts'
import { findOwnAd, listAdDays } from '../../../../../lib/posting/own-ads-queries.ts'
import { currentTime } from '../../../../../lib/time/time.ts'

/** One of one's own ads with its views and accesses by day. */
export async function GET(request: Request, route: { params: Promise<{ ref: string }> }): Promise<Response> {
  const now = currentTime()
  const { ref } = await route.params
  const { memberId } = await findPayer(request.headers.get('cookie'), now)
  if (memberId === undefined) return answerProblem(new DomainError('not_signed_in'))
  const ad = findOwnAd(memberId, ref, now)
  if (!ad) return answerProblem(new DomainError('not_found'))
  return answerPrivate({ ...ownAdJson(ad), days: listAdDays(ad.id, now) })
}

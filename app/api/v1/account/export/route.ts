import { exportMyData } from '../../../../../lib/accounts/export-my-data.ts'
import { isDomainError } from '../../../../../lib/errors/domain-error.ts'
import { answerProblem } from '../../../../../lib/http/answers.ts'
import { requireRecentAuth } from '../../../../../lib/members/require-member.ts'
import { currentTime } from '../../../../../lib/time/time.ts'

/** Everything the site knows of the member, as a file; asks for a fresh proof. */
export async function GET(request: Request): Promise<Response> {
  const now = currentTime()
  try {
    const member = await requireRecentAuth(request.headers.get('cookie'), now)
    return new Response(JSON.stringify(exportMyData(member, now), null, 2), {
      headers: {
        'cache-control': 'private, no-store',
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': 'attachment; filename="my-data.json"',
      },
    })
  } catch (error) {
    if (isDomainError(error)) return answerProblem(error)
    throw error
  }
}

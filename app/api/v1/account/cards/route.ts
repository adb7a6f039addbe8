import { isDomainError } from '../../../../../lib/errors/domain-error.ts'
import { answerPrivate, answerProblem } from '../../../../../lib/http/answers.ts'
import { memberOfRequest } from '../../../../../lib/http/session-actors.ts'
import { listInstruments } from '../../../../../lib/providers/instruments-queries.ts'

/** The cards the member had kept; the id of one is what a purchase names. */
export async function GET(request: Request): Promise<Response> {
  try {
    const { id: memberId } = await memberOfRequest(request)
    const cards = listInstruments(memberId).map(({ id, label, expiresAt }) => ({ id, label, expiresAt }))
    return answerPrivate({ cards })
  } catch (error) {
    if (isDomainError(error)) return answerProblem(error)
    throw error
  }
}

import { type AuthAnswer, type AuthCall, runNextAuth } from '../auth/next-auth.ts'
import { isDomainError } from '../errors/domain-error.ts'
import { memberHooks, openMemberSession } from '../members/sign-in-member.ts'
import { currentTime } from '../time/time.ts'
import { answerProblem } from './answers.ts'
import { addressOf } from './command.ts'
import { readBody } from './read-body.ts'
import { requireSameOrigin } from './request-guard.ts'

/**
 * Answers one of next-auth's own addresses. Writes pass the same door as every command (same origin, small body) and
 * the same count of tries, on top of next-auth's anti-forgery token.
 */
export async function answerNextAuth(request: Request, ask: Pick<AuthCall, 'action' | 'method'>): Promise<Response> {
  try {
    const cookies = request.headers.get('cookie')
    const isWrite = ask.method === 'POST'
    if (isWrite) requireSameOrigin(request.headers)
    const body = isWrite ? await readText(request) : undefined
    const now = currentTime()
    let refusal: unknown
    const hooks = {
      ...memberHooks(now),
      openSession: async (typed: Readonly<{ email: string; password: string }>) => {
        try {
          return (await openMemberSession({ ...typed, address: addressOf(request.headers), cookies, now }))?.sid
        } catch (error) {
          refusal = error
          return undefined
        }
      },
    }
    const answer = await runNextAuth({ ...ask, cookies, ...(body ? { body } : {}) }, hooks)
    if (refusal) throw refusal
    return responseOf(answer)
  } catch (error) {
    if (isDomainError(error)) return answerProblem(error)
    throw error
  }
}

async function readText(request: Request): Promise<Readonly<Record<string, string>>> {
  const { fields } = await readBody(request)
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]))
}

function responseOf(answer: AuthAnswer): Response {
  const headers = new Headers({
    'cache-control': 'private, no-store',
    'content-type': 'application/json; charset=utf-8',
  })
  for (const cookie of answer.cookies) headers.append('set-cookie', cookie)
  if (answer.location !== undefined) headers.set('location', answer.location)
  return new Response(JSON.stringify(answer.body ?? {}), { status: answer.status, headers })
}

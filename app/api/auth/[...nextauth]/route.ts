import { DomainError } from '../../../../lib/errors/domain-error.ts'
import { answerProblem } from '../../../../lib/http/answers.ts'
import { answerNextAuth } from '../../../../lib/http/next-auth-route.ts'

type Context = Readonly<{ params: Promise<{ nextauth: string[] }> }>

/** What next-auth's own clients ask: who is signed in, and the token their forms need. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const action = (await params).nextauth.join('/')
  if (action === 'csrf' || action === 'session' || action === 'providers')
    return answerNextAuth(request, { action, method: 'GET' })
  return answerProblem(new DomainError('not_found'))
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const action = (await params).nextauth.join('/')
  if (action === 'callback/credentials') return answerNextAuth(request, { action: 'callback', method: 'POST' })
  if (action === 'signout') return answerNextAuth(request, { action, method: 'POST' })
  return answerProblem(new DomainError('not_found'))
}

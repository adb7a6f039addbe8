import type { DomainError } from '../errors/domain-error.ts'
import type { CommandAnswer } from './command-answer.ts'

const privateHeaders = { 'cache-control': 'private, no-store' }

/** 303: the browser asks for the result with a GET, so reloading never repeats the command. */
export function answerRedirect(answer: CommandAnswer): Response {
  const headers = new Headers({ ...privateHeaders, location: answer.location })
  for (const cookie of answer.cookies ?? []) headers.append('set-cookie', cookie)
  return new Response(null, { status: 303, headers })
}

export function answerJson(answer: CommandAnswer): Response {
  const headers = new Headers({
    ...answer.headers,
    ...privateHeaders,
    'content-type': 'application/json; charset=utf-8',
  })
  for (const cookie of answer.cookies ?? []) headers.append('set-cookie', cookie)
  return new Response(JSON.stringify({ ...answer.json, ...answer.shownOnce, location: answer.location }), {
    status: answer.status ?? 200,
    headers,
  })
}

/** RFC 9457: `type` names the refusal, `errors` the fields. */
export function answerProblem(error: DomainError): Response {
  const headers = new Headers({ ...privateHeaders, 'content-type': 'application/problem+json; charset=utf-8' })
  if (error.retryAfterSeconds !== undefined) headers.set('retry-after', String(error.retryAfterSeconds))
  const problem = {
    type: `urn:obole:problem:${error.code}`,
    title: error.code,
    status: error.status,
    errors: error.fields,
  }
  return new Response(JSON.stringify(problem), { status: error.status, headers })
}

/** A private JSON answer to a GET. */
export function answerPrivate(json: unknown, status = 200): Response {
  return new Response(JSON.stringify(json), {
    status,
    headers: { ...privateHeaders, 'content-type': 'application/json; charset=utf-8' },
  })
}

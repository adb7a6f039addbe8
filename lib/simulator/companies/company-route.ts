import { currentTime, type Millis } from '../../time/time.ts'
import { worldRoute } from '../simulator-route.ts'
import { noteTraffic } from '../traffic.ts'

/** A request to a company that the demonstration plays; `path` is what follows the company's own address. */
export type CompanyRequest = Readonly<{
  method: string
  path: string
  query: URLSearchParams
  headers: Headers
  body: string
  now: Millis
}>
export type CompanyAnswer = Readonly<{ status: number; headers?: Readonly<Record<string, string>>; body: string }>

/** Exports a company's whole interface: every method and path goes to one function, and what was said is kept. */
export function companyRoute(
  company: string,
  answer: (request: CompanyRequest) => Promise<CompanyAnswer> | CompanyAnswer,
) {
  return worldRoute(async (request) => {
    const now = currentTime()
    const url = new URL(request.url)
    const body = await request.text()
    const prefix = `/companies/${company}/`
    const path = decodeURIComponent(url.pathname.slice(url.pathname.indexOf(prefix) + prefix.length))
    const { method, headers } = request
    const given = await answer({ method, path, query: url.searchParams, headers, body, now })
    noteTraffic({
      at: now,
      party: 'company',
      method,
      url: url.pathname + url.search,
      request: body,
      status: given.status,
      response: given.body,
      durationMs: currentTime() - now,
    })
    const isEmpty = given.status === 204 || given.status === 304
    return new Response(isEmpty ? null : given.body, {
      status: given.status,
      headers: { ...given.headers, 'cache-control': 'private, no-store' },
    })
  })
}

export function jsonAnswer(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): CompanyAnswer {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) }
}

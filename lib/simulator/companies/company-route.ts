import { currentTime } from '../../time/time.ts'
import { worldRoute } from '../simulator-route.ts'
import { noteTraffic } from '../traffic.ts'
import type { CompanyAnswer, CompanyRequest } from './company-message.ts'

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

import { isDomainError } from '../errors/domain-error.ts'
import { type Locale, localeOr } from '../i18n/locales.ts'
import { currentTime, type Millis } from '../time/time.ts'
import { answerProblem } from './answers.ts'

export type QueryContext = Readonly<{
  params: Readonly<Record<string, string>>
  search: URLSearchParams
  locale: Locale
  now: Millis
}>

/** Next gives a route without parameters none at all. */
type RouteContext = Readonly<{ params: Promise<Readonly<Record<string, string | string[] | undefined>> | undefined> }>

/**
 * The only way to export a public read of the interface: the same for everybody, so it may be kept by others for half
 * a minute. Refusals are `application/problem+json`.
 */
export function query(run: (context: QueryContext) => unknown) {
  return async (request: Request, route: RouteContext): Promise<Response> => {
    const { searchParams: search } = new URL(request.url)
    const given = Object.entries((await route.params) ?? {})
    const params = Object.fromEntries(given.map(([name, value]) => [name, String(value)]))
    try {
      const json = run({ params, search, locale: localeOr(search.get('lang')), now: currentTime() })
      return new Response(JSON.stringify(json), {
        headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'public, s-maxage=30' },
      })
    } catch (error) {
      if (isDomainError(error)) return answerProblem(error)
      throw error
    }
  }
}

import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { contentSecurityPolicy, inlineScriptSources, joinInlineScripts } from '../http/csp.ts'
import type { Rendered } from '../http/page-cache.ts'
import { pageContext } from '../http/page-tags.ts'
import { securityHeaders } from '../http/security-headers.ts'
import { askAsNobody, type CollectedAnswer } from './collected-response.ts'
import { drawWhole } from './draw-whole.ts'

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/**
 * Renders a public page once, for everybody.
 *
 * @param target The internal address with its query.
 * @returns `page` when it may be kept; `other` for a redirection, an error or an answer that sets a cookie.
 */
export async function renderPublicPage(
  handler: Handler,
  target: Readonly<{ url: string; host: string; isHttps: boolean }>,
): Promise<Rendered<CollectedAnswer>> {
  const tags = new Set<string>()
  const headers = { host: target.host, accept: '*/*', 'x-forwarded-proto': target.isHttps ? 'https' : 'http' }
  const answer = await pageContext().run({ tags }, () =>
    drawWhole(() => askAsNobody(handler, { url: target.url, headers })),
  )
  if (answer.status !== 200 || answer.headers['set-cookie'] !== undefined) return { kind: 'other', answer }
  const type = String(answer.headers['content-type'] ?? 'application/octet-stream')
  const isHtml = type.startsWith('text/html')
  const text = isHtml ? joinInlineScripts(answer.body.toString()) : ''
  const body = isHtml ? Buffer.from(text) : answer.body
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  const policy = contentSecurityPolicy({ scriptSources: isHtml ? inlineScriptSources(text) : [] })
  const link = answer.headers['link']
  const pageHeaders = [
    ['Content-Type', type],
    ['Cache-Control', cacheControlOf(target.url)],
    ['ETag', etag],
    ['Vary', 'Accept-Encoding'],
    ['Content-Security-Policy', policy],
    ...(link === undefined ? [] : [['Link', [link].flat().join(', ')]]),
    ...securityHeaders('public', { isHttps: target.isHttps }),
  ]
  return { kind: 'page', page: { body, gzip: undefined, etag, headers: pageHeaders.flat() }, tags }
}

// The colours' address changes with them, so a browser need not ask again on every page; it is short all the same,
// because anybody can ask for tomorrow's address today.
function cacheControlOf(url: string): string {
  const browsers = url.startsWith('/brand.css?') ? 'max-age=300, ' : ''
  return `public, ${browsers}s-maxage=30, stale-while-revalidate=300`
}

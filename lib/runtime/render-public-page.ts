import { createHash } from 'node:crypto'
import { contentSecurityPolicy, inlineScriptSources, joinInlineScripts } from '../http/csp.ts'
import type { CachedPage, Rendered } from '../http/page-cache.ts'
import { pageContext } from '../http/page-tags.ts'
import { securityHeaders } from '../http/security-headers.ts'
import type { CollectedAnswer } from './collected-response.ts'
import { drawForEverybody, isForEverybody, linkOf } from './draw-for-everybody.ts'
import { type FrameMaker, fillFrame } from './page-frames.ts'

/**
 * Renders a public page once, for everybody: in the frame of its kind, or by the framework where it has none.
 *
 * @param url The internal address with its query.
 * @returns `page` when it may be kept; `other` for a redirection, an error or an answer that sets a cookie.
 */
export async function renderPublicPage(maker: FrameMaker, url: string): Promise<Rendered<CollectedAnswer>> {
  const { isHttps } = maker.origin
  const tags = new Set<string>()
  const filled = await pageContext().run({ tags }, () => fillFrame(maker, url))
  if (filled) {
    const { text, scriptSources, link } = filled
    const type = 'text/html; charset=utf-8'
    return { kind: 'page', page: keptPage({ body: Buffer.from(text), type, scriptSources, link, url, isHttps }), tags }
  }
  const { answer, tags: shown } = await drawForEverybody(maker, url)
  if (!isForEverybody(answer)) return { kind: 'other', answer }
  const type = String(answer.headers['content-type'] ?? 'application/octet-stream')
  const text = type.startsWith('text/html') ? joinInlineScripts(answer.body.toString()) : undefined
  const body = text === undefined ? answer.body : Buffer.from(text)
  const scriptSources = text === undefined ? [] : inlineScriptSources(text)
  return {
    kind: 'page',
    page: keptPage({ body, type, scriptSources, link: linkOf(answer), url, isHttps }),
    tags: shown,
  }
}

type Drawn = Readonly<{
  body: Buffer
  type: string
  scriptSources: readonly string[]
  link: string | undefined
  url: string
  isHttps: boolean
}>

function keptPage({ body, type, scriptSources, link, url, isHttps }: Drawn): CachedPage {
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  const headers = [
    ['Content-Type', type],
    ['Cache-Control', cacheControlOf(url)],
    ['ETag', etag],
    ['Vary', 'Accept-Encoding'],
    ['Content-Security-Policy', contentSecurityPolicy({ scriptSources })],
    ...(link === undefined ? [] : [['Link', link]]),
    ...securityHeaders('public', { isHttps }),
  ]
  return { body, gzip: undefined, etag, headers: headers.flat() }
}

// The colours' address changes with them, so a browser need not ask again on every page; it is short all the same,
// because anybody can ask for tomorrow's address today.
function cacheControlOf(url: string): string {
  const browsers = url.startsWith('/brand.css?') ? 'max-age=300, ' : ''
  return `public, ${browsers}s-maxage=30, stale-while-revalidate=300`
}

import type { IncomingMessage, ServerResponse } from 'node:http'
import { clientAddress } from '../http/address.ts'
import { contentSecurityPolicy, developmentPolicy, newNonce } from '../http/csp.ts'
import type { PageCache } from '../http/page-cache.ts'
import { isPublicPage, queryOfPage } from '../http/page-cache-rules.ts'
import { dropInsiderHeaders, isUnder, pathOf, refuseRequest } from '../http/paths-guard.ts'
import { securityHeaders } from '../http/security-headers.ts'
import { sendPage } from '../http/send-page.ts'
import { type StaticFiles, sendPhoto, sendStaticFile } from '../http/static-files.ts'
import { isLocale, localeOr, preferredLocale } from '../i18n/locales.ts'
import { type Translated, translatePath } from '../i18n/paths.ts'
import { listPayerHosts } from '../providers/payer-hosts.ts'
import { noteAdView } from './ad-views.ts'
import { isTooLarge, limitBody } from './body-limit.ts'
import type { CollectedAnswer, Handler } from './collected-response.ts'
import { drawWhole } from './draw-whole.ts'
import { isPrefetch } from './forget-once-shown.ts'
import { type FilledPage, fillFrame } from './page-frames.ts'
import { finishPrivateAnswer, type MissingPage } from './private-answer.ts'
import { renderPublicPage } from './render-public-page.ts'

export type Site = Readonly<{
  next: Handler
  pages: PageCache<CollectedAnswer>
  files: StaticFiles
  photosDir: string
  build: string
  /** The public host and whether it is reached by https; from the configuration, never from a request. */
  origin: Readonly<{ host: string; isHttps: boolean }>
  trustedProxies: number
  isDemo: boolean
  isDevelopment: boolean
}>

type Exchange = Readonly<{ request: IncomingMessage; response: ServerResponse; site: Site }>

/**
 * Answers one request: from memory where the page is public and known, else through the framework, with the headers
 * every answer of the site carries.
 */
export async function handleRequest(exchange: Exchange): Promise<void> {
  const { request, response, site } = exchange
  const url = request.url ?? '/'
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  countView(request, url)
  const known = isRead && request.headers['rsc'] === undefined ? site.pages.find(url, Date.now()) : undefined
  if (known) return sendPage(known, { request, response, onCompressed: keepGzip(site, url, known) })
  const refused = refuseRequest(
    { method: request.method ?? '', url, hasNextAction: 'next-action' in request.headers },
    site,
  )
  if (refused) return answerText(exchange, refused.status, refused.reason)
  if (isTooLarge(request)) return answerText(exchange, 413, 'The request is too large.')
  limitBody(request, () => answerText(exchange, 413, 'The request is too large.'))
  if (await sendFile(exchange, pathOf(url))) return
  const target = targetOf(request, url)
  if (target.kind === 'redirect') return redirect(exchange, target.status, target.location)
  prepareForNext(exchange, target.url)
  if (!isRead || request.headers['rsc'] !== undefined || site.isDevelopment)
    return answerPrivately(exchange, target.url)
  if (target.isPublic) return answerPublicPage(exchange, { url: pathOf(url) + target.query, target: target.url })
  const filled = await fillFrame(site, target.url)
  return filled ? answerFilled(exchange, filled) : answerPrivately(exchange, target.url)
}

function countView(request: IncomingMessage, url: string): void {
  noteAdView({
    method: request.method ?? '',
    path: pathOf(url),
    userAgent: request.headers['user-agent'] ?? '',
    isPrefetch: isPrefetch(request),
  })
}

async function sendFile({ request, response, site }: Exchange, path: string): Promise<boolean> {
  const { isHttps } = site.origin
  if (path === '/api/health') {
    for (const [name, value] of securityHeaders('private', { isHttps })) response.setHeader(name, value)
    response.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'")
    response.setHeader('Cache-Control', 'private, no-store')
    response.setHeader('Content-Type', 'application/json')
    response.end(JSON.stringify({ ok: true, build: site.build }))
    return true
  }
  if (path.startsWith('/photos/') && (await sendPhoto(site.photosDir, path, { request, response, isHttps })))
    return true
  return sendStaticFile(site.files, path, { request, response, isHttps })
}

type Target =
  | Readonly<{ kind: 'redirect'; status: 307 | 308; location: string }>
  | Readonly<{ kind: 'page'; url: string; query: string; isPublic: boolean }>

/** Where a public address leads: to the page of that name, to its own spelling, or to the home of one's language. */
export function targetOf(request: Pick<IncomingMessage, 'headers'>, url: string): Target {
  const path = pathOf(url)
  const query = url.slice(path.length)
  if (path === '/') return { kind: 'redirect', status: 307, location: `/${wishedLocale(request)}${query}` }
  const locale = path.split('/')[1]
  if (!isLocale(locale)) return { kind: 'page', url, query, isPublic: isPublicPage(path, query) }
  if (path.endsWith('/')) return { kind: 'redirect', status: 308, location: path.replace(/\/+$/, '') + query }
  const translated: Translated = translatePath(locale, path)
  if (translated.kind === 'moved') return { kind: 'redirect', status: 308, location: translated.path + query }
  if (translated.kind === 'unknown') return { kind: 'page', url, query, isPublic: false }
  const read = request.headers['rsc'] === undefined ? queryOfPage(translated.path, query) : query
  return { kind: 'page', url: translated.path + read, query: read, isPublic: isPublicPage(translated.path, read) }
}

function wishedLocale(request: Pick<IncomingMessage, 'headers'>): string {
  const chosen = /(?:^|;\s*)lang=(\w+)/.exec(request.headers.cookie ?? '')?.[1]
  return localeOr(chosen, preferredLocale(request.headers['accept-language']))
}

function prepareForNext({ request, site }: Exchange, url: string): void {
  const { host, isHttps } = site.origin
  const address = clientAddress({
    socketAddress: request.socket.remoteAddress,
    forwardedFor: request.headers['x-forwarded-for']?.toString(),
    trustedProxies: site.trustedProxies,
  })
  dropInsiderHeaders(request.headers)
  request.headers['x-obole-address'] = address
  request.headers['x-forwarded-for'] = address
  request.headers['x-forwarded-proto'] = isHttps ? 'https' : 'http'
  if (!site.isDevelopment) request.headers.host = host
  request.url = url
}

async function answerPublicPage(exchange: Exchange, page: Readonly<{ url: string; target: string }>): Promise<void> {
  const { request, response, site } = exchange
  const known = site.pages.find(page.url, Date.now())
  if (known) return sendPage(known, { request, response, onCompressed: keepGzip(site, page.url, known) })
  const rendered = await site.pages.render(page.url, () => renderPublicPage(site, page.target))
  if (rendered.kind === 'page') {
    return sendPage(rendered.page, { request, response, onCompressed: keepGzip(site, page.url, rendered.page) })
  }
  // A page that is not there may still greet its visitor, so it is asked for again by name; a redirection needs nobody.
  if (rendered.answer.status < 300 || rendered.answer.status >= 400) return answerPrivately(exchange, page.target)
  return redirect(exchange, rendered.answer.status, String(rendered.answer.headers['location'] ?? '/'))
}

async function answerPrivately({ request, response, site }: Exchange, url: string): Promise<void> {
  const isFramedBySelf = isUnder(pathOf(url), '/simulator')
  const { isHttps } = site.origin
  const nonce = newNonce()
  const policy = site.isDevelopment
    ? developmentPolicy
    : contentSecurityPolicy({ scriptSources: [`'nonce-${nonce}'`], isFramedBySelf, formSources: formSourcesOf(url) })
  // The framework takes the nonce of its own scripts from the request's policy.
  request.headers['content-security-policy'] = policy
  const headers = [
    ['Content-Security-Policy', policy],
    ...(site.isDevelopment ? [] : [['Cache-Control', 'private, no-store'] as const]),
    ...securityHeaders('private', { isHttps, isFramedBySelf }),
  ] as const
  if (site.isDevelopment) for (const [name, value] of headers) response.setHeader(name, value)
  else
    finishPrivateAnswer(request, response, {
      headers,
      isFramedBySelf,
      findMissingPage: () => findMissingPage(site, url),
    })
  // The framework's own navigation asks for the page as data alone, and the development server draws elsewhere.
  if (site.isDevelopment || request.headers['rsc'] !== undefined) return site.next(request, response)
  return drawWhole(() => site.next(request, response))
}

/** A page that is the same for everybody and yet kept by nobody: what is looked for is the visitor's. */
function answerFilled({ request, response, site }: Exchange, { text, scriptSources, link }: FilledPage): void {
  const headers = [
    ['Content-Type', 'text/html; charset=utf-8'],
    ['Content-Security-Policy', contentSecurityPolicy({ scriptSources })],
    ['Cache-Control', 'private, no-store'],
    ...(link === undefined ? [] : [['Link', link] as const]),
    ...securityHeaders('private', site.origin),
  ] as const
  finishPrivateAnswer(request, response, { headers, isFramedBySelf: false, findMissingPage: async () => undefined })
  response.end(text)
}

/** The pages something is paid from, by their internal path; an account of the panel is tried by a payment too. */
const payingPages =
  /^\/(?:(?:fr|en)\/(?:ad\/[^/]+\/contact|wallet\/top-up|pay\/[^/]+|give\/[^/]+|post\/[^/]+\/pay)|admin\/providers\/(?!new$|compare$)[^/]+)$/

/** Forms of every other page lead nowhere but here. */
function formSourcesOf(url: string): readonly string[] {
  return payingPages.test(pathOf(url)) ? listPayerHosts(Date.now()) : []
}

/** The page for an address that leads nowhere, in the language of the address; kept like any public page. */
async function findMissingPage(site: Site, url: string): Promise<MissingPage | undefined> {
  const missing = `/${localeOr(pathOf(url).split('/')[1])}/missing`
  const rendered = await site.pages.render(missing, () => renderPublicPage(site, missing))
  if (rendered.kind !== 'page') return undefined
  const { body, headers } = rendered.page
  const headerOf = (name: string) => headers[headers.indexOf(name) + 1] ?? ''
  return { body, policy: headerOf('Content-Security-Policy'), link: headers.includes('Link') ? headerOf('Link') : '' }
}

function keepGzip(site: Site, url: string, page: Parameters<typeof sendPage>[0]): (gzip: Buffer) => void {
  return (gzip) => site.pages.addGzip(url, { page, gzip })
}

function redirect({ response, site }: Exchange, status: number, location: string): void {
  for (const [name, value] of securityHeaders('public', site.origin)) response.setHeader(name, value)
  response.setHeader('Cache-Control', 'private, no-store')
  response.writeHead(status, { Location: location, 'Content-Length': 0 }).end()
}

/** An answer of the server itself, in one plain sentence. The connection ends: the rest of a body is not read. */
export function answerText({ request, response, site }: Exchange, status: number, reason: string): void {
  if (response.headersSent || response.writableEnded) {
    request.destroy()
    return
  }
  for (const [name, value] of securityHeaders('private', site.origin)) response.setHeader(name, value)
  response.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'")
  response.setHeader('Cache-Control', 'private, no-store')
  if (status === 405) response.setHeader('Allow', 'GET, HEAD')
  if (status === 413) response.setHeader('Connection', 'close')
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${reason}\n`)
}

import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { currentTime } from '../time/time.ts'
import type { CachedPage } from './page-cache.ts'

const compress = promisify(gzip)
/** For answers that are kept a minute at most: a third of the work of the usual level, and four per cent larger. */
const packing = { level: 4 } as const
const smallestToCompress = 1000

export function acceptsGzip(request: IncomingMessage): boolean {
  const accepted = request.headers['accept-encoding']
  return typeof accepted === 'string' && accepted.includes('gzip') && !/gzip;\s*q=0(\.0*)?(,|$)/.test(accepted)
}

/** Whether the client already holds the answer with this tag. */
export function isUnchanged(request: IncomingMessage, etag: string): boolean {
  const known = request.headers['if-none-match']?.split(',') ?? []
  return known.some((tag) => tag.trim() === etag)
}

/**
 * Sends a page kept in memory, compressed once for all who can read that.
 *
 * @param onCompressed Told when the compressed form was made, so that the cache can count it.
 */
export async function sendPage(
  page: CachedPage,
  exchange: Readonly<{ request: IncomingMessage; response: ServerResponse; onCompressed: (gzip: Buffer) => void }>,
): Promise<void> {
  const { request, response } = exchange
  if (isUnchanged(request, page.etag)) {
    response.writeHead(304, [...page.headers, ...proxyHeaders()])
    response.end()
    return
  }
  if (!acceptsGzip(request) || page.body.byteLength < smallestToCompress) return send(page, page.body, exchange)
  if (page.gzip === undefined) exchange.onCompressed(await compress(page.body, packing))
  send(page, page.gzip ?? page.body, exchange)
}

function send(
  page: CachedPage,
  body: Buffer,
  { request, response }: Readonly<{ request: IncomingMessage; response: ServerResponse }>,
): void {
  const encoding = body === page.gzip ? ['Content-Encoding', 'gzip'] : []
  const length = ['Content-Length', String(body.byteLength)]
  response.writeHead(200, [...page.headers, ...proxyHeaders(), ...encoding, ...length])
  response.end(request.method === 'HEAD' ? undefined : body)
}

/**
 * nginx keeps a page until the end of the second it was given in, so that a sold ad is gone there within one; it removes
 * this header. It counts in whole seconds: told to keep a page for one, it keeps some for nearly two
 * (https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_cache_valid, where `@` begins a time of the clock).
 */
function proxyHeaders(): readonly string[] {
  return ['X-Accel-Expires', `@${Math.floor(currentTime() / 1000)}`]
}

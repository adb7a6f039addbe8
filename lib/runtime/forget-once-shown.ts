import type { IncomingMessage, ServerResponse } from 'node:http'
import { forgetShown } from '../http/flash.ts'

/** Whether a browser fetches a page ahead of a visit that may never come. */
export function isPrefetch({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  return /prefetch|prerender/.test(String(headers['sec-purpose'] ?? headers['purpose'] ?? ''))
}

/**
 * Forgets what a page shows for the only time, once that page was sent. Pages write nothing, and draw more than once:
 * only the server knows when one has gone out.
 */
export function forgetOnceShown(
  request: Pick<IncomingMessage, 'headers' | 'method' | 'url'>,
  response: Pick<ServerResponse, 'once' | 'statusCode'>,
): void {
  const [, id] = /[?&]e=([\w-]+)/.exec(request.url ?? '') ?? []
  if (id === undefined || request.method !== 'GET' || isPrefetch(request)) return
  const cookies = request.headers.cookie ?? null
  response.once('finish', () => {
    if (response.statusCode === 200) forgetShown(cookies, id)
  })
}

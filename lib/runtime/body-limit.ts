import type { IncomingMessage } from 'node:http'
import { largestSentUpload } from '../http/read-upload.ts'

export const largestBodyBytes = 1024 * 1024

/** Where pictures are sent; everything else is words. */
const uploads = /^\/api\/v1\/drafts\/[\w-]{1,64}\/photos(?:\?|$)/

/** How much of a body is let through to the route that reads it. */
export function largestBodyOf(request: Pick<IncomingMessage, 'method' | 'url'>): number {
  return request.method === 'POST' && uploads.test(request.url ?? '') ? largestSentUpload : largestBodyBytes
}

/** Whether the sender announces more than we read. */
export function isTooLarge(request: IncomingMessage): boolean {
  return Number(request.headers['content-length'] ?? 0) > largestBodyOf(request)
}

/**
 * Counts the bytes of a body that did not announce its length and calls `refuse` once at the first byte too many.
 *
 * The parser hands every chunk to `push`; listening to `data` instead would start the flow before a handler is there.
 */
export function limitBody(request: IncomingMessage, refuse: () => void): void {
  if (request.headers['transfer-encoding'] === undefined) return
  const push = request.push.bind(request)
  const largest = largestBodyOf(request)
  let received = 0
  let isRefused = false
  request.push = (chunk: unknown, encoding?: BufferEncoding) => {
    if (chunk instanceof Uint8Array) received += chunk.byteLength
    if (received <= largest) return push(chunk, encoding)
    if (!isRefused) refuse()
    isRefused = true
    return true
  }
}

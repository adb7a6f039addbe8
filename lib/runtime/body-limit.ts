import type { IncomingMessage } from 'node:http'

export const largestBodyBytes = 1024 * 1024

/** Whether the sender announces more than we read. */
export function isTooLarge(request: IncomingMessage): boolean {
  return Number(request.headers['content-length'] ?? 0) > largestBodyBytes
}

/**
 * Counts the bytes of a body that did not announce its length and calls `refuse` once at the first byte too many.
 *
 * The parser hands every chunk to `push`; listening to `data` instead would start the flow before a handler is there.
 */
export function limitBody(request: IncomingMessage, refuse: () => void): void {
  if (request.headers['transfer-encoding'] === undefined) return
  const push = request.push.bind(request)
  let received = 0
  let isRefused = false
  request.push = (chunk: unknown, encoding?: BufferEncoding) => {
    if (chunk instanceof Uint8Array) received += chunk.byteLength
    if (received <= largestBodyBytes) return push(chunk, encoding)
    if (!isRefused) refuse()
    isRefused = true
    return true
  }
}

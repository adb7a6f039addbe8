import { noteCall } from './call-trace.ts'

export type Talk = Readonly<{
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  url: string | URL
  headers?: Readonly<Record<string, string>>
  body?: string
  timeoutMs?: number
}>
export type TalkAnswer = Readonly<{ status: number; headers: Headers; body: string }>

const usualTimeoutMs = 10_000
const longestAnswer = 1024 * 1024

/** A provider that did not answer, or answered what cannot be; the message holds neither secrets nor its words. */
export class ProviderSilent extends Error {
  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.name = 'ProviderSilent'
  }
}

/** Not reached, or in trouble itself: it said nothing at all about what it was asked. */
export class ProviderUnreached extends ProviderSilent {}

/**
 * Asks a provider once, following no redirect: an answer from elsewhere is not the provider's.
 *
 * @throws ProviderUnreached when nothing, too much or half an answer came in time. What it did with the request is then
 *   unknown: only asking again with the same correlator, or the sweeper, can tell.
 */
export async function talk(request: Talk): Promise<TalkAnswer> {
  const { method, url, headers, body, timeoutMs = usualTimeoutMs } = request
  const { host } = new URL(url)
  const askedAt = performance.now()
  try {
    const response = await fetch(url, {
      method,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      headers: { ...headers },
      ...(body === undefined ? {} : { body }),
    })
    const answer = { status: response.status, headers: response.headers, body: await readAll(response) }
    noteCall(request, answer, performance.now() - askedAt)
    return answer
  } catch (error) {
    noteCall(request, { failure: nameOf(error) }, performance.now() - askedAt)
    throw new ProviderUnreached(`${host} did not answer`, { cause: nameOf(error) })
  }
}

async function readAll(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    length += chunk.length
    if (length > longestAnswer) throw new Error('too long')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

// The error itself may repeat the address, and some providers want secrets in theirs.
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown'
}

export function formEncoded(fields: Readonly<Record<string, string>>): string {
  return new URLSearchParams(fields).toString()
}

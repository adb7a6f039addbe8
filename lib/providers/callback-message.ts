import type { CallbackMessage, CallbackReading, CallbackReply } from './provider.ts'

/** A header of a callback, whatever the case it was sent in. */
export function headerOf(message: CallbackMessage, name: string): string | undefined {
  const wanted = name.toLowerCase()
  for (const [key, value] of Object.entries(message.headers)) if (key.toLowerCase() === wanted) return value
  return undefined
}

export function plainReply(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): CallbackReply {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers }, body }
}

/** A message that is not believed, and what its sender is told. */
export function refusedReading(status: number, body: string): CallbackReading {
  return { kind: 'refused', reply: plainReply(status, body) }
}

/** A body as JSON; undefined for bytes that are no UTF-8 or no JSON. What is wrong is not said: it may be secret. */
export function jsonOf(body: Uint8Array | string): unknown {
  try {
    return JSON.parse(typeof body === 'string' ? body : new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return undefined
  }
}

/** The parameters of a raw query as UTF-8, repeated ones with their first value. */
export function queryParameters(url: string): ReadonlyMap<string, string> {
  return new Map([...queryBytes(url)].map(([name, value]) => [name, value.toString()]))
}

/** The parameters of a form's body as UTF-8, repeated ones with their first value. */
export function formParameters(body: Uint8Array): ReadonlyMap<string, string> {
  return new Map([...parametersOf(Buffer.from(body))].map(([name, value]) => [name, value.toString()]))
}

/**
 * The parameters of a raw query as bytes: a text may come in an encoding that only another parameter names.
 * A repeated parameter keeps its first value.
 */
export function queryBytes(url: string): ReadonlyMap<string, Buffer> {
  const query = url.includes('?') ? url.slice(url.indexOf('?') + 1).replace(/#.*$/, '') : ''
  return parametersOf(Buffer.from(query))
}

function parametersOf(query: Buffer): ReadonlyMap<string, Buffer> {
  const parameters = new Map<string, Buffer>()
  // Latin-1 keeps every byte as one character, so that splitting changes none.
  for (const pair of query.toString('latin1').split('&')) {
    const at = pair.indexOf('=')
    const name = percentDecode(at < 0 ? pair : pair.slice(0, at)).toString()
    if (name !== '' && !parameters.has(name)) parameters.set(name, percentDecode(at < 0 ? '' : pair.slice(at + 1)))
  }
  return parameters
}

function percentDecode(text: string): Buffer {
  const source = Buffer.from(text, 'latin1')
  const bytes: number[] = []
  for (let at = 0; at < source.length; at += 1) {
    const byte = source[at] ?? 0
    const hex = byte === 0x25 ? source.subarray(at + 1, at + 3).toString('latin1') : ''
    if (/^[0-9a-fA-F]{2}$/.test(hex)) {
      bytes.push(Number.parseInt(hex, 16))
      at += 2
    } else bytes.push(byte === 0x2b ? 0x20 : byte)
  }
  return Buffer.from(bytes)
}

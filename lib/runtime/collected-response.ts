import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'

/** What a handler answered to a request that came from nobody. */
export type CollectedAnswer = Readonly<{
  status: number
  headers: Readonly<Record<string, string | readonly string[]>>
  body: Buffer
}>

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/**
 * Asks the handler for a page as nobody: only the address and the headers given, no cookie, no language, no browser.
 * What comes back cannot hold a byte that belongs to one visitor, because no visitor is there.
 */
export function askAsNobody(
  handler: Handler,
  request: Readonly<{ url: string; headers: Readonly<Record<string, string>> }>,
): Promise<CollectedAnswer> {
  const incoming = new IncomingMessage(new Socket())
  incoming.method = 'GET'
  incoming.url = request.url
  incoming.httpVersion = '1.1'
  incoming.httpVersionMajor = 1
  incoming.httpVersionMinor = 1
  Object.assign(incoming.headers, request.headers)
  incoming.push(null)
  const response = new ServerResponse(incoming)
  return new Promise((resolve, reject) => {
    collect(response, (body) => resolve({ status: response.statusCode, headers: headersOf(response), body }))
    handler(incoming, response).catch(reject)
  })
}

function collect(response: ServerResponse, finish: (body: Buffer) => void): void {
  const chunks: Buffer[] = []
  let isEnded = false
  const add = (chunk: unknown) => {
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk))
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength))
  }
  const end = (...args: unknown[]) => {
    add(args[0])
    if (isEnded) return response
    isEnded = true
    finish(Buffer.concat(chunks))
    // Whoever pipes into the response waits for this before it lets go of the rendering.
    setImmediate(() => {
      response.emit('finish')
      response.emit('close')
    })
    return response
  }
  const write = (...args: unknown[]) => {
    add(args[0])
    callLast(args)
    return true
  }
  const writeHead = (status: number, ...rest: unknown[]) => {
    response.statusCode = status
    setHeaders(response, rest.at(-1))
    return response
  }
  Object.assign(response, { write, end, writeHead, flushHeaders: () => undefined })
}

/** Calls what a stream's `write(chunk, encoding?, callback?)` was given to call. */
export function callLast(args: readonly unknown[]): void {
  const last = args.at(-1)
  if (typeof last === 'function') last()
}

/** Sets what `writeHead` was given, in either of the two shapes it takes. */
export function setHeaders(response: ServerResponse, headers: unknown): void {
  if (Array.isArray(headers)) {
    for (let at = 0; at + 1 < headers.length; at += 2) response.setHeader(String(headers[at]), headers[at + 1])
  } else if (typeof headers === 'object' && headers !== null) {
    for (const [name, value] of Object.entries(headers)) if (value !== undefined) response.setHeader(name, value)
  }
}

function headersOf(response: ServerResponse): Record<string, string | readonly string[]> {
  const entries = Object.entries(response.getHeaders())
  return Object.fromEntries(
    entries.flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value : String(value)]],
    ),
  )
}

import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { constants, createGzip, gzip, gzipSync } from 'node:zlib'
import { contentSecurityPolicy, inlineScriptSources } from '../http/csp.ts'
import { acceptsGzip } from '../http/send-page.ts'
import { callLast, setHeaders } from './collected-response.ts'

const compress = promisify(gzip)
/**
 * For answers that are sent once: the quickest level with half the usual memory. A third less work than with all of it,
 * and six per cent larger.
 */
const packing = { level: 1, windowBits: 14, memLevel: 7 } as const
const smallestToCompress = 1000
/** Up to here, packing at once takes less than a tenth of a millisecond, and handing it to another thread more. */
const largestPackedAtOnce = 64 * 1024
const largestToCollect = 512 * 1024
const compressible = /^(text\/|image\/svg|application\/([\w.+-]*json|[\w.+-]*xml|javascript|x-ndjson))/

type Originals = Pick<ServerResponse, 'write' | 'end' | 'writeHead' | 'flushHeaders'>

/**
 * Finishes the answers of private pages and routes: never kept by anybody, compressed once, and with the hashes of the
 * inline scripts where the page was made at build time and so cannot know this request's nonce.
 *
 * A short answer is held until it is whole, which costs no time because pages are rendered whole; a long one and an
 * event stream go through as they come.
 *
 * @param headers Set on the answer whatever the handler says.
 */
export function finishPrivateAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  options: Readonly<{
    headers: readonly (readonly [string, string])[]
    isFramedBySelf: boolean
    findMissingPage: () => Promise<MissingPage | undefined>
  }>,
): void {
  const originals: Originals = {
    write: response.write.bind(response),
    end: response.end.bind(response),
    writeHead: response.writeHead.bind(response),
    flushHeaders: response.flushHeaders.bind(response),
  }
  const chunks: Buffer[] = []
  let held = 0
  let through: Originals | undefined
  const goThrough = () => {
    for (const [name, value] of options.headers) response.setHeader(name, value)
    removeInsiderHeaders(request, response)
    through = openStream(request, response, originals)
    Object.assign(response, through)
    for (const chunk of chunks) through.write(chunk)
    return through
  }
  const write = (...args: unknown[]) => {
    const chunk = bufferOf(args[0])
    if (!through && isStream(response)) goThrough()
    if (through) return Reflect.apply(through.write, response, args)
    chunks.push(chunk)
    held += chunk.byteLength
    if (held > largestToCollect) goThrough()
    callLast(args)
    return true
  }
  const end = (...args: unknown[]) => {
    if (through) return Reflect.apply(through.end, response, args)
    if (args[0] !== undefined && args[0] !== null && typeof args[0] !== 'function') chunks.push(bufferOf(args[0]))
    for (const [name, value] of options.headers) response.setHeader(name, value)
    Object.assign(response, originals)
    void sendWhole(Buffer.concat(chunks), { request, response, ...options }).then(() => callLast(args))
    return response
  }
  const writeHead = (status: number, ...rest: unknown[]) => {
    response.statusCode = status
    setHeaders(response, rest.at(-1))
    return response
  }
  const flushHeaders = () => {
    if (!through && isStream(response)) goThrough().flushHeaders()
  }
  Object.assign(response, { write, end, writeHead, flushHeaders })
}

function isStream(response: ServerResponse): boolean {
  return String(response.getHeader('content-type') ?? '').startsWith('text/event-stream')
}

function bufferOf(chunk: unknown): Buffer {
  if (typeof chunk === 'string') return Buffer.from(chunk)
  return chunk instanceof Uint8Array ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength) : Buffer.alloc(0)
}

function mayCompress(request: IncomingMessage, response: ServerResponse): boolean {
  const type = String(response.getHeader('content-type') ?? '')
  return !response.hasHeader('content-encoding') && acceptsGzip(request) && compressible.test(type)
}

/** The page for an address that leads nowhere, whole in its HTML, with the headers it needs in place of the empty one's. */
export type MissingPage = Readonly<{ body: Buffer; policy: string; link: string }>

type Whole = Readonly<{
  request: IncomingMessage
  response: ServerResponse
  isFramedBySelf: boolean
  findMissingPage: () => Promise<MissingPage | undefined>
}>

async function sendWhole(rendered: Buffer, exchange: Whole): Promise<void> {
  const { request, response, isFramedBySelf } = exchange
  const isHtml = String(response.getHeader('content-type') ?? '').startsWith('text/html')
  // The framework's own "not found" is an empty page that fills itself by script.
  const missing = isHtml && response.statusCode === 404 ? await exchange.findMissingPage() : undefined
  const body = missing?.body ?? rendered
  if (missing) {
    response.setHeader('Content-Security-Policy', missing.policy)
    response.setHeader('Link', missing.link)
  }
  if (isHtml && (response.hasHeader('x-nextjs-prerender') || response.hasHeader('x-nextjs-cache'))) {
    const policy = contentSecurityPolicy({ scriptSources: inlineScriptSources(body.toString()), isFramedBySelf })
    response.setHeader('Content-Security-Policy', policy)
  }
  removeInsiderHeaders(request, response)
  response.appendHeader('Vary', 'Accept-Encoding')
  const hasBody = body.byteLength > 0
  const shouldCompress = body.byteLength >= smallestToCompress && mayCompress(request, response)
  const sent = shouldCompress ? await packed(body) : body
  if (shouldCompress) response.setHeader('Content-Encoding', 'gzip')
  if (hasBody) response.setHeader('Content-Length', sent.byteLength)
  response.end(hasBody && request.method !== 'HEAD' ? sent : undefined)
}

function packed(body: Buffer): Buffer | Promise<Buffer> {
  return body.byteLength <= largestPackedAtOnce ? gzipSync(body, packing) : compress(body, packing)
}

// The framework's own navigation reads these on its own requests; nobody else needs to know.
function removeInsiderHeaders(request: IncomingMessage, response: ServerResponse): void {
  if (request.headers['rsc'] !== undefined) return
  for (const name of response.getHeaderNames()) if (name.startsWith('x-nextjs-')) response.removeHeader(name)
}

function openStream(request: IncomingMessage, response: ServerResponse, originals: Originals): Originals {
  if (isStream(response) || !mayCompress(request, response)) return originals
  response.setHeader('Content-Encoding', 'gzip')
  response.removeHeader('Content-Length')
  const packer = createGzip({ ...packing, flush: constants.Z_NO_FLUSH })
  packer.on('data', (chunk: Buffer) => {
    if (!originals.write(chunk)) packer.pause()
  })
  packer.on('end', () => originals.end())
  packer.on('drain', () => response.emit('drain'))
  response.on('drain', () => packer.resume())
  response.on('close', () => packer.destroy())
  return {
    ...originals,
    write: ((chunk: unknown) => packer.write(chunk)) as Originals['write'],
    end: ((chunk: unknown) => {
      if (typeof chunk === 'function' || chunk === undefined || chunk === null) packer.end()
      else packer.end(chunk)
      return response
    }) as Originals['end'],
  }
}

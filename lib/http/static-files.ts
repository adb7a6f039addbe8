import { createHash } from 'node:crypto'
import { type Dirent, existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { securityHeaders } from './security-headers.ts'
import { acceptsGzip, isUnchanged } from './send-page.ts'

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  map: 'application/json',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  xml: 'application/xml',
  webmanifest: 'application/manifest+json',
  ico: 'image/x-icon',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  woff2: 'font/woff2',
}
const compressible = new Set(['css', 'js', 'json', 'map', 'svg', 'txt', 'xml', 'webmanifest', 'ico'])
const forEver = 'public, max-age=31536000, immutable'
const forAWhile = 'public, max-age=600'

type StaticFile = {
  readonly file: string
  readonly extension: string
  readonly cacheControl: string
  body: Buffer | undefined
  etag: string
  gzip: Buffer | undefined
  brotli: Buffer | undefined
}
export type StaticFiles = ReadonlyMap<string, StaticFile>

/**
 * Lists the files of the build and of `public/` by their public address, once: what is not in this list is not
 * served, so no address can lead out of the two folders.
 */
export function listStaticFiles(folders: Readonly<{ buildDir: string; publicDir: string }>): StaticFiles {
  const built = filesUnder(join(folders.buildDir, 'static')).map(
    (file) => [`/_next/static/${urlOf(join(folders.buildDir, 'static'), file)}`, newFile(file, forEver)] as const,
  )
  const open = filesUnder(folders.publicDir).map(
    (file) => [`/${urlOf(folders.publicDir, file)}`, newFile(file, forAWhile)] as const,
  )
  return new Map([...open, ...built])
}

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry: Dirent) => entry.isFile())
    .map((entry: Dirent) => join(entry.parentPath, entry.name))
}

function urlOf(folder: string, file: string): string {
  return relative(folder, file).split(sep).map(encodeURIComponent).join('/')
}

function newFile(file: string, cacheControl: string): StaticFile {
  const extension = file.slice(file.lastIndexOf('.') + 1).toLowerCase()
  return { file, extension, cacheControl, body: undefined, etag: '', gzip: undefined, brotli: undefined }
}

type Exchange = Readonly<{ request: IncomingMessage; response: ServerResponse; isHttps: boolean }>

/** @returns Whether `path` was one of the files; compressed forms are made once. */
export async function sendStaticFile(files: StaticFiles, path: string, exchange: Exchange): Promise<boolean> {
  // Browsers write the brackets of a route's folder either way; the list holds one spelling.
  const file = files.get(path) ?? files.get(path.split('/').map(reencode).join('/'))
  if (!file) return false
  file.body ??= await readFile(file.file)
  file.etag ||= `W/"${createHash('sha256').update(file.body).digest('base64url').slice(0, 27)}"`
  const { request } = exchange
  const plain = { body: file.body, encoding: undefined }
  sendBytes(exchange, {
    ...(compressible.has(file.extension) ? await encoded(file, file.body, request) : plain),
    etag: file.etag,
    type: types[file.extension] ?? 'application/octet-stream',
    cacheControl: file.cacheControl,
  })
  return true
}

function reencode(segment: string): string {
  return encodeURIComponent(decodeURIComponent(segment))
}

async function encoded(file: StaticFile, body: Buffer, request: IncomingMessage) {
  if (/\bbr\b(?!;\s*q=0)/.test(String(request.headers['accept-encoding'] ?? ''))) {
    file.brotli ??= await promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
    return { body: file.brotli, encoding: 'br' }
  }
  if (!acceptsGzip(request)) return { body, encoding: undefined }
  file.gzip ??= await promisify(gzip)(body, { level: 9 })
  return { body: file.gzip, encoding: 'gzip' }
}

const photoPath = /^\/photos\/([0-9a-f]{2})\/(\1[0-9a-f]{6,62}-[0-9]{2,4}\.(webp|avif))$/

/** Serves `/photos/<ab>/<hash>-<width>.<format>` from the data directory; the name holds a hash, so it never changes. */
export async function sendPhoto(photosDir: string, path: string, exchange: Exchange): Promise<boolean> {
  const [, folder, name, format] = photoPath.exec(path) ?? []
  if (folder === undefined || name === undefined || format === undefined) return false
  const body = await readFile(join(photosDir, folder, name)).catch(() => undefined)
  if (!body) return false
  sendBytes(exchange, { body, encoding: undefined, etag: `"${name}"`, type: `image/${format}`, cacheControl: forEver })
  return true
}

type Bytes = Readonly<{
  body: Buffer
  encoding: string | undefined
  etag: string
  type: string
  cacheControl: string
}>

function sendBytes({ request, response, isHttps }: Exchange, bytes: Bytes): void {
  for (const [name, value] of securityHeaders('public', { isHttps })) response.setHeader(name, value)
  response.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'; sandbox")
  response.setHeader('Cache-Control', bytes.cacheControl)
  response.setHeader('ETag', bytes.etag)
  response.setHeader('Vary', 'Accept-Encoding')
  if (isUnchanged(request, bytes.etag)) {
    response.writeHead(304).end()
    return
  }
  if (bytes.encoding !== undefined) response.setHeader('Content-Encoding', bytes.encoding)
  response.setHeader('Content-Type', bytes.type)
  response.setHeader('Content-Length', bytes.body.byteLength)
  response.writeHead(200).end(request.method === 'HEAD' ? undefined : bytes.body)
}

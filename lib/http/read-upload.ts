import { sha256Hex } from '../config/keys.ts'
import { DomainError } from '../errors/domain-error.ts'
import type { CommandBody } from './read-body.ts'
import { requireReadableType } from './request-guard.ts'

export type UploadedFile = Readonly<{ name: string; bytes: Uint8Array }>
export type UploadBody = CommandBody & Readonly<{ files: readonly UploadedFile[] }>

/** What one request may bring: ten photos of a telephone as they are, or one of the largest and more. */
export const largestUpload = 48 * 1024 * 1024
/** What is still received, though not kept, so that a browser that sent too much is told so in words. */
export const largestSentUpload = 208 * 1024 * 1024
/** What all uploads of the moment may hold in memory. */
const largestTogether = 160 * 1024 * 1024
const mostFiles = 40

const shared = globalThis as typeof globalThis & { oboleUploadBytes?: number }

/**
 * Sets memory aside for a form with files until all of it was dealt with.
 *
 * @returns What gives it back.
 * @throws DomainError `rate_limited` when others are sending so much that there is no room.
 */
export function holdUploadRoom(headers: Headers): () => void {
  const announced = Number(headers.get('content-length') ?? 0)
  const room = Math.min(announced > 0 ? announced : largestUpload, largestUpload)
  const held = shared.oboleUploadBytes ?? 0
  if (held + room > largestTogether) throw new DomainError('rate_limited', { retryAfterSeconds: 5 })
  shared.oboleUploadBytes = held + room
  return () => {
    shared.oboleUploadBytes = (shared.oboleUploadBytes ?? room) - room
  }
}

/**
 * Reads a form with files.
 *
 * @throws DomainError `payload_too_large` once all of a body was received that is; `unsupported_media_type` for
 *   anything but a form with files.
 */
export async function readUpload(request: Request): Promise<UploadBody> {
  const type = request.headers.get('content-type') ?? ''
  if (requireReadableType(request.headers) !== 'multipart/form-data') throw new DomainError('unsupported_media_type')
  return readForm(await readBytes(request), type)
}

async function readBytes(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let received = 0
  const reader = request.body?.getReader()
  for (let step = await reader?.read(); step && !step.done; step = await reader?.read()) {
    received += step.value.byteLength
    if (received <= largestUpload) chunks.push(step.value)
    else chunks.length = 0
  }
  if (received > largestUpload) throw new DomainError('payload_too_large')
  const bytes = new Uint8Array(received)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}

async function readForm(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<UploadBody> {
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => undefined)
  if (!form) throw new DomainError('invalid_input', { fields: [{ field: '', code: 'not_a_form' }] })
  const fields: Record<string, unknown> = {}
  const files: UploadedFile[] = []
  for (const [name, value] of form.entries()) {
    if (typeof value === 'string') fields[name] ??= value
    // A file field that was left empty is sent as a file without a name.
    else if (files.length < mostFiles && (value.size > 0 || value.name !== '')) {
      files.push({ name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) })
    }
  }
  // What was sent, whatever line the browser happened to draw between the parts this time.
  const raw = JSON.stringify([fields, files.map((file) => [file.name, sha256Hex(file.bytes)])])
  return { fields, files, isForm: true, raw }
}

import { DomainError } from '../errors/domain-error.ts'
import { largestCommandBytes, requireReadableType } from './request-guard.ts'

export type CommandBody = Readonly<{ fields: Readonly<Record<string, unknown>>; isForm: boolean; raw: string }>

/** Reads a command's body, JSON or form, refusing what is too large before it is parsed. */
export async function readBody(request: Request): Promise<CommandBody> {
  const type = requireReadableType(request.headers)
  if (Number(request.headers.get('content-length') ?? 0) > largestCommandBytes)
    throw new DomainError('payload_too_large')
  const bytes = new Uint8Array(await request.arrayBuffer())
  if (bytes.length > largestCommandBytes) throw new DomainError('payload_too_large')
  const raw = new TextDecoder().decode(bytes)
  if (type === 'application/json') return { fields: readJson(raw), isForm: false, raw }
  const form =
    type === 'multipart/form-data'
      ? await new Response(bytes, { headers: { 'content-type': request.headers.get('content-type') ?? '' } }).formData()
      : new URLSearchParams(raw)
  return { fields: readForm(form), isForm: true, raw }
}

function readJson(raw: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(raw)
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed))
      return parsed as Record<string, unknown>
  } catch {
    // Answered below like any other body that is not an object.
  }
  throw new DomainError('invalid_input', { fields: [{ field: '', code: 'not_json' }] })
}

/** Boxes of a form that share a name; of anything else the first value counts. */
const isRepeatable = /^(f\.[a-z][a-z0-9_]{0,39}|notContact)$/

function readForm(form: FormData | URLSearchParams): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  for (const [name, value] of form.entries()) {
    if (typeof value !== 'string') continue
    if (!(name in fields)) fields[name] = value
    else if (isRepeatable.test(name)) fields[name] = [fields[name], value].flat()
  }
  return fields
}

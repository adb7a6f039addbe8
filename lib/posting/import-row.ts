import { z } from 'zod'
import type { FieldDto, FieldValues } from '../categories/categories.ts'
import { readFieldValues } from '../categories/field-values.ts'

const text = (longest: number) => z.string().trim().max(longest)
const optionalText = (longest: number) =>
  text(longest)
    .nullish()
    .transform((value) => value ?? '')

/** One line of an import. A contact needs a telephone number or an e-mail address. */
const importRow = z
  .object({
    id: z.union([text(100).min(1), z.number().int()]).transform(String),
    title: text(200).min(3),
    description: text(20_000).min(1),
    category: text(200).min(1),
    region: optionalText(100),
    city: text(100).min(1),
    price_cents: z.number().int().min(0).max(100_000_000_000).nullish(),
    created_at: z.union([z.number().int(), z.string()]).transform((value, context) => {
      const at = typeof value === 'number' ? value : Date.parse(value)
      if (Number.isSafeInteger(at) && at > 0 && at < 8.64e15) return at
      context.addIssue('is not a date: use ISO 8601 or milliseconds since 1970')
      return z.NEVER
    }),
    contact_name: optionalText(100),
    contact_phone: optionalText(40).refine(isPhoneLike, 'is not a telephone number'),
    contact_email: optionalText(200).refine(isEmailLike, 'is not an e-mail address'),
    fields: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]))
      .optional(),
  })
  .refine((row) => row.contact_phone !== '' || row.contact_email !== '', 'has neither contact_phone nor contact_email')

export type ImportRow = z.infer<typeof importRow>

/** @returns The row, or the first thing that is wrong with it as one sentence. */
export function readImportRow(line: string): ImportRow | string {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return 'is not JSON'
  }
  const read = importRow.safeParse(value)
  if (read.success) return read.data
  const [issue] = read.error.issues
  const path = issue?.path.join('.') ?? ''
  return `${path === '' ? '' : `${path}: `}${issue?.message ?? 'is not an ad'}`
}

/**
 * The values that a category's fields take; what the category does not know or what is not of its type is dropped.
 * Nothing is missing here: an import takes ads as they are.
 */
export function knownFields(fields: readonly FieldDto[], given: ImportRow['fields']): FieldValues {
  return readFieldValues(fields, given ?? {}).values
}

function isPhoneLike(phone: string): boolean {
  const digits = phone.replace(/\D/g, '').length
  return phone === '' || (/^[+\d][\d\s().\-/]*$/.test(phone) && digits >= 6 && digits <= 15)
}

function isEmailLike(email: string): boolean {
  return email === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)
}

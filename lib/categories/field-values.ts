import type { FieldProblem } from '../errors/domain-error.ts'
import type { FieldCondition, FieldDto, FieldValue, FieldValues } from './categories.ts'

/** Values as a form or a program gives them: texts of a form, or JSON values of the right type already. */
export type GivenValues = Readonly<Record<string, unknown>>

export type ReadFields = Readonly<{ values: FieldValues; problems: readonly FieldProblem[] }>

export type FieldProblemCode =
  | 'required'
  | 'too_long'
  | 'not_a_number'
  | 'not_whole'
  | 'out_of_range'
  | 'not_a_year'
  | 'not_a_date'
  | 'not_an_option'
  | 'not_yes_or_no'

const longestText = 200
const largestNumber = 1_000_000_000
const firstYear = 1800
const lastYear = 2100

/**
 * Reads the values of a category's fields: what the posting form, the interface and imports all check with.
 *
 * A field whose `shownWhen` does not hold has no value, whatever was given. Fields are read in their order, so a
 * condition looks at fields above it. Numbers may be typed as in French or English (`45 000`, `45,000.5`, `1,5`), dates
 * as `2026-11-22` or `22/11/2026`; amounts of money are typed in euros or pounds and kept in minor units.
 *
 * @returns The values that are right, and one problem for each that is not, named `f.<key>`.
 */
export function readFieldValues(fields: readonly FieldDto[], given: GivenValues): ReadFields {
  const values: Record<string, FieldValue> = {}
  const problems: FieldProblem[] = []
  for (const field of fields) {
    if (!field.isActive || !isFieldShown(field, values)) continue
    const read = readFieldValue(field, given[field.key])
    if (read.kind === 'value') values[field.key] = read.value
    else if (read.kind === 'wrong') problems.push({ field: `f.${field.key}`, code: read.code })
    else if (isFieldRequired(field, values)) problems.push({ field: `f.${field.key}`, code: 'required' })
  }
  return { values, problems }
}

/** Whether a field is asked, given the values of the fields above it. */
export function isFieldShown(field: Pick<FieldDto, 'shownWhen'>, values: FieldValues): boolean {
  return field.shownWhen === null || holds(field.shownWhen, values)
}

export function isFieldRequired(field: Pick<FieldDto, 'isRequired' | 'requiredWhen'>, values: FieldValues): boolean {
  return field.isRequired || (field.requiredWhen !== null && holds(field.requiredWhen, values))
}

function holds(condition: FieldCondition, values: FieldValues): boolean {
  const value = values[condition.key]
  const wanted = (one: string | boolean) => condition.values.some((candidate) => String(candidate) === String(one))
  if (value === undefined) return condition.values.includes(false)
  return typeof value === 'object' ? value.some(wanted) : wanted(typeof value === 'number' ? String(value) : value)
}

export type ReadValue =
  | Readonly<{ kind: 'empty' }>
  | Readonly<{ kind: 'value'; value: FieldValue }>
  | Readonly<{ kind: 'wrong'; code: FieldProblemCode }>

/** Reads one value, typed or already of its type. */
function readFieldValue(field: Pick<FieldDto, 'type' | 'options'>, given: unknown): ReadValue {
  if (isEmpty(given)) return { kind: 'empty' }
  switch (field.type) {
    case 'text':
      return readText(given)
    case 'choice':
      return readChoices(field, [given].flat(), (chosen) => chosen[0] ?? '')
    case 'choices':
      return readChoices(field, [given].flat(), (chosen) => chosen)
    case 'boolean':
      return readYesNo(given)
    case 'date':
      return readDate(given)
    case 'year':
      return readYear(given)
    case 'integer':
      return readNumber(given, { isWhole: true })
    case 'number':
      return readNumber(given, { isWhole: false })
    case 'money':
      return readMinor(given)
  }
}

function isEmpty(given: unknown): boolean {
  if (given === undefined || given === null) return true
  if (typeof given === 'string') return given.trim() === ''
  return Array.isArray(given) && given.every(isEmpty)
}

const value = (read: FieldValue): ReadValue => ({ kind: 'value', value: read })
const wrong = (code: FieldProblemCode): ReadValue => ({ kind: 'wrong', code })

/** What was given as a form would send it; a thing that is no text, figure or yes is none. */
function textOf(given: unknown): string {
  if (Array.isArray(given)) return given.map(textOf).join(',')
  return typeof given === 'object' || typeof given === 'function' ? '' : String(given)
}

function readText(given: unknown): ReadValue {
  const text = textOf(given).replace(/\s+/g, ' ').trim()
  return [...text].length > longestText ? wrong('too_long') : value(text)
}

function readChoices(
  { options }: Pick<FieldDto, 'options'>,
  given: readonly unknown[],
  pick: (chosen: readonly string[]) => FieldValue,
): ReadValue {
  const wanted = new Set(given.filter((one) => !isEmpty(one)).map(textOf))
  const chosen = options.map((option) => option.value).filter((option) => wanted.delete(option))
  return wanted.size > 0 ? wrong('not_an_option') : value(pick(chosen))
}

function readYesNo(given: unknown): ReadValue {
  if (given === true || given === 'true' || given === 'on' || given === '1') return value(true)
  if (given === false || given === 'false' || given === '0') return value(false)
  return wrong('not_yes_or_no')
}

function readDate(given: unknown): ReadValue {
  const text = textOf(given).trim()
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  const iso = year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text
  const at = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(iso) : Number.NaN
  // 31 February is a text that looks like a date; read back it is another day.
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== iso) return wrong('not_a_date')
  return value(iso)
}

function readYear(given: unknown): ReadValue {
  const number = parseNumber(given)
  const isYear = number !== undefined && Number.isInteger(number) && number >= firstYear && number <= lastYear
  return isYear ? value(number) : wrong('not_a_year')
}

function readNumber(given: unknown, { isWhole }: Readonly<{ isWhole: boolean }>): ReadValue {
  const number = parseNumber(given)
  if (number === undefined) return wrong('not_a_number')
  if (number < 0 || number > largestNumber) return wrong('out_of_range')
  return isWhole && !Number.isInteger(number) ? wrong('not_whole') : value(number)
}

/** Programs give minor units as a number, people type an amount. */
function readMinor(given: unknown): ReadValue {
  if (typeof given === 'number') return readNumber(given, { isWhole: true })
  const minor = parseMinor(textOf(given))
  if (minor === undefined) return wrong('not_a_number')
  return minor > largestNumber * 100 ? wrong('out_of_range') : value(minor)
}

/** An amount as people type it, in minor units: `1 200 €`, `1.200,50`, `£12.5`. Undefined when it is none. */
export function parseMinor(typed: string): number | undefined {
  const number = parseNumber(typed.replace(/€|£|eur(os?)?|gbp/gi, ''))
  if (number === undefined || number < 0) return undefined
  const minor = Math.round(number * 100)
  return Math.abs(minor - number * 100) < 1e-6 * Math.max(1, minor) && Number.isSafeInteger(minor) ? minor : undefined
}

function parseNumber(given: unknown): number | undefined {
  if (typeof given === 'number') return Number.isFinite(given) ? given : undefined
  const bare = textOf(given).replace(/[\s\u202f\u00a0']/g, '')
  // A mark followed by groups of three and nothing else parts thousands; any other single mark is the decimal one.
  const whole = /^\d{1,3}(?:[.,]\d{3})+$/.test(bare) && !/[.].*[,]|[,].*[.]/.test(bare)
  if (whole) return Number(bare.replace(/[.,]/g, ''))
  const [, left = '', right = ''] = /^(\d[\d.,]*?)(?:[.,](\d{1,6}))?$/.exec(bare) ?? []
  if (!/^\d+$|^\d{1,3}(?:[.]\d{3})+$|^\d{1,3}(?:,\d{3})+$/.test(left)) return undefined
  return Number(`${left.replace(/[.,]/g, '')}.${right || '0'}`)
}

import type { FieldCondition, FieldDto } from '../categories/categories.ts'
import type { FieldProblem } from '../errors/domain-error.ts'

type Standing = Readonly<{
  /** The field as it is, when it is not new. */
  before: FieldDto | undefined
  /** The other fields of the category, inherited ones too. */
  others: readonly FieldDto[]
  /** Ads have values of its present type. */
  isInUse: boolean
  optionsInUse: readonly string[]
}>

const withOptions = new Set(['choice', 'choices'])

/** What is wrong with a field as it is to be; empty when it may be kept. */
export function fieldProblems(field: FieldDto, standing: Standing): readonly FieldProblem[] {
  const { key, label, type, options } = field
  const values = new Set(options.map(({ value }) => value))
  const problems: FieldProblem[] = []
  if (!/^[a-z][a-z0-9_]{0,39}$/.test(key)) problems.push({ field: 'key', code: 'invalid_format' })
  if (label.fr.trim() === '') problems.push({ field: 'labelFr', code: 'required' })
  if (label.en.trim() === '') problems.push({ field: 'labelEn', code: 'required' })
  if (standing.isInUse) problems.push({ field: 'type', code: 'in_use' })
  if (withOptions.has(type) && options.length === 0) problems.push({ field: 'options', code: 'required' })
  if (values.size !== options.length) problems.push({ field: 'options', code: 'taken' })
  if (withOptions.has(type) && standing.optionsInUse.some((value) => !values.has(value)))
    problems.push({ field: 'options', code: 'in_use' })
  if (!holdable(field.requiredWhen, standing.others)) problems.push({ field: 'requiredWhen', code: 'unknown' })
  if (!holdable(field.shownWhen, standing.others)) problems.push({ field: 'shownWhen', code: 'unknown' })
  return problems
}

/** A condition names another field of the category and values that field can have. */
function holdable(condition: FieldCondition | null, others: readonly FieldDto[]): boolean {
  if (condition === null) return true
  const other = others.find(({ key }) => key === condition.key)
  if (!other || condition.values.length === 0) return false
  if (other.type === 'boolean') return condition.values.every((value) => typeof value === 'boolean')
  if (!withOptions.has(other.type)) return true
  return condition.values.every((value) => other.options.some((option) => option.value === value))
}

/** Options as staff write them, one a line: `essence | Essence | Petrol`. A single word stands for all three. */
export function readOptions(text: string): FieldDto['options'] {
  return text
    .split('\n')
    .map((line) => line.split('|').map((part) => part.trim()))
    .filter(([value = '']) => value !== '')
    .map(([value = '', fr = value, en = fr]) => ({ value, label: { fr, en } }))
}

export function printOptions(options: FieldDto['options']): string {
  return options.map(({ value, label }) => [value, label.fr, label.en].join(' | ')).join('\n')
}

/** A condition as staff write it: `carburant = essence, diesel`; `yes` and `no` for a yes/no. Empty for none. */
export function readCondition(text: string): FieldCondition | null {
  if (text.trim() === '') return null
  const [key = '', list = ''] = text.split('=')
  const values = list
    .split(',')
    .map((value) => value.trim())
    .filter((value) => value !== '')
    .map((value) => (/^(yes|oui)$/i.test(value) ? true : /^(no|non)$/i.test(value) ? false : value))
  return { key: key.trim(), values }
}

export function printCondition(condition: FieldCondition | null): string {
  if (!condition) return ''
  const values = condition.values.map((value) => (value === true ? 'oui' : value === false ? 'non' : value))
  return `${condition.key} = ${values.join(', ')}`
}

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type FieldDto, plainField } from '../../lib/categories/categories.ts'
import { isFieldRequired, isFieldShown, parseMinor, readFieldValues } from '../../lib/categories/field-values.ts'

function field(key: string, type: FieldDto['type'], changes: Partial<FieldDto> = {}): FieldDto {
  const label = { fr: key, en: key }
  return { key, type, label, unit: null, isRequired: false, isFilterable: true, options: [], ...plainField, ...changes }
}
const option = (value: string) => ({ value, label: { fr: value, en: value } })
const colours = [option('red'), option('green'), option('blue')]

function read(one: FieldDto, given: unknown) {
  const { values, problems } = readFieldValues([one], { [one.key]: given })
  return problems[0]?.code ?? values[one.key]
}

test.each([
  ['integer', '45 000', 45_000],
  ['integer', '45\u202f000', 45_000],
  ['integer', '45.000', 45_000],
  ['integer', '45,000', 45_000],
  ['integer', 45_000, 45_000],
  ['integer', '4,5', 'not_whole'],
  ['integer', '-3', 'not_a_number'],
  ['integer', 'beaucoup', 'not_a_number'],
  ['integer', '99999999999', 'out_of_range'],
  ['number', '1,5', 1.5],
  ['number', '1.5', 1.5],
  ['number', '1.234,5', 1234.5],
  ['number', '1,234.5', 1234.5],
  ['number', '1,2,3', 'not_a_number'],
  ['year', '1958', 1958],
  ['year', '58', 'not_a_year'],
  ['year', '1958,5', 'not_a_year'],
  ['date', '2026-11-22', '2026-11-22'],
  ['date', '22/11/2026', '2026-11-22'],
  ['date', '31/02/2026', 'not_a_date'],
  ['date', 'hier', 'not_a_date'],
  ['money', '1 200,50 €', 120_050],
  ['money', '1200', 120_000],
  ['money', 120_000, 120_000],
  ['money', '12,345', 1_234_500],
  ['boolean', 'true', true],
  ['boolean', false, false],
  ['boolean', 'peut-être', 'not_yes_or_no'],
  ['text', '  deux   mots ', 'deux mots'],
  ['text', 'x'.repeat(300), 'too_long'],
] as const)('%s: %j is read as %j', (type, given, expected) => {
  expect(read(field('f', type), given)).toEqual(expected)
})

test('a choice is one of its options, choices keep the order of the category', () => {
  expect(read(field('f', 'choice', { options: colours }), 'green')).toBe('green')
  expect(read(field('f', 'choice', { options: colours }), 'pink')).toBe('not_an_option')
  expect(read(field('f', 'choices', { options: colours }), ['blue', 'red'])).toEqual(['red', 'blue'])
  expect(read(field('f', 'choices', { options: colours }), 'blue')).toEqual(['blue'])
  expect(read(field('f', 'choices', { options: colours }), ['blue', 'pink'])).toBe('not_an_option')
})

test('a field is required always, or when another has a value, and not asked when it is not shown', () => {
  const running = field('running', 'boolean')
  const since = field('since', 'date', { requiredWhen: { key: 'running', values: [false] } })
  const noise = field('noise', 'text', { shownWhen: { key: 'running', values: [true] }, isRequired: true })
  const fields = [running, since, noise]

  expect(readFieldValues(fields, { running: 'false', noise: 'cliquetis' })).toEqual({
    values: { running: false },
    problems: [{ field: 'f.since', code: 'required' }],
  })
  expect(readFieldValues(fields, { running: 'true' }).problems).toEqual([{ field: 'f.noise', code: 'required' }])
  expect(readFieldValues(fields, { running: 'true', noise: 'cliquetis' })).toEqual({
    values: { running: true, noise: 'cliquetis' },
    problems: [],
  })
})

test('an unanswered yes/no counts as no, and a value among several is enough', () => {
  const onNo = field('x', 'text', { shownWhen: { key: 'running', values: [false] } })
  const onRed = field('x', 'text', { requiredWhen: { key: 'colour', values: ['red'] } })
  expect(isFieldShown(onNo, {})).toBe(true)
  expect(isFieldRequired(onRed, { colour: ['green', 'red'] })).toBe(true)
  expect(isFieldRequired(onRed, { colour: ['green'] })).toBe(false)
  expect(isFieldRequired(onRed, {})).toBe(false)
})

test('a field taken out of use is neither asked nor kept', () => {
  const gone = field('gone', 'text', { isActive: false, isRequired: true })
  expect(readFieldValues([gone], { gone: 'still typed' })).toEqual({ values: {}, problems: [] })
})

test('any amount written with two decimals is read back to the cent', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000_000 }), (minor) => {
      expect(parseMinor((minor / 100).toFixed(2))).toBe(minor)
      expect(parseMinor((minor / 100).toFixed(2).replace('.', ','))).toBe(minor)
    }),
  )
})

test('nothing that can be given makes it fail', () => {
  const types = ['text', 'integer', 'number', 'choice', 'choices', 'boolean', 'money', 'year', 'date'] as const
  fc.assert(
    fc.property(fc.constantFrom(...types), fc.anything(), (type, given) => {
      readFieldValues([field('f', type, { options: colours })], { f: given })
    }),
  )
})

import { expect, test } from 'vitest'
import { countFieldValues } from '../../lib/ads/field-value-counts.ts'

const counted = (documents: readonly string[]) =>
  Object.fromEntries(countFieldValues(documents).map(([{ key, text }, count]) => [`${key}=${text}`, count]))

test('each value is counted once a document that has it, lists by their items', () => {
  const documents = [
    '{"make":"Solex","papers":true}',
    '{"make":"Solex","fits":["2CV","Dyane"]}',
    '{"fits":["2CV"]}',
    '{}',
  ]
  const expected = { 'make=Solex': 2, 'papers=true': 1, 'fits=2CV': 2, 'fits=Dyane': 1 }
  expect(counted(documents)).toEqual(expected)
  expect(counted([...documents].reverse())).toEqual(expected)
  expect(counted([])).toEqual({})
})

test('the same words of two fields are two values', () => {
  expect(counted(['{"a":"x"}', '{"b":"x"}'])).toEqual({ 'a=x': 1, 'b=x': 1 })
})

test('what was forgotten is read again', () => {
  countFieldValues(Array.from({ length: 20_000 }, (_, year) => JSON.stringify({ year })))
  expect(counted(['{"year":7}', '{"year":7}', '{"make":"Terrot"}'])).toEqual({ 'year=7': 2, 'make=Terrot': 1 })
})

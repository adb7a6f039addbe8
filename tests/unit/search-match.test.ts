import { expect, test } from 'vitest'
import { countFieldValues } from '../../lib/ads/search-match.ts'

const solex = { key: 'make', text: 'Solex' }
const papers = { key: 'papers', text: 'true' }
const fits = (text: string) => ({ key: 'fits', text })
const twoHorses = fits('2CV')

const counted = (documents: readonly (readonly { key: string; text: string }[])[]) =>
  Object.fromEntries([...countFieldValues(documents.map((values) => ({ values })))].map(([key, of]) => [key, [...of]]))

test('each value is counted once a document that has it, lists by their items', () => {
  const documents = [[solex, papers], [solex, twoHorses, fits('Dyane')], [twoHorses], []]
  expect(counted(documents)).toEqual({
    make: [['Solex', 2]],
    papers: [['true', 1]],
    fits: [
      ['2CV', 2],
      ['Dyane', 1],
    ],
  })
  expect(counted([])).toEqual({})
})

test('equal values count together although documents read at different times do not share them', () => {
  expect(counted([[solex], [{ ...solex }]])).toEqual({ make: [['Solex', 2]] })
})

test('the same words of two fields are two values', () => {
  expect(counted([[{ key: 'a', text: 'x' }], [{ key: 'b', text: 'x' }]])).toEqual({ a: [['x', 1]], b: [['x', 1]] })
})

import { expect, test } from 'vitest'
import { sourceFiles } from '../support/source-files.ts'

const longest = 250
// Words and seed data are as long as they are.
const isData = (path: string) => /^lib\/i18n\/messages\/|^db\/(seed|migrations)\//.test(path)
const files = sourceFiles('app', 'components', 'db', 'lib').filter(({ path }) => !isData(path))
const lines = (text: string) => text.trimEnd().split('\n').length

// The size of a function is the linter's business.
test('no file is longer than 250 lines', () => {
  expect(files.length).toBeGreaterThan(150)
  const tooLong = files.filter(({ text }) => lines(text) > longest).map(({ path, text }) => `${path}: ${lines(text)}`)
  expect(tooLong).toEqual([])
})

test('most files are far shorter', () => {
  const sorted = files.map(({ text }) => lines(text)).sort((left, right) => left - right)
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(90)
})

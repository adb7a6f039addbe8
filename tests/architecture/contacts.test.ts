import { expect, test } from 'vitest'
import { sourceFiles, withoutComments } from '../support/source-files.ts'

const files = sourceFiles('app', 'components', 'db', 'lib').map(({ path, text }) => ({
  path,
  code: withoutComments(text),
}))

// Taking a contact away reads nothing of it.
const readsTable =
  /(?<!delete )\b(from|join)\s+[`"]?contacts\b|import\s*\{[^}]*\bcontacts\b[^}]*\}\s*from\s*'[^']*schema/i
const opensSeal = /unseal\(\s*'contacts'/

function filesWith(pattern: RegExp): string[] {
  return files.filter(({ code }) => pattern.test(code)).map(({ path }) => path)
}

test('contacts are read and opened in one file', () => {
  expect(filesWith(readsTable)).toEqual(['lib/reveals/reveals-queries.ts'])
  expect(filesWith(opensSeal)).toEqual(['lib/reveals/reveals-queries.ts'])
})

test('what an ad shows to everybody has no field for a contact', () => {
  const dtos = files.filter(({ path }) => /^lib\/ads\/(ads|search|ad-[a-z-]*queries|ad-facts)\.ts$/.test(path))
  expect(dtos.length).toBeGreaterThan(3)
  const fields = /\b(phone|email|msisdn|contactName|contactPhone|contactEmail|hours)\??\s*:\s*(string|null)/
  expect(dtos.filter(({ code }) => fields.test(code)).map(({ path }) => path)).toEqual([])
})

test('the columns of the contacts table are sealed', () => {
  const schema = files.find(({ path }) => path === 'db/schema/ads.ts')?.code ?? ''
  const table = /export const contacts = sqliteTable\('contacts', \{([\s\S]*?)\n\}\)/.exec(schema)?.[1] ?? ''
  const columns = [...table.matchAll(/^\s{2}(\w+):/gm)].map(([, name]) => name)
  expect(columns).toEqual(['adId', 'sealed', 'updatedAt'])
})

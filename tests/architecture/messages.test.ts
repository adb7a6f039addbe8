import { expect, test } from 'vitest'
import { messages as en } from '../../lib/i18n/messages/en/index.ts'
import { messages as fr } from '../../lib/i18n/messages/fr/index.ts'
import { sourceFiles } from '../support/source-files.ts'

function flatten(value: unknown, path = ''): Map<string, string> {
  if (typeof value === 'string') return new Map([[path, value]])
  if (typeof value !== 'object' || value === null) return new Map()
  return new Map(
    Object.entries(value).flatMap(([key, inner]) => [...flatten(inner, path === '' ? key : `${path}.${key}`)]),
  )
}

/** The names a message fills in: `{price}`, `{count, plural, …}`, and those inside a plural's branches. */
function placeholders(text: string): string[] {
  const names = new Set<string>()
  const open: ('argument' | 'branch')[] = []
  for (const [at, letter] of [...text].entries()) {
    if (letter === '}') open.pop()
    if (letter !== '{') continue
    const isArgument = open.at(-1) !== 'argument'
    open.push(isArgument ? 'argument' : 'branch')
    if (isArgument) names.add(/^\s*\w+/.exec([...text].slice(at + 1).join(''))?.[0].trim() ?? '')
  }
  return [...names].sort()
}

const french = flatten(fr)
const english = flatten(en)

test('both languages have the same messages', () => {
  expect(french.size).toBeGreaterThan(200)
  expect([...french.keys()].sort()).toEqual([...english.keys()].sort())
})

test('both languages fill in the same values', () => {
  const different = [...french].filter(
    ([key, text]) => `${placeholders(text)}` !== `${placeholders(english.get(key) ?? '')}`,
  )
  expect(different.map(([key]) => key)).toEqual([])
})

test('no message is empty or shouts', () => {
  const all = [...french, ...english]
  expect(all.filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([])
  expect(all.filter(([, text]) => /!(\s|$)/.test(text)).map(([key]) => key)).toEqual([])
})

test('whatever is written to the journal has words', () => {
  const actions = sourceFiles('lib')
    .filter(({ path, text }) => !path.includes('/providers/adapters/') && /recordAudit|auditChange/.test(text))
    .flatMap(({ text }) => [...text.matchAll(/action: '([a-z]+_[a-z_]+)'/g)].map(([, action = '']) => action))
  expect(actions.length).toBeGreaterThan(40)
  expect(actions.filter((action) => !Object.hasOwn(fr.audit.action, action))).toEqual([])
})

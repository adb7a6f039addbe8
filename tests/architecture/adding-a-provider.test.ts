import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root, sourceFiles } from '../support/source-files.ts'

const guide = readFileSync(join(root, 'docs/adding-a-provider.md'), 'utf8')
const example = /acme/

test('every file the guide names is there', () => {
  const named = [...guide.matchAll(/`((?:lib|tests|docs|app)\/[\w./-]+\.\w+)`/g)].map(([, path = '']) => path)
  const files = named.filter((path) => !example.test(path))
  expect(files.length).toBeGreaterThan(10)
  expect(files.filter((path) => !existsSync(join(root, path)))).toEqual([])
})

test('every piece of code in the guide stands in the file it names, word for word', () => {
  const pieces = [...guide.matchAll(/`([\w./-]+\.ts)`:\n\n```ts\n([\s\S]*?)\n```/g)]
  expect(pieces.length).toBe([...guide.matchAll(/```ts\n/g)].length)
  expect(pieces.length).toBeGreaterThan(7)
  for (const [, path = '', code = ''] of pieces) {
    expect(readFileSync(join(root, path), 'utf8'), `a piece of ${path}`).toContain(code)
  }
})

test('every function the guide speaks of exists', () => {
  const names = [...guide.matchAll(/`([a-z]+[A-Z]\w+|[A-Z][a-z]+[A-Z]\w+)`/g)].map(([, name = '']) => name)
  const code = ['lib/providers', 'tests/contract', 'tests/support']
    .flatMap((folder) => sourceFiles(folder).map(({ text }) => text))
    .join('\n')
  expect(names.length).toBeGreaterThan(15)
  expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(code))).toEqual([])
})

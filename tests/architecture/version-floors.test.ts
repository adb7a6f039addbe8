import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { root } from '../support/source-files.ts'

/** Below these, something known and serious is not mended. */
const floors: Readonly<Record<string, string>> = {
  next: '16.4.5',
  sharp: '0.35.5',
  'next-auth': '4.24.15',
  nodemailer: '7.0.7',
  react: '19.2.1',
}

function isAtLeast(version: string, floor: string): boolean {
  const have = version.split('.').map((part) => Number.parseInt(part, 10))
  for (const [at, least] of floor.split('.').map(Number).entries()) {
    const part = have[at] ?? 0
    if (part !== least) return part > least
  }
  return true
}

test.each(Object.entries(floors))('%s is at least %s', (name, floor) => {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'))
  expect(isAtLeast(version, floor), `${name} is ${version}`).toBe(true)
})

test('SQLite is at least 3.51.3', () => {
  const version = String(new Database(':memory:').prepare('select sqlite_version()').pluck().get())
  expect(isAtLeast(version, '3.51.3'), version).toBe(true)
})

test('Node is at least 22.12', () => {
  expect(isAtLeast(process.versions.node, '22.12.0'), process.versions.node).toBe(true)
})

test('an older version is noticed', () => {
  expect([isAtLeast('16.4.4', '16.4.5'), isAtLeast('16.10.0', '16.4.5'), isAtLeast('17.0.0', '16.4.5')]).toEqual([
    false,
    true,
    true,
  ])
})

type LockedPackage = { resolved?: string; integrity?: string; link?: boolean; bundled?: boolean; inBundle?: boolean }

test('every package of the lock file has its checksum and comes from the registry', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockedPackage>
  }
  const packages = Object.entries(lock.packages).filter(([path, { link, inBundle }]) => path && !link && !inBundle)
  expect(packages.length).toBeGreaterThan(100)
  const unsure = packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)
  const elsewhere = packages.filter(([, { resolved }]) => resolved !== undefined && !/^https:/.test(resolved))
  expect([unsure, elsewhere]).toEqual([[], []])
})

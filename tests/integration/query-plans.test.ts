import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { reader } from '../../db/client.ts'
import { root } from '../support/source-files.ts'
import { openTestDatabase } from '../support/test-database.ts'

const asked = vi.hoisted(() => new Set<string>())
vi.mock('../../db/statement.ts', async (load) => {
  const real = await load<typeof import('../../db/statement.ts')>()
  const noting =
    <Made>(make: (text: string) => Made) =>
    (text: string): Made => {
      asked.add(text)
      return make(text)
    }
  return {
    ...real,
    readSql: noting(real.readSql),
    readColumn: noting(real.readColumn),
    writeSql: noting(real.writeSql),
  }
})

const database = openTestDatabase()
afterAll(() => database.close())

/** How SQLite would go about it, with a text in place of every value. */
function planOf(text: string): string {
  const bound = text.replace(/\?|[@:$][A-Za-z]\w*/g, "'x'")
  const steps = reader().$client.prepare<unknown[], { detail: string }>(`explain query plan ${bound}`).all()
  return steps.map(({ detail }) => detail).join('\n')
}

/** Nearly every ad is published: an index of the state alone leads to all of them. */
const readsEveryAd = /ads_expiry \(status=\?\)/
const seeksPublished = /status\s*=\s*'published'/

test('no statement finds a few published ads by reading all of them', async () => {
  const files = readdirSync(join(root, 'lib'), { recursive: true, withFileTypes: true })
  for (const { name, parentPath } of files) {
    if (/-(queries|store)\.ts$/.test(name)) await import(join(parentPath, name))
  }
  const seeking = [...asked].filter((text) => seeksPublished.test(text))
  expect(seeking.length).toBeGreaterThan(8)
  expect(seeking.filter((text) => readsEveryAd.test(planOf(text)))).toEqual([])
})

test('such a statement would be found', () => {
  expect(planOf("select count(*) from ads where advertiser_id = ? and status = 'published'")).toMatch(readsEveryAd)
})

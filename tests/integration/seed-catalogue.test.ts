import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedCatalogue } from '../../db/seed/seed-demo.ts'
import { readSql } from '../../db/statement.ts'
import { unseal } from '../../lib/config/keys.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

const now = Date.UTC(2026, 10, 22, 8)
const adCount = 48
let database: TestDatabase

beforeAll(async () => {
  database = openTestDatabase()
  await seedCatalogue({ now, adCount, dataDir: database.dir })
}, 120_000)
afterAll(() => database.close())

test('every ad has its texts, pictures on disk and a contact that opens for it alone', () => {
  const rows = readSql<{ id: number; sealed: Buffer; photos: number; texts: number }>(`select ads.id, sealed,
    (select count(*) from photos where ad_id = ads.id) as photos,
    (select count(*) from ad_texts where ad_id = ads.id) as texts
    from ads join contacts on contacts.ad_id = ads.id order by ads.id`).all()
  expect(rows).toHaveLength(adCount)
  for (const { id, sealed, photos, texts } of rows) {
    expect(photos).toBeGreaterThan(0)
    expect(texts).toBeGreaterThan(0)
    expect(JSON.parse(unseal('contacts', String(id), sealed))).toMatchObject({ phone: expect.stringMatching(/^0/) })
    expect(() => unseal('contacts', String(id + 1), sealed)).toThrow()
  }
  for (const { hash } of readSql<{ hash: string }>('select hash from photos').all()) {
    for (const width of [480, 1200]) {
      expect(existsSync(join(database.dir, 'photos', hash.slice(0, 2), `${hash}-${width}.webp`))).toBe(true)
    }
  }
})

test('only published ads can be found', () => {
  const counts = readSql<{ published: number; documents: number }>(`select
    (select count(*) from ads where status = 'published') as published,
    (select count(*) from search_documents) as documents`).get()
  expect(counts?.published).toBeGreaterThan(20)
  expect(counts?.documents).toBe(counts?.published)
})

test('a second run adds nothing, a larger one only what is missing', async () => {
  expect(await seedCatalogue({ now, adCount, dataDir: database.dir })).toEqual({
    ads: 0,
    alreadyThere: adCount,
    pictures: 0,
  })
  const larger = await seedCatalogue({ now, adCount: adCount + 2, dataDir: database.dir })
  expect(larger).toMatchObject({ ads: 2, alreadyThere: adCount })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { writer } from '../../db/client.ts'
import { migrateDatabase } from '../../db/migrate.ts'
import { emptyQuery } from '../../lib/ads/search.ts'
import { searchAds } from '../../lib/ads/search-queries.ts'
import { refileCategories } from '../../lib/catalogue/refile-categories.ts'
import { findSetting } from '../../lib/settings/settings-queries.ts'
import { exampleNow, saveExampleAds } from '../support/example-ads.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

let database: TestDatabase

beforeAll(async () => {
  database = openTestDatabase()
  await saveExampleAds(300)
})
afterAll(() => database.close())

const early = {
  ...emptyQuery,
  category: 'vehicules',
  filters: { year: { kind: 'range', from: null, to: 1960 } as const },
}
const countEarly = (): number => searchAds(early, { locale: 'fr', now: exampleNow }).total.count

/** The database as it was before the migration: nothing of it is there, and the ads have the marks of that time. */
function undoMigration(): void {
  const client = writer().$client
  client.exec(`drop trigger search_documents_change_new; drop trigger search_documents_change_gone;
    drop trigger search_changes_are_few; drop table search_changes;
    delete from __drizzle_migrations where created_at = (select max(created_at) from __drizzle_migrations);
    delete from search_index`)
}

test('ads published before the marks of fields changed are found by them after the upgrade', async () => {
  const found = countEarly()
  expect(found).toBeGreaterThan(10)
  undoMigration()
  migrateDatabase()
  expect(countEarly()).toBe(0)
  expect(findSetting('refiling').length).toBeGreaterThan(5)
  for (let rounds = 0; findSetting('refiling').length > 0; rounds += 1) {
    expect(rounds).toBeLessThan(20)
    await refileCategories(exampleNow)
  }
  expect(countEarly()).toBe(found)
})

test('a new site has nothing to file', () => {
  const fresh = openTestDatabase()
  expect(findSetting('refiling')).toEqual([])
  fresh.close()
})

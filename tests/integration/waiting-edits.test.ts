import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { reader } from '../../db/client.ts'
import { listWaitingEdits } from '../../lib/posting/drafts-queries.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { testNow } from '../support/test-site.ts'

let database: TestDatabase
beforeEach(() => {
  database = openTestDatabase()
})
afterEach(() => database.close())

// A job asks on every turn, and a site keeps the drafts of months.
test('changes that wait for staff are read from an index of them alone', () => {
  const client = reader().$client
  const prepare = vi.spyOn(client, 'prepare')
  listWaitingEdits(testNow)
  const asked = prepare.mock.calls.map(([text]) => text)
  prepare.mockRestore()
  expect(asked).toHaveLength(1)
  const plan = JSON.stringify(client.prepare(`explain query plan ${asked[0]}`).all(testNow))
  expect(plan).toMatch(/SEARCH ad_drafts USING INDEX ad_drafts_waiting/)
})

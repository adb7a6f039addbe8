import { afterAll, beforeAll, expect, test } from 'vitest'
import { reader } from '../../db/client.ts'
import { commit } from '../../db/commit.ts'
import { findAdRecord } from '../../lib/ads/ad-record-queries.ts'
import { indexAd, unindexAd } from '../../lib/ads/ads-store.ts'
import { readDocuments } from '../../lib/ads/search-document-queries.ts'
import { exampleNow, saveExampleAds } from '../support/example-ads.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

let database: TestDatabase

beforeAll(async () => {
  database = openTestDatabase()
  await saveExampleAds(60)
})
afterAll(() => database.close())

const allKeys = (): number[] =>
  reader().$client.prepare<[], number>('select sort_key from search_documents order by sort_key desc').pluck().all()

function recordAt(sortKey: number) {
  const id = reader().$client.prepare('select ad_id from search_documents where sort_key = ?').pluck().get(sortKey)
  const record = findAdRecord(Number(id))
  if (!record) throw new Error(`no ad at ${sortKey}`)
  return record
}

test('documents come in the order asked for, and are the same ones the next time', () => {
  const keys = allKeys().slice(0, 20)
  const asked = [...keys].reverse()
  const first = readDocuments(asked)
  expect(first.map(({ sortKey }) => sortKey)).toEqual(asked)
  expect(readDocuments(keys)).toEqual([...first].reverse())
  expect(readDocuments(keys)[0]).toBe(first.at(-1))
})

test('a document that was written anew is read anew', async () => {
  const [key = 0] = allKeys()
  const ad = recordAt(key)
  expect(readDocuments([key])).toMatchObject([{ sortKey: key, priceMinor: ad.priceMinor }])
  await commit([...unindexAd(ad.id), ...indexAd({ ...ad, priceMinor: 4_321 }, exampleNow)])
  expect(readDocuments([key])).toMatchObject([{ sortKey: key, priceMinor: 4_321 }])
})

test('the same when another process wrote it', async () => {
  const [, key = 0] = allKeys()
  const ad = recordAt(key)
  readDocuments([key])
  const { default: Database } = await import('better-sqlite3')
  const other = new Database(reader().$client.name)
  other.prepare('create temp table was as select * from search_documents where sort_key = ?').run(key)
  other.prepare('delete from search_documents where sort_key = ?').run(key)
  other.prepare('update was set price_minor = 8765').run()
  other.prepare('insert into search_documents select * from was').run()
  other.close()
  expect(ad.priceMinor).not.toBe(8765)
  expect(readDocuments([key])).toMatchObject([{ sortKey: key, priceMinor: 8765 }])
})

test('a document that is gone is left out, and no other with it', async () => {
  const [first = 0, second = 0, third = 0] = allKeys()
  await commit(unindexAd(recordAt(second).id))
  const keys = readDocuments([first, second, third, 1]).map(({ sortKey }) => sortKey)
  expect(keys).toEqual([first, third])
})

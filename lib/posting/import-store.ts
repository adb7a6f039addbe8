import { writer } from '../../db/client.ts'
import { anyRows, type Step } from '../../db/commit.ts'
import { writeSql } from '../../db/statement.ts'
import type { AdRecord } from '../ads/ad-record.ts'
import { insertAdParts, insertDocument, insertDocumentWords, insertTerms } from '../ads/ads-store.ts'
import { searchDocumentOf } from '../ads/search-document.ts'
import { newAdCase } from '../checkout/enter-ad.ts'
import type { CaseFind } from '../moderation/moderation.ts'
import type { Millis } from '../time/time.ts'

/** An ad with what hangs on it. The contact is sealed already: nothing here can read it. */
export type ImportedAd = Readonly<{
  ad: AdRecord
  sealedContact: Uint8Array
  publicName: string
  handle: string
  /** What screening stopped at; such an ad waits for staff. */
  finds: readonly CaseFind[]
}>

const insertAdvertiser = writeSql(`insert into advertisers
  (id, handle, public_name, is_professional, business_id, member_id, created_at) values (?, ?, ?, 0, null, null, ?)
  on conflict (id) do nothing`)
const insertContact = writeSql('insert into contacts (ad_id, sealed, updated_at) values (?, ?, ?)')

/**
 * Keeps a batch of new ads, all or none, in one transaction: those that wait with their case, the others findable.
 *
 * Words come last: each statement that may be taken back by itself, such as an insert with a trigger, makes the
 * full-text index write out what it has gathered, and a batch would leave thousands of scraps.
 */
export function saveImportedAds(batch: readonly ImportedAd[], now: Millis): void {
  const { $client: client } = writer()
  const published = batch.filter(({ ad }) => ad.status === 'published')
  const documents = published.map(({ ad }) => searchDocumentOf(ad, now))
  client
    .transaction(() => {
      for (const imported of batch) runAll(partsOf(imported, now))
      runAll(documents.map(insertDocument))
      runAll([insertTerms(countTerms(documents.map(({ words }) => words)))])
      runAll(documents.map(insertDocumentWords))
    })
    .immediate()
}

function partsOf({ ad, sealedContact, publicName, handle, finds }: ImportedAd, now: Millis): readonly Step[] {
  return [
    anyRows(insertAdvertiser(ad.advertiserId, handle, publicName, ad.publishedAt)),
    ...insertAdParts(ad),
    anyRows(insertContact(ad.id, sealedContact, now)),
    ...(finds.length > 0 ? [newAdCase(ad.id, finds, now)] : []),
  ]
}

function countTerms(texts: readonly string[]): (readonly [term: string, documents: number])[] {
  const counts = new Map<string, number>()
  for (const text of texts) for (const term of new Set(text.split(' '))) counts.set(term, (counts.get(term) ?? 0) + 1)
  counts.delete('')
  return [...counts]
}

function runAll(steps: readonly Step[]): void {
  for (const step of steps) step.run.run()
}

const optimise = writeSql(`insert into search_index (search_index, rank) values ('merge', ?)`)

/** Gathers what many batches left scattered in the full-text index, a bounded piece of work at a time. */
export function tidySearchIndex(): void {
  for (let round = 0; round < 50; round += 1) optimise(round === 0 ? -2000 : 2000).run()
}

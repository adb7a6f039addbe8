import { writer } from '../../db/client.ts'
import type { Step } from '../../db/commit.ts'
import { writeSql } from '../../db/statement.ts'
import type { Millis } from '../time/time.ts'
import type { AdRecord } from './ad-record.ts'
import { insertAdParts, insertDocument, insertTerms } from './ads-store.ts'
import { searchDocumentOf } from './search-document.ts'

/** An ad with what hangs on it. The contact is sealed already: nothing here can read it. */
export type ImportedAd = Readonly<{ ad: AdRecord; sealedContact: Uint8Array; publicName: string; handle: string }>

const insertAdvertiser = writeSql(`insert into advertisers
  (id, handle, public_name, is_professional, business_id, member_id, created_at) values (?, ?, ?, 0, null, null, ?)
  on conflict (id) do nothing`)
const insertContact = writeSql('insert into contacts (ad_id, sealed, updated_at) values (?, ?, ?)')

/** Keeps a batch of new published ads, all or none, in one transaction. */
export function saveImportedAds(batch: readonly ImportedAd[], now: Millis): void {
  const { $client: client } = writer()
  const terms = new Map<string, number>()
  client
    .transaction(() => {
      for (const { ad, sealedContact, publicName, handle } of batch) {
        insertAdvertiser(ad.advertiserId, handle, publicName, ad.publishedAt).run()
        runAll(insertAdParts(ad))
        insertContact(ad.id, sealedContact, now).run()
        const document = searchDocumentOf(ad, now)
        runAll(insertDocument(document))
        for (const term of new Set(document.words.split(' '))) terms.set(term, (terms.get(term) ?? 0) + 1)
      }
      terms.delete('')
      insertTerms([...terms]).run.run()
    })
    .immediate()
}

function runAll(steps: readonly Step[]): void {
  for (const step of steps) step.run.run()
}

const optimise = writeSql(`insert into search_index (search_index, rank) values ('merge', ?)`)

/** Gathers what many batches left scattered in the full-text index, a bounded piece of work at a time. */
export function tidySearchIndex(): void {
  for (let round = 0; round < 50; round += 1) optimise(round === 0 ? -2000 : 2000).run()
}

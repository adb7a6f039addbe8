import { readSql } from '../../db/statement.ts'
import { isTelling, lookDistance, lookProbes, sameLook } from './look-hash.ts'

/** A picture elsewhere that looks like the one asked about. `distance` is how many of 64 bits differ, 0 to 6. */
export type SimilarPhoto = Readonly<{
  adId: number | null
  ref: string | null
  advertiserId: string | null
  status: string | null
  draftId: string | null
  hash: string
  lookHash: string
  distance: number
}>

type Candidate = Omit<SimilarPhoto, 'distance'>

const mostFound = 50

/** Four look-ups in indexes of four hexadecimal digits each; no table is read through. */
const candidates = (table: string) =>
  [1, 5, 9, 13]
    .map((at) => `select rowid from ${table} where substr(look_hash, ${at}, 4) in (select value from json_each(?))`)
    .join(' union ')
const inAds = readSql<Candidate>(`select p.ad_id as adId, a.ref, a.advertiser_id as advertiserId, a.status,
    null as draftId, p.hash, p.look_hash as lookHash
  from photos p join ads a on a.id = p.ad_id where p.rowid in (${candidates('photos')})`)
const inDrafts = readSql<Candidate>(`select d.ad_id as adId, null as ref, null as advertiserId, null as status,
    p.draft_id as draftId, p.hash, p.look_hash as lookHash
  from draft_photos p join ad_drafts d on d.id = p.draft_id where p.rowid in (${candidates('draft_photos')})`)

/**
 * Other ads and drafts that show the same picture, also made smaller, brighter or saved again.
 *
 * @param except The ad and the draft that are asked about; a draft that edits that ad is left out too.
 * @returns The nearest first, at most fifty; none for a picture without a look of its own.
 */
export function listSimilarPhotos(
  lookHash: string,
  except: Readonly<{ adId?: number | undefined; draftId?: string | undefined }> = {},
): readonly SimilarPhoto[] {
  if (!isTelling(lookHash)) return []
  const probes = lookProbes(lookHash).map((values) => JSON.stringify(values))
  return [...inAds.all(...probes), ...inDrafts.all(...probes)]
    .filter(({ adId, draftId }) => !(adId !== null && adId === except.adId) && !(draftId && draftId === except.draftId))
    .map((candidate) => ({ ...candidate, distance: lookDistance(lookHash, candidate.lookHash) }))
    .filter(({ distance }) => distance <= sameLook)
    .toSorted((left, right) => left.distance - right.distance)
    .slice(0, mostFound)
}

import { and, eq, sql } from 'drizzle-orm'
import { anyRows, one, type Step } from '../../db/commit.ts'
import { ads, adTexts, advertisers, photos } from '../../db/schema/ads.ts'
import { everyColumn, type Row, writeSql, writeStatement } from '../../db/statement.ts'
import type { Millis } from '../time/time.ts'
import type { AdRecord } from './ad-record.ts'
import type { AdDates, AdStatus } from './ads.ts'
import { type SearchDocument, searchDocumentOf } from './search-document.ts'

export type NewAdvertiser = Row<typeof advertisers>

const insertAdvertiserRow = writeStatement<Row<typeof advertisers>>((db) =>
  db.insert(advertisers).values(everyColumn(advertisers)),
)
const insertAdRow = writeStatement<Row<typeof ads>>((db) => db.insert(ads).values(everyColumn(ads)))
type Seen = Readonly<{
  id: number
  seenStatus: AdStatus
  seenAt: Millis
  seenPlace: number
  seenBoost: Millis | null
  seenSponsor: Millis | null
  seenPayment: string | null
  seenDoubt: Millis | null
  seenPrice: number
}>
const isAsSeen = and(
  eq(ads.id, sql.placeholder('id')),
  eq(ads.status, sql.placeholder('seenStatus')),
  eq(ads.updatedAt, sql.placeholder('seenAt')),
  eq(ads.sortKey, sql.placeholder('seenPlace')),
  sql`${ads.boostUntil} is ${sql.placeholder('seenBoost')}`,
  sql`${ads.sponsoredUntil} is ${sql.placeholder('seenSponsor')}`,
  sql`${ads.postPurchaseId} is ${sql.placeholder('seenPayment')}`,
  sql`${ads.contactDoubtedAt} is ${sql.placeholder('seenDoubt')}`,
  eq(ads.revealPriceMinor, sql.placeholder('seenPrice')),
)
const replaceAdRow = writeStatement<Row<typeof ads> & Seen>((db) =>
  db.update(ads).set(everyColumn(ads)).where(isAsSeen),
)
const keepAdRow = writeStatement<Seen>((db) =>
  db
    .update(ads)
    .set({ updatedAt: sql`${ads.updatedAt}` })
    .where(isAsSeen),
)
const insertText = writeStatement<Row<typeof adTexts>>((db) => db.insert(adTexts).values(everyColumn(adTexts)))
const deleteTexts = writeStatement<{ adId: number }>((db) =>
  db.delete(adTexts).where(eq(adTexts.adId, sql.placeholder('adId'))),
)
const insertPhoto = writeStatement<Row<typeof photos>>((db) => db.insert(photos).values(everyColumn(photos)))
const deletePhotos = writeStatement<{ adId: number }>((db) =>
  db.delete(photos).where(eq(photos.adId, sql.placeholder('adId'))),
)
const moveStatus = writeStatement<{ id: number; from: AdStatus; to: AdStatus; now: Millis }>((db) =>
  db
    .update(ads)
    .set({ status: sql`${sql.placeholder('to')}`, updatedAt: sql`${sql.placeholder('now')}` })
    .where(and(eq(ads.id, sql.placeholder('id')), eq(ads.status, sql.placeholder('from')))),
)
const reviewRow = writeSql(`update ads set status = @status, updated_at = @updatedAt, published_at = @publishedAt,
  sort_key = @sortKey, expires_at = @expiresAt, free_from = @freeFrom, sponsored_until = @sponsoredUntil
  where id = @id and status = @seenStatus and updated_at = @seenAt`)
const datesRow = writeSql(`update ads set sort_key = @sortKey, published_at = @publishedAt, expires_at = @expiresAt,
  free_from = @freeFrom, confirmed_at = @confirmedAt where id = @id`)
const renewRow = writeSql(`update ads set expires_at = ?, confirmed_at = ?, expiry_warned_at = null, updated_at = ?
  where id = ? and expires_at = ?`)
const soldRow = writeSql('update ads set sold_at = ? where id = ?')
const revealPriceRow = writeSql('update ads set reveal_price_minor = ? where id = ? and reveal_price_minor = ?')

const insertDocumentRow = writeSql(`insert into search_documents
  (sort_key, ad_id, category_id, price_minor, reveal_minor, latitude, longitude, field_values)
  values (@sortKey, @adId, @categoryId, @priceMinor, @revealMinor, @latitude, @longitude, @fieldValues)`)
const insertWords = writeSql('insert into search_index (rowid, words, marks) values (?, ?, ?)')
const countTerms = writeSql(`insert into search_terms (term, documents)
  select value ->> 0, value ->> 1 from json_each(?) where true
  on conflict (term) do update set documents = documents + excluded.documents`)
const deleteWords = writeSql(
  'delete from search_index where rowid = (select sort_key from search_documents where ad_id = ?)',
)
const deleteDocument = writeSql('delete from search_documents where ad_id = ?')

export function insertAdvertiser(advertiser: NewAdvertiser): Step {
  return one(insertAdvertiserRow(advertiser), 'already_exists')
}

/** Steps that keep a new ad with its texts and photos, and make it findable when it is published. */
export function insertAd(ad: AdRecord, now: Millis): readonly Step[] {
  return [...insertAdParts(ad), ...indexAd(ad, now)]
}

/** Steps that keep a new ad with its texts and photos, and leave it out of search. */
export function insertAdParts(ad: AdRecord): readonly Step[] {
  return [one(insertAdRow(rowOf(ad)), 'already_exists'), ...partsOf(ad)]
}

/**
 * Steps that replace everything of an ad but its contact. Otherwise `state_changed`: it is no longer the ad that was
 * read, and what staff decided or somebody paid for meanwhile must not be written over.
 */
export function replaceAd(ad: AdRecord, { seen, now }: Readonly<{ seen: AdRecord; now: Millis }>): readonly Step[] {
  return [
    ...unindexAd(ad.id),
    one(replaceAdRow({ ...rowOf(ad), ...seenOf(seen) }), 'state_changed'),
    anyRows(deleteTexts({ adId: ad.id })),
    anyRows(deletePhotos({ adId: ad.id })),
    ...partsOf(ad),
    ...indexAd(ad, now),
  ]
}

/**
 * A step that changes nothing of an ad. Otherwise `state_changed`: it is no longer the ad that was read, so it must not
 * be filed anew from that reading. It stands before every other step that touches the ad.
 */
export function requireUnchanged(seen: AdRecord): Step {
  return one(keepAdRow(seenOf(seen)), 'state_changed')
}

function seenOf(ad: AdRecord): Seen {
  return {
    id: ad.id,
    seenStatus: ad.status,
    seenAt: ad.updatedAt,
    seenPlace: ad.sortKey,
    seenBoost: ad.boostUntil,
    seenSponsor: ad.sponsoredUntil,
    seenPayment: ad.postPurchaseId,
    seenDoubt: ad.contactDoubtedAt,
    seenPrice: ad.revealPriceMinor,
  }
}

/** The step alone; the caller adds {@link indexAd} or {@link unindexAd}, or uses `changeAdStatus`. */
export function moveAdStatus(id: number, change: { from: AdStatus; to: AdStatus; now: Millis }): Step {
  return one(moveStatus({ id, ...change }), 'state_changed')
}

/**
 * The step of staff's decision: moves the status, and the dates of a publication that only now begins. The caller adds
 * {@link unindexAd} and {@link indexAd}. Otherwise `state_changed`: the ad is not what was looked at.
 *
 * @param seen `updatedAt` of the ad as it was looked at.
 */
export function moveReviewedAd(ad: AdRecord, seen: Readonly<{ status: AdStatus; updatedAt: Millis }>): Step {
  const { id, status, updatedAt, publishedAt, sortKey, expiresAt, freeFrom, sponsoredUntil } = ad
  return one(
    reviewRow({
      ...{ id, status, updatedAt, publishedAt, sortKey, expiresAt, freeFrom, sponsoredUntil },
      seenStatus: seen.status,
      seenAt: seen.updatedAt,
    }),
    'state_changed',
  )
}

/** Sets the times of an ad; the caller indexes it again under its new sort key. */
export function dateAd(id: number, dates: AdDates): Step {
  return one(datesRow({ id, ...dates }), 'not_found')
}

/** Moves the end of an ad; conflicts with `state_changed` when it is not the one that was read. */
export function renewStep(id: number, { from, to, now }: Readonly<{ from: Millis; to: Millis; now: Millis }>): Step {
  return one(renewRow(to, now, now, id, from), 'state_changed')
}

/** Notes when the ad was sold; null when it is for sale again. */
export function noteSold(id: number, at: Millis | null): Step {
  return one(soldRow(at, id), 'not_found')
}

/** The step alone, otherwise `state_changed`; the caller files the ad anew with {@link indexAd}. */
export function setRevealPrice(id: number, change: Readonly<{ from: number; to: number }>): Step {
  return one(revealPriceRow(change.to, id, change.from), 'state_changed')
}

/** Steps that make a published ad findable; none for any other. The ad must not be in the index already. */
export function indexAd(ad: AdRecord, now: Millis): readonly Step[] {
  if (ad.status !== 'published') return []
  const document = searchDocumentOf(ad, now)
  const terms = [...new Set(document.words.split(' '))].filter((term) => term !== '')
  const counted = insertTerms(terms.map((term) => [term, 1]))
  return [insertDocument(document), insertDocumentWords(document), counted]
}

/** Steps that take an ad out of search and lists; nothing happens when it is not there. */
export function unindexAd(adId: number): readonly Step[] {
  return [anyRows(deleteWords(adId)), anyRows(deleteDocument(adId))]
}

/** The row that search checks and counts by. */
export function insertDocument({ words: _, marks: __, ...row }: SearchDocument): Step {
  return one(insertDocumentRow(row), 'already_exists')
}

/** What search finds it by. */
export function insertDocumentWords({ sortKey, words, marks }: SearchDocument): Step {
  return anyRows(insertWords(sortKey, words, marks))
}

/** Counts words, each with the number of documents it came in. */
export function insertTerms(terms: readonly (readonly [term: string, documents: number])[]): Step {
  return anyRows(countTerms(JSON.stringify(terms)))
}

function rowOf(ad: AdRecord): Row<typeof ads> {
  const { place, trail, texts, photos: pictures, ...row } = ad
  return { ...row, placeId: place.id, categoryId: trail.at(-1)?.id ?? 0, photoCount: pictures.length }
}

function partsOf(ad: AdRecord): readonly Step[] {
  return [
    ...ad.texts.map((text) => one(insertText({ adId: ad.id, ...text }), 'already_exists')),
    ...ad.photos.map((photo, position) => one(insertPhoto({ ...photo, adId: ad.id, position }), 'already_exists')),
  ]
}

import { asc, eq, max, sql } from 'drizzle-orm'
import { ads, adTexts, photos } from '../../db/schema/ads.ts'
import { readStatement } from '../../db/statement.ts'
import { categoryTrail } from '../categories/categories.ts'
import { loadCategoryTree } from '../categories/categories-queries.ts'
import { findPlaceById } from '../places/places-queries.ts'
import type { AdRecord } from './ad-record.ts'

const byId = readStatement((db) =>
  db
    .select()
    .from(ads)
    .where(eq(ads.id, sql.placeholder('id')))
    .prepare(),
)
const texts = readStatement((db) =>
  db
    .select({ locale: adTexts.locale, title: adTexts.title, body: adTexts.body })
    .from(adTexts)
    .where(eq(adTexts.adId, sql.placeholder('id')))
    .prepare(),
)
const pictures = readStatement((db) =>
  db
    .select()
    .from(photos)
    .where(eq(photos.adId, sql.placeholder('id')))
    .orderBy(asc(photos.position))
    .prepare(),
)
const highest = readStatement((db) =>
  db
    .select({ id: max(ads.id) })
    .from(ads)
    .prepare(),
)

/** An ad as it is kept, whatever its status, for use cases that change it. */
export function findAdRecord(id: number): AdRecord | undefined {
  const row = byId().get({ id })
  const place = row && findPlaceById(row.placeId)
  if (!row || !place) return undefined
  const { placeId: _, categoryId, photoCount: __, ...kept } = row
  return {
    ...kept,
    place,
    trail: categoryTrail(loadCategoryTree(), categoryId),
    texts: texts().all({ id }),
    photos: pictures()
      .all({ id })
      .map(({ adId: ___, position: ____, ...photo }) => photo),
  }
}

/** An id for a new ad. Two who ask at once get the same one, and the second insert is a Conflict: ask again. */
export function nextAdId(): number {
  return (highest().get()?.id ?? 0) + 1
}

import { readSql } from '../../db/statement.ts'
import type { Millis } from '../time/time.ts'

/** An ad as a sitemap names it: a title in each language it has one for, to make its addresses from. */
export type SitemapAd = Readonly<{
  ref: string
  titleFr: string
  titleEn: string
  sortKey: number
  updatedAt: Millis
}>

const boundaries = readSql<{ sortKey: number }>(
  `select sort_key as sortKey from (
     select sort_key, row_number() over (order by sort_key) as position from search_documents
   ) where position % ? = 0 order by sort_key`,
)
const after = readSql<SitemapAd>(
  `select a.ref, coalesce(fr.title, own.title, a.ref) as titleFr, coalesce(en.title, own.title, a.ref) as titleEn,
     d.sort_key as sortKey, a.updated_at as updatedAt
   from search_documents d cross join ads a on a.id = d.ad_id
   left join ad_texts own on own.ad_id = a.id and own.locale = a.source_locale
   left join ad_texts fr on fr.ad_id = a.id and fr.locale = 'fr'
   left join ad_texts en on en.ad_id = a.id and en.locale = 'en'
   where d.sort_key > ? order by d.sort_key limit ?`,
)

/** The sort keys of every `size`-th published ad, oldest first: where one part of a sitemap ends and the next begins. */
export function listSitemapBoundaries(size: number): readonly number[] {
  return boundaries.all(size).map(({ sortKey }) => sortKey)
}

/** Published ads from after a sort key, oldest first. */
export function listSitemapAds(sortKey: number, limit: number): readonly SitemapAd[] {
  return after.all(sortKey, limit)
}

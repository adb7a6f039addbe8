import { readSql } from '../../db/statement.ts'
import { steadySql } from '../../db/steady-sql.ts'
import { type CategoryTree, categoryAndBelow } from '../categories/categories.ts'
import { loadCategoryTree } from '../categories/categories-queries.ts'
import type { Millis } from '../time/time.ts'
import { listCards, type View } from './ad-card-queries.ts'
import type { AdCard, AdvertiserDto } from './ads.ts'
import { allOf, anyOf } from './search-expression.ts'
import { categoryMark, titleMark } from './search-marks.ts'
import { wordsOf } from './search-words.ts'

type Key = Readonly<{ sortKey: number }>

export const adsPerPage = 24

const newest = readSql<Key>('select sort_key as sortKey from search_documents order by sort_key desc limit ?')
const newestMatching = readSql<Key>(
  steadySql('select rowid as sortKey from search_index where search_index match ? order by rowid desc limit ?'),
)
const counts = readSql<{ categoryId: number; ads: number }>(
  'select category_id as categoryId, ads from category_counts where ads > 0',
)
const advertiserByHandle = readSql<{
  id: string
  handle: string
  publicName: string
  isProfessional: number
  businessId: string | null
  createdAt: Millis
}>(`select id, handle, public_name as publicName, is_professional as isProfessional, business_id as businessId,
    created_at as createdAt from advertisers where handle = ?`)
const publishedOfAdvertiser = readSql<Key>(
  `select sort_key as sortKey from ads where advertiser_id = ? and status = 'published'
   order by sort_key desc limit ? offset ?`,
)
const countOfAdvertiser = readSql<{ ads: number }>(
  `select count(*) as ads from ads where advertiser_id = ? and +status = 'published'`,
)

/** The newest published ads of the whole site. */
export function newestAds(limit: number, view: View): readonly AdCard[] {
  return listCards(keysOf(newest.all(limit)), view)
}

/** The newest published ads of a category and everything below it. */
export function newestAdsOfCategory(
  categoryId: number,
  { limit, ...view }: View & { limit: number },
): readonly AdCard[] {
  return listCards(keysOf(newestMatching.all(allOf([categoryMark(categoryId)]), limit)), view)
}

/** Published ads of the same category, those with a word of the title in theirs first, newest first. */
export function similarAds(
  ad: Readonly<{ sortKey: number; title: string; category: Readonly<{ id: number }> }>,
  { limit, ...view }: View & { limit: number },
): readonly AdCard[] {
  const category = categoryMark(ad.category.id)
  const words = [...new Set(wordsOf(ad.title))].filter((word) => word.length > 2).slice(0, 8)
  const alike = words.length === 0 ? [] : newestMatching.all(allOf([category, anyOf(words.map(titleMark))]), limit + 1)
  const others = newestMatching.all(allOf([category]), limit + 1 + alike.length)
  const keys = new Set(keysOf([...alike, ...others]))
  keys.delete(ad.sortKey)
  return listCards([...keys].slice(0, limit), view)
}

/** One advertiser with a page of the published ads, newest first; undefined when the handle is unknown. */
export function adsOfAdvertiser(
  handle: string,
  { page, ...view }: View & { page: number },
): Readonly<{ advertiser: AdvertiserDto; cards: readonly AdCard[]; count: number; pages: number }> | undefined {
  const row = advertiserByHandle.get(handle)
  if (!row) return undefined
  const { id, isProfessional, ...advertiser } = row
  const count = countOfAdvertiser.get(id)?.ads ?? 0
  const keys = publishedOfAdvertiser.all(id, adsPerPage, (Math.max(1, page) - 1) * adsPerPage)
  return {
    advertiser: { ...advertiser, isProfessional: isProfessional === 1 },
    cards: listCards(keysOf(keys), view),
    count,
    pages: Math.max(1, Math.ceil(count / adsPerPage)),
  }
}

/** How many published ads each category has, those below it included. Read from counters kept by the database. */
export function countAdsByCategory(tree: CategoryTree = loadCategoryTree()): ReadonlyMap<number, number> {
  const own = new Map(counts.all().map(({ categoryId, ads }) => [categoryId, ads]))
  return new Map(
    tree.all.map(({ id }) => {
      const sum = categoryAndBelow(tree, id).reduce((total, category) => total + (own.get(category.id) ?? 0), 0)
      return [id, sum]
    }),
  )
}

/** How many ads are published on the whole site. */
export function countAds(): number {
  return counts.all().reduce((total, { ads }) => total + ads, 0)
}

function keysOf(rows: readonly Key[]): number[] {
  return rows.map(({ sortKey }) => sortKey)
}

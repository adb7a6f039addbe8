import { readSql } from '../../db/statement.ts'
import { steadySql } from '../../db/steady-sql.ts'
import { type CategoryTree, categoryTrail, type FieldValues } from '../categories/categories.ts'
import { loadCategoryTree } from '../categories/categories-queries.ts'
import type { Locale } from '../i18n/locales.ts'
import { type Currency, money } from '../money/money.ts'
import { slugOf } from '../text/text.ts'
import type { Millis } from '../time/time.ts'
import { cardFacts } from './ad-facts.ts'
import { type AdBoost, type AdCard, type AdRevealMode, type AdStatus, type Priced, revealPriceAt } from './ads.ts'

/** The public columns of an ad, listed one by one: what is not here cannot reach a page. */
export const publicColumns = `a.id, a.ref, a.sort_key as sortKey, a.category_id as categoryId, a.status,
  a.source_locale as sourceLocale, a.price_minor as priceMinor, a.currency, a.reveal_mode as revealMode,
  a.reveal_price_minor as revealPriceMinor, a.free_from as freeFrom, a.contact_doubted_at as contactDoubtedAt, a.sponsored_until as sponsoredUntil, a.boost, a.fields,
  a.photo_count as photoCount, a.published_at as publishedAt, a.confirmed_at as confirmedAt,
  p.name as placeName, p.area_name as areaName, p.slug as placeSlug, p.postcode, p.country,
  coalesce(own.title, source.title) as title, own.locale as ownLocale,
  c.hash as coverHash, c.width as coverWidth, c.height as coverHeight, c.alt_fr as coverAltFr, c.alt_en as coverAltEn`

const besideTheAd = `cross join places p on p.id = a.place_id
  left join ad_texts own on own.ad_id = a.id and own.locale = @locale
  left join ad_texts source on source.ad_id = a.id and source.locale = a.source_locale
  left join photos c on c.ad_id = a.id and c.position = 0`

/** One row by unique keys all the way; a statement made of it goes through `steadySql`. */
export const publicJoins = `from ads a ${besideTheAd}`

export type PublicRow = Readonly<{
  id: number
  ref: string
  sortKey: number
  categoryId: number
  status: AdStatus
  sourceLocale: string
  priceMinor: number | null
  currency: Currency
  revealMode: AdRevealMode
  revealPriceMinor: number
  freeFrom: Millis | null
  contactDoubtedAt: Millis | null
  sponsoredUntil: Millis | null
  boost: AdBoost | null
  fields: string
  photoCount: number
  publishedAt: Millis
  confirmedAt: Millis
  placeName: string
  areaName: string
  placeSlug: string
  postcode: string
  country: string
  title: string | null
  ownLocale: string | null
  coverHash: string | null
  coverWidth: number
  coverHeight: number
  coverAltFr: string
  coverAltEn: string
}>

/** In which language and at what time a page is drawn. */
export type View = Readonly<{ locale: Locale; now: Millis }>

// One reading of a page's ads costs a third of one for each.
const bySortKeys = readSql<PublicRow>(
  steadySql(`select ${publicColumns}
    from json_each(@sortKeys) wanted cross join ads a on a.sort_key = wanted.value ${besideTheAd} order by wanted.key`),
)

/** The cards of ads by sort key, in the order given; keys of ads that are gone are left out. */
export function listCards(sortKeys: readonly number[], view: View): readonly AdCard[] {
  const tree = loadCategoryTree()
  const rows = bySortKeys.all({ sortKeys: JSON.stringify(sortKeys), locale: view.locale })
  return rows.map((row) => cardOf(row, { ...view, tree }))
}

export function cardOf(row: PublicRow, { locale, now, tree }: View & Readonly<{ tree: CategoryTree }>): AdCard {
  const category = categoryTrail(tree, row.categoryId).at(-1)
  const title = row.title ?? row.ref
  const priced: Priced = row
  return {
    id: row.id,
    ref: row.ref,
    slug: slugOf(title),
    title,
    textLocale: row.ownLocale ?? row.sourceLocale,
    category: {
      id: row.categoryId,
      key: category?.key ?? '',
      label: category?.label[locale] ?? '',
      path: category?.path[locale] ?? [],
    },
    facts: category ? cardFacts(category, { fields: fieldsOf(row), currency: row.currency }, locale) : [],
    place: {
      name: row.placeName,
      areaName: row.areaName,
      slug: row.placeSlug,
      postcode: row.postcode,
      country: row.country,
    },
    price: row.priceMinor === null ? null : money(row.priceMinor, row.currency),
    reveal: revealPriceAt(priced, now),
    boost: row.boost,
    photoCount: row.photoCount,
    cover:
      row.coverHash === null
        ? null
        : {
            hash: row.coverHash,
            width: row.coverWidth,
            height: row.coverHeight,
            alt: locale === 'fr' ? row.coverAltFr : row.coverAltEn,
          },
    publishedAt: row.publishedAt,
    confirmedAt: row.confirmedAt,
    status: row.status,
    sortKey: row.sortKey,
  }
}

export function fieldsOf(row: Readonly<{ fields: string }>): FieldValues {
  return JSON.parse(row.fields)
}

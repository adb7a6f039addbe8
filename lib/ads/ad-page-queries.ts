import { readSql } from '../../db/statement.ts'
import { steadySql } from '../../db/steady-sql.ts'
import { loadCategoryTree } from '../categories/categories-queries.ts'
import { DomainError } from '../errors/domain-error.ts'
import { isLocale, type Locale } from '../i18n/locales.ts'
import { day, type Millis } from '../time/time.ts'
import { cardOf, fieldsOf, type PublicRow, publicColumns, publicJoins, type View } from './ad-card-queries.ts'
import { adFacts } from './ad-facts.ts'
import { type AdPage, freshnessOf, isPublic, type PhotoDto } from './ads.ts'

type PageRow = PublicRow &
  Readonly<{
    body: string | null
    handle: string
    publicName: string
    isProfessional: number
    businessId: string | null
    advertiserCreatedAt: Millis
    hasPhone: number
    hasEmail: number
    phoneVerifiedAt: Millis | null
    latitude: number
    longitude: number
    expiresAt: Millis
    updatedAt: Millis
  }>

const byRef = readSql<PageRow>(
  steadySql(`select ${publicColumns}, coalesce(own.body, source.body) as body, v.handle,
    v.public_name as publicName, v.is_professional as isProfessional, v.business_id as businessId,
    v.created_at as advertiserCreatedAt, a.has_phone as hasPhone, a.has_email as hasEmail,
    a.phone_verified_at as phoneVerifiedAt, a.latitude, a.longitude, a.expires_at as expiresAt,
    a.updated_at as updatedAt
  ${publicJoins} cross join advertisers v on v.id = a.advertiser_id where a.ref = @ref`),
)
const photosOf = readSql<{ hash: string; width: number; height: number; altFr: string; altEn: string }>(
  `select hash, width, height, alt_fr as altFr, alt_en as altEn from photos where ad_id = ? order by position`,
)
const titlesOf = readSql<{ locale: string; title: string }>('select locale, title from ad_texts where ad_id = ?')
const unlocksSince = readSql<{ unlocks: number }>(
  'select count(*) as unlocks from unlocks where ad_id = ? and granted_at >= ?',
)

/**
 * Everything public about an ad, whether for sale, sold or expired.
 *
 * @returns undefined when there is no such ad, or one that the public may not see.
 */
export function findAdByRef(ref: string, view: View): AdPage | undefined {
  const row = byRef.get({ ref: ref.toUpperCase(), locale: view.locale })
  return row && isPublic(row.status) ? pageOf(row, view) : undefined
}

/** {@link findAdByRef}. @throws DomainError `not_found`. */
export function loadAdByRef(ref: string, view: View): AdPage {
  const ad = findAdByRef(ref, view)
  if (!ad) throw new DomainError('not_found')
  return ad
}

function pageOf(row: PageRow, view: View): AdPage {
  const tree = loadCategoryTree()
  const card = cardOf(row, { ...view, tree })
  const category = tree.byId.get(row.categoryId)
  const titles: Partial<Record<Locale, string>> = {}
  for (const { locale, title } of titlesOf.all(row.id)) if (isLocale(locale)) titles[locale] = title
  return {
    ...card,
    facts: category ? adFacts(category, { fields: fieldsOf(row), currency: row.currency }, view.locale) : [],
    titles,
    paragraphs: (row.body ?? '').split(/\n+/).filter((paragraph) => paragraph.trim() !== ''),
    photos: photosOf.all(row.id).map(({ hash, width, height, altFr, altEn }): PhotoDto => {
      return { hash, width, height, alt: view.locale === 'fr' ? altFr : altEn }
    }),
    advertiser: {
      handle: row.handle,
      publicName: row.publicName,
      isProfessional: row.isProfessional === 1,
      businessId: row.businessId,
      createdAt: row.advertiserCreatedAt,
    },
    hasPhone: row.hasPhone === 1,
    hasEmail: row.hasEmail === 1,
    phoneVerifiedAt: row.phoneVerifiedAt,
    revealMode: row.revealMode,
    freeFrom: row.freeFrom,
    unlocksThisWeek: unlocksSince.get(row.id, view.now - 7 * day)?.unlocks ?? 0,
    freshness: freshnessOf(row.confirmedAt, view.now),
    latitude: row.latitude,
    longitude: row.longitude,
    expiresAt: row.expiresAt,
    updatedAt: row.updatedAt,
  }
}

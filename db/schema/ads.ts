import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { bytes, currencyCode, flag, id, json, millis, minor } from '../columns.ts'
import { categories } from './categories.ts'
import { members } from './members.ts'
import { places } from './places.ts'

export type AdStatus =
  | 'draft'
  | 'pending'
  | 'published'
  | 'paused'
  | 'sold'
  | 'expired'
  | 'refused'
  | 'suspended'
  | 'deleted'
export type AdRevealMode = 'paid' | 'free' | 'paid_then_free' | 'sponsored'
export type Boost = 'featured' | 'urgent' | 'bumped'
export type FieldValue = string | number | boolean | readonly string[]
export type FieldValues = Readonly<Record<string, FieldValue>>

export const advertisers = sqliteTable(
  'advertisers',
  {
    id: id().primaryKey(),
    handle: text('handle').notNull().unique(),
    /** What everybody may read; never the name in the contact. */
    publicName: text('public_name').notNull(),
    isProfessional: flag('is_professional').notNull(),
    businessId: text('business_id'),
    memberId: id('member_id').references(() => members.id),
    createdAt: millis('created_at').notNull(),
  },
  (table) => [index('advertisers_member').on(table.memberId)],
)

export const ads = sqliteTable(
  'ads',
  {
    id: integer('id').primaryKey(),
    ref: text('ref').notNull().unique(),
    /** Recency as one unique number (publication time in ms × 1000 + a tie-break); the row id of the search index. */
    sortKey: integer('sort_key').notNull().unique(),
    categoryId: integer('category_id')
      .notNull()
      .references(() => categories.id),
    advertiserId: id('advertiser_id')
      .notNull()
      .references(() => advertisers.id),
    placeId: integer('place_id')
      .notNull()
      .references(() => places.id),
    latitude: real('latitude').notNull(),
    longitude: real('longitude').notNull(),
    status: text('status').$type<AdStatus>().notNull(),
    sourceLocale: text('source_locale').notNull(),
    priceMinor: minor('price_minor'),
    currency: currencyCode().notNull(),
    revealMode: text('reveal_mode').$type<AdRevealMode>().notNull(),
    /** What a contact costs on this ad; 0 when it is free. */
    revealPriceMinor: minor('reveal_price_minor').notNull(),
    /** With `paid_then_free`: from when the contact is free. */
    freeFrom: millis('free_from'),
    boost: text('boost').$type<Boost>(),
    fields: json<FieldValues>('fields').notNull(),
    hasPhone: flag('has_phone').notNull(),
    hasEmail: flag('has_email').notNull(),
    phoneVerifiedAt: millis('phone_verified_at'),
    /** When the advertiser last said the ad still stands. */
    confirmedAt: millis('confirmed_at').notNull(),
    photoCount: integer('photo_count').notNull(),
    externalId: text('external_id').unique(),
    publishedAt: millis('published_at').notNull(),
    expiresAt: millis('expires_at').notNull(),
    updatedAt: millis('updated_at').notNull(),
    /** Until when `boost` is paid for. */
    boostUntil: millis('boost_until'),
    /** The posting fee's purchase, once settled: an ad is paid for once, however often it is edited. */
    postPurchaseId: id('post_purchase_id'),
    /** Set when payers said the contact was dead: no price is shown until the advertiser confirms again. */
    contactDoubtedAt: millis('contact_doubted_at'),
    confirmationAskedAt: millis('confirmation_asked_at'),
    expiryWarnedAt: millis('expiry_warned_at'),
    /** Paid by the seller until then: free for visitors, no purchase at all. */
    sponsoredUntil: millis('sponsored_until'),
    soldAt: millis('sold_at'),
  },
  (table) => [
    index('ads_boost').on(table.boostUntil),
    index('ads_advertiser').on(table.advertiserId, table.sortKey),
    index('ads_expiry').on(table.status, table.expiresAt),
  ],
)

export const adTexts = sqliteTable(
  'ad_texts',
  {
    adId: integer('ad_id')
      .notNull()
      .references(() => ads.id),
    locale: text('locale').notNull(),
    title: text('title').notNull(),
    body: text('body').notNull(),
  },
  (table) => [primaryKey({ columns: [table.adId, table.locale] })],
)

export const photos = sqliteTable(
  'photos',
  {
    id: id().primaryKey(),
    adId: integer('ad_id')
      .notNull()
      .references(() => ads.id),
    position: integer('position').notNull(),
    /** The start of the SHA-256 of the re-encoded picture; names the files `photos/<ab>/<hash>-<width>.webp`. */
    hash: text('hash').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    altFr: text('alt_fr').notNull(),
    altEn: text('alt_en').notNull(),
    /** 64 bits of how the picture looks, as 16 hexadecimal digits; near ones are the same picture. */
    lookHash: text('look_hash'),
  },
  (table) => [
    index('photos_look').on(table.lookHash),
    uniqueIndex('photos_position').on(table.adId, table.position),
    index('photos_hash').on(table.hash),
    // Near looks share a quarter but for one bit, so each quarter is looked up by itself.
    index('photos_look_1').on(sql`substr(${table.lookHash}, 1, 4)`),
    index('photos_look_2').on(sql`substr(${table.lookHash}, 5, 4)`),
    index('photos_look_3').on(sql`substr(${table.lookHash}, 9, 4)`),
    index('photos_look_4').on(sql`substr(${table.lookHash}, 13, 4)`),
  ],
)

/** What is sold. Encrypted with a key outside the database, read by `lib/reveals` alone. */
export const contacts = sqliteTable('contacts', {
  adId: integer('ad_id')
    .primaryKey()
    .references(() => ads.id),
  sealed: bytes('sealed').notNull(),
  updatedAt: millis('updated_at').notNull(),
})

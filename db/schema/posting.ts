import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { bytes, currencyCode, id, json, millis, minor } from '../columns.ts'
import { ads } from './ads.ts'
import { categories } from './categories.ts'
import { members } from './members.ts'

/** An ad while it is written, or the changes to one that stands; every step of the form is kept here. */
export const adDrafts = sqliteTable(
  'ad_drafts',
  {
    /** Unguessable: whoever has the address of a draft may go on with it. */
    id: id().primaryKey(),
    memberId: id('member_id').references(() => members.id),
    /** The ad that is edited; absent for a new one. */
    adId: integer('ad_id').references(() => ads.id),
    categoryId: integer('category_id').references(() => categories.id),
    locale: text('locale').notNull(),
    /** Title, text, fields, place and price as typed, so that nothing typed is lost, wrong or not. */
    details: json<Readonly<Record<string, unknown>>>('details').notNull(),
    /** The contact, sealed like that of an ad. */
    contactSealed: bytes('contact_sealed'),
    emailVerifiedAt: millis('email_verified_at'),
    phoneVerifiedAt: millis('phone_verified_at'),
    /** The words by which the advertiser agreed to the sale of access, and when. */
    saleConsentText: text('sale_consent_text'),
    saleConsentAt: millis('sale_consent_at'),
    version: integer('version').notNull(),
    createdAt: millis('created_at').notNull(),
    updatedAt: millis('updated_at').notNull(),
    expiresAt: millis('expires_at').notNull(),
    submittedAt: millis('submitted_at'),
  },
  (table) => [
    index('ad_drafts_member').on(table.memberId),
    index('ad_drafts_ad').on(table.adId),
    index('ad_drafts_expiry').on(table.expiresAt),
    index('ad_drafts_waiting')
      .on(table.expiresAt)
      .where(sql`submitted_at is not null and json_extract(details, '$.waits') = 1`),
  ],
)

/** Pictures of a draft, already re-encoded. */
export const draftPhotos = sqliteTable(
  'draft_photos',
  {
    id: id().primaryKey(),
    draftId: id('draft_id')
      .notNull()
      .references(() => adDrafts.id),
    position: integer('position').notNull(),
    hash: text('hash').notNull(),
    lookHash: text('look_hash').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    alt: text('alt').notNull(),
    /** Contacts found in the picture (a QR code, a number in its metadata), for the advertiser and the moderator. */
    finds: json<readonly unknown[]>('finds').notNull(),
    createdAt: millis('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('draft_photos_position').on(table.draftId, table.position),
    index('draft_photos_hash').on(table.hash),
    index('draft_photos_look_1').on(sql`substr(${table.lookHash}, 1, 4)`),
    index('draft_photos_look_2').on(sql`substr(${table.lookHash}, 5, 4)`),
    index('draft_photos_look_3').on(sql`substr(${table.lookHash}, 9, 4)`),
    index('draft_photos_look_4').on(sql`substr(${table.lookHash}, 13, 4)`),
  ],
)

/** What the advertiser agreed to, word for word; append-only. */
export const saleConsents = sqliteTable(
  'sale_consents',
  {
    id: id().primaryKey(),
    adId: integer('ad_id')
      .notNull()
      .references(() => ads.id),
    memberId: id('member_id').notNull(),
    text: text('text').notNull(),
    locale: text('locale').notNull(),
    at: millis('at').notNull(),
  },
  (table) => [index('sale_consents_ad').on(table.adId)],
)

/** How often an ad was looked at and unlocked on one day (UTC). */
export const adDays = sqliteTable(
  'ad_days',
  {
    adId: integer('ad_id')
      .notNull()
      .references(() => ads.id),
    /** `2026-11-22`. */
    day: text('day').notNull(),
    views: integer('views').notNull(),
    unlocks: integer('unlocks').notNull(),
  },
  (table) => [primaryKey({ columns: [table.adId, table.day] })],
)

/** A better place in the list, paid for or given; never counted twice for one purchase. */
export const adBoosts = sqliteTable(
  'ad_boosts',
  {
    id: id().primaryKey(),
    adId: integer('ad_id')
      .notNull()
      .references(() => ads.id),
    kind: text('kind').$type<'bump' | 'feature' | 'urgent' | 'sponsor'>().notNull(),
    purchaseId: id('purchase_id').unique(),
    startsAt: millis('starts_at').notNull(),
    endsAt: millis('ends_at').notNull(),
  },
  (table) => [index('ad_boosts_ad').on(table.adId), index('ad_boosts_end').on(table.endsAt)],
)

/** A price by kind of sale, narrowed by category, country and rail, from a date on. The narrowest that has begun holds. */
export const priceRules = sqliteTable(
  'price_rules',
  {
    id: id().primaryKey(),
    kind: text('kind').$type<'reveal' | 'post' | 'bump' | 'feature' | 'urgent' | 'sponsor' | 'rail_floor'>().notNull(),
    categoryId: integer('category_id').references(() => categories.id),
    country: text('country'),
    rail: text('rail'),
    priceMinor: minor('price_minor').notNull(),
    currency: currencyCode().notNull(),
    validFrom: millis('valid_from').notNull(),
    validUntil: millis('valid_until'),
    appliedAt: millis('applied_at'),
    createdAt: millis('created_at').notNull(),
    createdBy: id('created_by').notNull(),
  },
  (table) => [index('price_rules_kind').on(table.kind, table.validFrom)],
)

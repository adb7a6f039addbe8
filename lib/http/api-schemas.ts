import 'zod-openapi'
import { z } from 'zod'
import { locales } from '../i18n/locales.ts'
import { currencies } from '../money/money.ts'

/** What the public interface answers with. Types of the mapping code and the OpenAPI description both come from here. */
const moneyOut = z
  .object({
    minor: z.int().meta({ description: 'In cents or pence.', example: 150 }),
    currency: z.enum(currencies),
  })
  .meta({ id: 'Money', description: 'An amount in minor units.' })

const time = z.iso.datetime().meta({ description: 'UTC.', example: '2026-11-22T09:30:00.000Z' })

const contactOut = z
  .object({
    cost: z.enum(['free', 'paid', 'unconfirmed']).meta({
      description:
        '`unconfirmed`: payers found the contact wrong, and nobody can pay until the advertiser confirms it.',
    }),
    price: moneyOut
      .nullable()
      .meta({ description: 'What a visitor pays, once, to see the contact; null unless paid.' }),
  })
  .meta({ id: 'ContactCost', description: 'What seeing the contact costs. The contact itself is never part of an ad.' })

const photoOut = z
  .object({
    small: z.string().meta({ description: '480 pixels wide, WebP.' }),
    large: z.string().meta({ description: '1200 pixels wide, WebP.' }),
    width: z.int(),
    height: z.int(),
    alt: z.string(),
  })
  .meta({ id: 'Photo' })

const factOut = z.object({ key: z.string(), label: z.string(), value: z.string() }).meta({ id: 'Fact' })

const placeOut = z
  .object({
    slug: z.string().meta({ example: 'moulins-03000' }),
    name: z.string(),
    postcode: z.string(),
    area: z.string(),
    country: z.string().meta({ description: 'ISO 3166-1 alpha-2.', example: 'FR' }),
  })
  .meta({ id: 'Place', description: 'A town: ads are never placed more precisely.' })

const categoryRef = z.object({ key: z.string().meta({ example: 'vehicules/motos' }), label: z.string() })

const adSummary = z.object({
  ref: z.string().meta({ example: 'K7P204' }),
  url: z.url().meta({ description: 'The page for people.' }),
  title: z.string(),
  lang: z.string().meta({ description: 'Language of the title: the advertiser’s own where there is no translation.' }),
  status: z.enum(['published', 'sold', 'expired']),
  category: categoryRef,
  facts: z.array(factOut),
  place: placeOut,
  price: moneyOut.nullable().meta({ description: 'What the thing costs; null when not said.' }),
  contact: contactOut,
  boost: z.enum(['featured', 'urgent', 'bumped']).nullable().meta({ description: 'A better place, paid for.' }),
  photoCount: z.int(),
  cover: photoOut.nullable(),
  publishedAt: time,
  confirmedAt: time.meta({ description: 'When the advertiser last said the ad still stands.' }),
})
export const adSummaryOut = adSummary.meta({ id: 'AdSummary' })

export const adOut = adSummary
  .extend({
    paragraphs: z.array(z.string()),
    photos: z.array(photoOut),
    advertiser: z.object({
      handle: z.string(),
      name: z.string().meta({ description: 'What the advertiser is called in public.' }),
      isProfessional: z.boolean(),
      url: z.url(),
    }),
    contactKinds: z.array(z.enum(['phone', 'email'])),
    isPhoneVerified: z.boolean(),
    freshness: z.enum(['fresh', 'recent', 'old']),
    unlocksThisWeek: z.int(),
    expiresAt: time,
    updatedAt: time,
  })
  .meta({ id: 'Ad' })

const countOut = z
  .object({ count: z.int(), isCapped: z.boolean().meta({ description: 'True when there are at least so many.' }) })
  .meta({ id: 'CappedCount' })

const facetOut = z
  .object({
    key: z.string().meta({ description: 'The query key that takes one of the values.', example: 'f.marque' }),
    label: z.string(),
    options: z.array(z.object({ value: z.string(), label: z.string(), total: countOut, isSelected: z.boolean() })),
  })
  .meta({ id: 'Facet' })

export const adListOut = z
  .object({
    total: countOut,
    page: z.int(),
    pages: z.int().meta({ description: 'Pages that can be asked for by number; deeper ones by `next`.' }),
    next: z.string().nullable().meta({ description: 'Path of the next page.' }),
    previous: z.string().nullable(),
    correction: z.object({ typed: z.string(), used: z.string() }).nullable(),
    unknownPlace: z.string().nullable(),
    ads: z.array(adSummaryOut),
    facets: z.array(facetOut),
  })
  .meta({ id: 'AdList' })

export const categoryOut = z
  .object({
    key: z.string(),
    parent: z.string().nullable(),
    label: z.string(),
    url: z.url(),
    contactPrice: contactOut,
    fields: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        type: z.enum(['text', 'integer', 'number', 'choice', 'choices', 'boolean', 'money', 'year', 'date']),
        unit: z.string().nullable(),
        isRequired: z.boolean(),
        isFilterable: z.boolean(),
        options: z.array(z.object({ value: z.string(), label: z.string() })),
      }),
    ),
  })
  .meta({ id: 'Category' })
export const categoryListOut = z.object({ categories: z.array(categoryOut) }).meta({ id: 'CategoryList' })
export const placeListOut = z.object({ places: z.array(placeOut) }).meta({ id: 'PlaceList' })

export const problemOut = z
  .object({
    type: z.string().meta({ example: 'urn:obole:problem:invalid_input' }),
    title: z.string(),
    status: z.int(),
    errors: z.array(z.object({ field: z.string(), code: z.string(), message: z.string().optional() })),
  })
  .meta({ id: 'Problem', description: 'RFC 9457.' })

export const purchaseOut = z
  .object({
    outcome: z.enum(['settled', 'open', 'already_unlocked']),
    purchaseId: z.string().optional(),
    ref: z.string().optional(),
    page: z.string().optional().meta({ description: 'Path of the page that follows the purchase.' }),
    location: z.string().meta({ description: 'Where a browser goes next.' }),
  })
  .meta({ id: 'PurchaseAnswer' })

export const purchaseStateOut = z
  .object({
    id: z.string(),
    version: z.string().meta({ description: 'Changes whenever anything below does.' }),
    state: z.enum(['pending', 'settled', 'expired', 'cancelled']),
    note: z.enum(['late', 'duplicate', 'partial', 'over', 'ad_unavailable']).nullable(),
    isOver: z.boolean(),
    isUnlocked: z.boolean(),
    expiresAt: z.int().meta({ description: 'Milliseconds UTC.' }),
    rail: z.string().optional(),
    chargeState: z.string().optional(),
    statements: z.array(z.object({ code: z.string(), amountMinor: z.int().optional() })),
  })
  .meta({ id: 'PurchaseState' })

export const meOut = z
  .object({
    unlockedRefs: z.array(z.string()),
    walletMinor: z.int(),
    currency: z.enum(currencies),
    isSignedIn: z.boolean(),
  })
  .meta({ id: 'Me' })

export const doneOut = z.object({ location: z.string() }).loose().meta({ id: 'Done' })

export const langIn = z.enum(locales).optional().meta({ description: 'Language of labels; French when left out.' })

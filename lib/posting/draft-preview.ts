import { adFacts, cardFacts } from '../ads/ad-facts.ts'
import type { AdPage, PhotoDto } from '../ads/ads.ts'
import type { Locale } from '../i18n/locales.ts'
import { money } from '../money/money.ts'
import { shownContact } from '../reveals/reveals.ts'
import { day, type Millis } from '../time/time.ts'
import type { DraftView } from './draft-view-queries.ts'
import { freeFromOf } from './posting-terms.ts'

type Seen = Readonly<{ locale: Locale; now: Millis; photos: readonly PhotoDto[] }>

/** A draft as the card and the page it will be; undefined while it has no category or no town. */
export function previewOf(view: DraftView, { locale, now, photos }: Seen): AdPage | undefined {
  const { category, read, terms, contact, draft } = view
  if (!category || !read?.place || !terms) return undefined
  const { place } = read
  const shown = contact && shownContact(contact)
  const filled = { fields: read.fields, currency: category.currency }
  const { reveal } = terms
  const isPaid = reveal.kind === 'paid' || reveal.kind === 'paid_then_free'
  return {
    id: 0,
    ref: '······',
    slug: 'x',
    title: read.title,
    textLocale: draft.locale,
    category: { id: category.id, key: category.key, label: category.label[locale], path: category.path[locale] },
    facts: adFacts(category, filled, locale),
    place: {
      name: place.name,
      areaName: place.areaName,
      slug: place.slug,
      postcode: place.postcode,
      country: place.country,
    },
    price: read.priceMinor === null ? null : money(read.priceMinor, category.currency),
    reveal: isPaid ? { kind: 'paid', price: reveal.price } : { kind: 'free' },
    boost: null,
    photoCount: photos.length,
    cover: photos[0] ?? null,
    publishedAt: now,
    confirmedAt: now,
    status: 'published',
    sortKey: 0,
    titles: {},
    paragraphs: read.body.split(/\n+/).filter((paragraph) => paragraph.trim() !== ''),
    photos,
    advertiser: { handle: '', publicName: '', isProfessional: false, businessId: null, createdAt: now },
    hasPhone: shown?.phone !== '',
    hasEmail: (shown?.email ?? '') !== '',
    phoneVerifiedAt: draft.phoneVerifiedAt,
    revealMode: reveal.kind,
    freeFrom: freeFromOf(reveal, now),
    unlocksThisWeek: 0,
    freshness: 'fresh',
    latitude: place.latitude,
    longitude: place.longitude,
    expiresAt: now + terms.adDays * day,
    updatedAt: now,
  }
}

/** The few facts a list shows. */
export function cardOfPreview(view: DraftView, ad: AdPage, locale: Locale): AdPage {
  const { category, read } = view
  if (!category || !read) return ad
  return { ...ad, facts: cardFacts(category, { fields: read.fields, currency: category.currency }, locale) }
}

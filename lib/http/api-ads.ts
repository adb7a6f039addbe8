import type { z } from 'zod'
import type { AdCard, AdPage, PhotoDto, RevealCost } from '../ads/ads.ts'
import type { FacetOption, FieldFacet, SearchQuery, SearchResult } from '../ads/search.ts'
import { searchSuffix } from '../ads/search-address.ts'
import type { CategoryDto, CategoryTree } from '../categories/categories.ts'
import { config } from '../config/env.ts'
import type { Locale } from '../i18n/locales.ts'
import { adPath, categoryPath, pathTo } from '../i18n/paths.ts'
import { translate } from '../i18n/translator.ts'
import { isoTime } from '../time/time.ts'
import type { adListOut, adOut, adSummaryOut, categoryOut } from './api-schemas.ts'

type AdSummaryJson = z.infer<typeof adSummaryOut>
type AdJson = z.infer<typeof adOut>
type AdListJson = z.infer<typeof adListOut>

/** An ad as the public interface gives it in a list. */
export function adSummaryJson(ad: AdCard, locale: Locale): AdSummaryJson {
  return {
    ref: ad.ref,
    url: config().origin + adPath(locale, ad),
    title: ad.title,
    lang: ad.textLocale,
    status: ad.status === 'sold' || ad.status === 'expired' ? ad.status : 'published',
    category: { key: ad.category.key, label: ad.category.label },
    facts: ad.facts.map(({ key, label, value }) => ({ key, label, value })),
    place: {
      slug: ad.place.slug,
      name: ad.place.name,
      postcode: ad.place.postcode,
      area: ad.place.areaName,
      country: ad.place.country,
    },
    price: ad.price,
    contact: contactJson(ad.reveal),
    boost: ad.boost,
    photoCount: ad.photoCount,
    cover: ad.cover && photoJson(ad.cover),
    publishedAt: isoTime(ad.publishedAt),
    confirmedAt: isoTime(ad.confirmedAt),
  }
}

/** Everything public about one ad. */
export function adJson(ad: AdPage, locale: Locale): AdJson {
  const { handle, publicName, isProfessional } = ad.advertiser
  return {
    ...adSummaryJson(ad, locale),
    paragraphs: [...ad.paragraphs],
    photos: ad.photos.map(photoJson),
    advertiser: {
      handle,
      name: publicName,
      isProfessional,
      url: config().origin + pathTo(locale, 'advertiser', handle),
    },
    contactKinds: [...(ad.hasPhone ? (['phone'] as const) : []), ...(ad.hasEmail ? (['email'] as const) : [])],
    isPhoneVerified: ad.phoneVerifiedAt !== null,
    freshness: ad.freshness,
    unlocksThisWeek: ad.unlocksThisWeek,
    expiresAt: isoTime(ad.expiresAt),
    updatedAt: isoTime(ad.updatedAt),
  }
}

/** A page of search results. */
export function adListJson(result: SearchResult, locale: Locale): AdListJson {
  const { total, paging, cards, facets, correction, unknownPlace } = result
  const t = translate(locale, 'api')
  return {
    total,
    page: paging.number,
    pages: paging.pages,
    next: paging.next && pageAddress(paging.next, locale),
    previous: paging.previous && pageAddress(paging.previous, locale),
    correction,
    unknownPlace,
    ads: cards.map((card) => adSummaryJson(card, locale)),
    facets: [
      facetJson({ key: 'c', label: t('facetCategory'), options: facets.categories }),
      facetJson({ key: 'cout', label: t('facetCost'), options: facets.cost }),
      ...facets.fields.filter(({ type }) => type !== 'range').map((facet) => facetJson(fieldFacet(facet))),
    ],
  }
}

export function categoryJson(category: CategoryDto, tree: CategoryTree, locale: Locale): z.infer<typeof categoryOut> {
  const { revealMode, revealPriceMinor: minor, currency } = category
  const parent = category.parent === null ? undefined : tree.byId.get(category.parent)
  return {
    key: category.key,
    parent: parent?.key ?? null,
    label: category.label[locale],
    url: config().origin + categoryPath(locale, category.path[locale]),
    contactPrice: revealMode === 'free' ? { cost: 'free', price: null } : { cost: 'paid', price: { minor, currency } },
    fields: category.fields.map(({ key, type, unit, isRequired, isFilterable, label, options }) => ({
      key,
      label: label[locale],
      type,
      unit,
      isRequired,
      isFilterable,
      options: options.map((option) => ({ value: option.value, label: option.label[locale] })),
    })),
  }
}

function contactJson(reveal: RevealCost): AdSummaryJson['contact'] {
  return { cost: reveal.kind, price: reveal.kind === 'paid' ? reveal.price : null }
}

function photoJson({ hash, width, height, alt }: PhotoDto): AdJson['photos'][number] {
  const base = `${config().origin}/photos/${hash.slice(0, 2)}/${hash}`
  return { small: `${base}-480.webp`, large: `${base}-1200.webp`, width, height, alt }
}

function pageAddress(query: SearchQuery, locale: Locale): string {
  const suffix = searchSuffix(query)
  return `/api/v1/ads${suffix === '' ? '?' : `${suffix}&`}lang=${locale}`
}

function fieldFacet({ key, label, options }: FieldFacet) {
  return { key: `f.${key}`, label, options }
}

function facetJson(facet: Readonly<{ key: string; label: string; options: readonly FacetOption[] }>) {
  const options = facet.options.map(({ value, label, total, isSelected }) => ({ value, label, total, isSelected }))
  return { key: facet.key, label: facet.label, options }
}

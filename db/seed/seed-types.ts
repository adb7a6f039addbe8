import type { Currency } from '../../lib/money/money.ts'
import type { AdRevealMode, AdStatus, Boost, FieldValues } from '../schema/ads.ts'
import type { FieldOption, FieldType } from '../schema/categories.ts'

/** A sentence in both languages. */
export type Words = Readonly<{ fr: string; en: string }>

export type SeedTown = Readonly<{
  name: string
  postcode: string
  areaCode: string
  area: string
  country: 'FR' | 'GB'
  latitude: number
  longitude: number
  population: number
}>

export type SeedCategory = Readonly<{
  key: string
  parentKey: string | null
  slug: Words
  label: Words
  revealPriceMinor: number
}>

export type SeedField = Readonly<{
  key: string
  categoryKeys: readonly string[]
  type: FieldType
  label: Words
  unit: string | null
  isRequired: boolean
  isFilterable: boolean
  options: readonly FieldOption[] | null
}>

export type SeedContact = Readonly<{ name: string; phone: string; email: string; hours: string }>

/** One of the thirty ads written by hand. */
export type BaseAd = Readonly<{
  number: number
  categoryKey: string
  sourceLocale: 'fr' | 'en'
  priceMinor: number | null
  currency: Currency
  town: Omit<SeedTown, 'areaCode' | 'population'>
  title: Words
  body: Words
  fields: FieldValues
  contact: SeedContact
  revealMode: AdRevealMode
  revealPriceMinor: number
  confirmedDaysAgo: number
  photoCount: number
  boost: Boost | null
}>

export type ModerationCase = Readonly<{ number: number; categoryKey: string; why: string; title: string; body: string }>

export type SeedAdvertiser = Readonly<{
  handle: string
  publicName: string
  isProfessional: boolean
  businessId: string | null
  createdAt: number
}>

/** What a picture shows; `sceneOf` draws it. */
export type PictureSubject = Readonly<{
  motif: string
  paint: string | null
  view: 'cover' | 'left' | 'right'
  seed: number
}>

export type SeedPicture = Readonly<{ subject: PictureSubject; alt: Words }>

/** Everything the site needs of one ad, contact included. */
export type SeedAd = Readonly<{
  number: number
  ref: string
  status: AdStatus
  categoryKey: string
  advertiserHandle: string
  town: SeedTown
  sourceLocale: 'fr' | 'en'
  priceMinor: number | null
  currency: Currency
  revealMode: AdRevealMode
  revealPriceMinor: number
  freeFrom: number | null
  boost: Boost | null
  title: Words
  body: Words
  fields: FieldValues
  contact: SeedContact
  phoneVerifiedAt: number | null
  confirmedAt: number
  publishedAt: number
  expiresAt: number
  pictures: readonly SeedPicture[]
}>

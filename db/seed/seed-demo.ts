import { newStanding } from '../../lib/ads/ad-record.ts'
import { nextAdId } from '../../lib/ads/ad-record-queries.ts'
import { sortKeyOf } from '../../lib/ads/ads.ts'
import { insertAd, insertAdvertiser } from '../../lib/ads/ads-store.ts'
import { type CategoryTree, categoryTrail, plainField, plainTerms } from '../../lib/categories/categories.ts'
import { loadCategoryTree } from '../../lib/categories/categories-queries.ts'
import { saveCategory } from '../../lib/categories/categories-store.ts'
import { invariant } from '../../lib/errors/invariant.ts'
import { newId } from '../../lib/ids/ids.ts'
import { importPlaces } from '../../lib/places/import-places.ts'
import type { PlaceDto } from '../../lib/places/places.ts'
import { hasPlaces, listPlacesNamed } from '../../lib/places/places-queries.ts'
import { savePlaces } from '../../lib/places/places-store.ts'
import { saveContact } from '../../lib/reveals/reveals-store.ts'
import { slugOf } from '../../lib/text/text.ts'
import type { Millis } from '../../lib/time/time.ts'
import { commit, type Step } from '../commit.ts'
import { readSql } from '../statement.ts'
import { generateSite } from './generator/generate-site.ts'
import { type DrawnPicture, drawPictures } from './pictures/draw-pictures.ts'
import type { SeedAd, SeedAdvertiser, SeedCategory, SeedTown } from './seed-types.ts'
import { seedCategories } from './sortie-de-grange/categories.ts'
import { seedFields } from './sortie-de-grange/fields.ts'

export type SeedProgress = Readonly<{
  stage: 'places' | 'categories' | 'pictures' | 'ads'
  done: number
  total: number
}>

export type SeedOptions = Readonly<{
  now: Millis
  adCount?: number
  /** Where `photos/` is. */
  dataDir: string
  onProgress?: (progress: SeedProgress) => void
}>

export type SeedResult = Readonly<{ ads: number; alreadyThere: number; pictures: number }>

const batch = 40
const seededAds = readSql<{ key: string }>(`select external_id as key from ads where external_id like 'demo-%'`)
const knownAdvertisers = readSql<{ id: string; handle: string }>('select id, handle from advertisers')

/**
 * Fills a migrated database with the demo's categories, advertisers, ads, contacts and pictures.
 *
 * May be repeated: an ad that is there is left as it is, so a run that was interrupted goes on where it stopped and a
 * finished one does nothing. Contacts are sealed with this installation's key.
 */
export async function seedCatalogue({ now, adCount = 600, dataDir, onProgress }: SeedOptions): Promise<SeedResult> {
  const report = onProgress ?? (() => undefined)
  const there = new Set(seededAds.all().map(({ key }) => key))
  const site = generateSite({ now, adCount })
  const missing = site.ads.filter((ad) => !there.has(keyOf(ad)))
  if (missing.length === 0) return { ads: 0, alreadyThere: there.size, pictures: 0 }
  report({ stage: 'places', done: 0, total: 1 })
  if (!hasPlaces()) importPlaces()
  await saveMissingCategories()
  report({ stage: 'categories', done: seedCategories.length, total: seedCategories.length })
  const subjects = missing.flatMap((ad) => ad.pictures.map(({ subject }) => subject))
  const onDrawn = (done: number, total: number) => report({ stage: 'pictures', done, total })
  const drawn = await drawPictures(subjects, { dataDir, onProgress: onDrawn })
  const advertisers = await saveMissingAdvertisers(site.advertisers)
  const tree = loadCategoryTree()
  const firstId = nextAdId()
  let picture = 0
  for (let from = 0; from < missing.length; from += batch) {
    const steps = missing.slice(from, from + batch).flatMap((ad, at) => {
      const pictures = drawn.slice(picture, picture + ad.pictures.length)
      picture += ad.pictures.length
      return stepsOf(ad, { id: firstId + from + at, now, tree, advertisers, pictures })
    })
    await commit(steps)
    report({ stage: 'ads', done: Math.min(from + batch, missing.length), total: missing.length })
  }
  return { ads: missing.length, alreadyThere: there.size, pictures: drawn.length }
}

function keyOf({ number }: SeedAd): string {
  return `demo-${number}`
}

async function saveMissingCategories(): Promise<void> {
  const { all, byKey } = loadCategoryTree()
  const ids = new Map(all.map(({ key, id }) => [key, id]))
  let nextId = Math.max(0, ...ids.values()) + 1
  const steps: Step[] = []
  for (const [at, category] of seedCategories.entries()) {
    if (byKey.has(category.key)) continue
    const id = nextId++
    ids.set(category.key, id)
    steps.push(
      ...saveCategory(
        rowOf(category, { id, position: all.length + at, parent: ids.get(category.parentKey ?? '') ?? null }),
      ),
    )
  }
  if (steps.length > 0) await commit(steps)
}

function rowOf(category: SeedCategory, at: { id: number; position: number; parent: number | null }) {
  const { key, slug, label, revealPriceMinor } = category
  const fields = seedFields
    .filter(({ categoryKeys }) => categoryKeys.includes(key))
    .map(({ categoryKeys: _, options, ...field }) => ({
      ...plainField,
      ...field,
      options: (options ?? []).map(({ value, label: words }) => ({
        value,
        label: { fr: words['fr'] ?? value, en: words['en'] ?? value },
      })),
    }))
  const revealMode = revealPriceMinor === 0 ? ('free' as const) : ('paid' as const)
  return { ...plainTerms, ...at, key, slug, label, revealMode, revealPriceMinor, currency: 'EUR' as const, fields }
}

async function saveMissingAdvertisers(advertisers: readonly SeedAdvertiser[]): Promise<Map<string, string>> {
  const ids = new Map(knownAdvertisers.all().map(({ handle, id }) => [handle, id]))
  const fresh = advertisers
    .filter(({ handle }) => !ids.has(handle))
    .map((advertiser) => ({ ...advertiser, id: newId(), memberId: null }))
  if (fresh.length > 0) await commit(fresh.map(insertAdvertiser))
  for (const { handle, id } of fresh) ids.set(handle, id)
  return ids
}

type Placing = Readonly<{
  id: number
  now: Millis
  tree: CategoryTree
  advertisers: ReadonlyMap<string, string>
  pictures: readonly DrawnPicture[]
}>

function stepsOf(ad: SeedAd, { id, now, tree, advertisers, pictures }: Placing): readonly Step[] {
  const category = tree.byKey.get(ad.categoryKey)
  const advertiserId = advertisers.get(ad.advertiserHandle)
  invariant(category && advertiserId, `the seed has no category ${ad.categoryKey} or advertiser ${ad.advertiserHandle}`)
  const place = placeOf(ad.town)
  const record = {
    ...newStanding,
    id,
    ref: ad.ref,
    sortKey: sortKeyOf(ad.publishedAt, id),
    trail: categoryTrail(tree, category.id),
    advertiserId,
    place,
    latitude: place.latitude,
    longitude: place.longitude,
    status: ad.status,
    sourceLocale: ad.sourceLocale,
    priceMinor: ad.priceMinor,
    currency: ad.currency,
    revealMode: ad.revealMode,
    revealPriceMinor: ad.revealPriceMinor,
    freeFrom: ad.freeFrom,
    boost: ad.boost,
    fields: ad.fields,
    hasPhone: ad.contact.phone !== '',
    hasEmail: ad.contact.email !== '',
    phoneVerifiedAt: ad.phoneVerifiedAt,
    confirmedAt: ad.confirmedAt,
    externalId: keyOf(ad),
    publishedAt: ad.publishedAt,
    expiresAt: ad.expiresAt,
    updatedAt: ad.confirmedAt,
    texts: (['fr', 'en'] as const).flatMap((locale) =>
      ad.title[locale] === '' ? [] : { locale, title: ad.title[locale], body: ad.body[locale] },
    ),
    photos: ad.pictures.map(({ alt }, at) => ({
      id: newId(),
      ...drawnAt(pictures, at),
      altFr: alt.fr,
      altEn: alt.en,
      lookHash: null,
    })),
  }
  return [...insertAd(record, now), saveContact(id, ad.contact, ad.publishedAt)]
}

function drawnAt(pictures: readonly DrawnPicture[], at: number): DrawnPicture {
  const picture = pictures[at]
  invariant(picture, 'every picture of the seed has been drawn')
  return picture
}

/** The town among the imported places; a village they lack is added. */
function placeOf(town: SeedTown): PlaceDto {
  const found = findTown(town)
  if (found) return found
  const { area, areaCode, ...rest } = town
  savePlaces([
    {
      ...rest,
      slug: `${slugOf(town.name)}-${slugOf(town.postcode)}`,
      areaCode,
      areaName: area,
      regionCode: areaCode,
      regionName: area,
    },
  ])
  const added = findTown(town)
  invariant(added, `${town.name} was just added`)
  return added
}

function findTown({ name, country, postcode }: SeedTown): PlaceDto | undefined {
  const namesakes = listPlacesNamed(name).filter((place) => place.country === country)
  return namesakes.find((place) => place.postcode === postcode) ?? (country === 'GB' ? namesakes[0] : undefined)
}

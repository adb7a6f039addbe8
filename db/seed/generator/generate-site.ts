import { day, type Millis, minute } from '../../../lib/time/time.ts'
import type { AdRevealMode } from '../../schema/ads.ts'
import { carModels } from '../catalogue/cars.ts'
import { otherModels } from '../catalogue/other-vehicles.ts'
import { documentModels, serviceModels } from '../catalogue/papers-and-services.ts'
import { partModels } from '../catalogue/parts.ts'
import type { VehicleModel } from '../catalogue/vehicle-models.ts'
import { type Chance, chanceFrom, deckOf, seedOf } from '../random.ts'
import type { BaseAd, ModerationCase, SeedAd, SeedAdvertiser, SeedTown } from '../seed-types.ts'
import { otherAds } from '../sortie-de-grange/ads-others.ts'
import { partAds } from '../sortie-de-grange/ads-parts.ts'
import { vehicleAds } from '../sortie-de-grange/ads-vehicles.ts'
import { seedCategories } from '../sortie-de-grange/categories.ts'
import { moderationCases } from '../sortie-de-grange/moderation-cases.ts'
import { seedTowns } from '../towns.ts'
import { type Desk, type Draft, deskFor } from './draft.ts'
import { adLife, boostOf, confirmationTime, publicationTime, refOf, statusOf } from './lives.ts'
import { type Person, peopleAt } from './people.ts'
import { writeDocument, writePart, writeService, writeWantedPart, writeWantedVehicle } from './write-small.ts'
import { writeVehicle } from './write-vehicle.ts'
import { fieldsOfCase, picturesOfCase, picturesOfWritten, priceOfCase } from './written-ads.ts'

export type SeedSite = Readonly<{ advertisers: readonly SeedAdvertiser[]; ads: readonly SeedAd[] }>

/** How many generated ads of each kind, out of 562. */
const shares = {
  'vehicules/autos-avant-1945': 26,
  'vehicules/autos-1945-1975': 112,
  'vehicules/youngtimers-1976-1996': 70,
  'vehicules/motos': 50,
  'vehicules/cyclos-scooters': 40,
  'vehicules/tracteurs': 38,
  'vehicules/utilitaires-militaires': 36,
  'pieces/moteur-boite': 18,
  'pieces/carburation': 16,
  'pieces/electricite-allumage': 18,
  'pieces/carrosserie': 18,
  'pieces/train-roulant': 16,
  'pieces/interieur-sellerie': 14,
  'pieces/outillage': 12,
  'documentation/manuels-revues': 18,
  'documentation/plaques-objets': 14,
  'services/savoir-faire': 14,
  'recherche/recherche-vehicule': 17,
  'recherche/recherche-piece': 15,
} as const

const waitingShare = 32 / 562
const writtenAds: readonly BaseAd[] = [...vehicleAds, ...partAds, ...otherAds].sort(
  (left, right) => left.number - right.number,
)

/**
 * The demo's advertisers and ads, the same for the same `now` and `adCount`.
 *
 * The thirty written by hand come first (numbers 1 to 30), then the eight cases for moderators, then the generated ones:
 * a larger site keeps the numbers of a smaller one.
 *
 * @param adCount How many ads in all, at least 38 for every hand-written one to be there.
 */
export function generateSite({ now, adCount }: { now: Millis; adCount: number }): SeedSite {
  const chance = chanceFrom(1903)
  const people = peopleAt(now)
  const written = writtenAds.slice(0, adCount).map((ad) => fromWritten(ad, { now, people }))
  const cases = adCount > written.length ? moderationCases.slice(0, adCount - written.length) : []
  const desk = deskFor(chance, { year: new Date(now).getUTCFullYear(), towns: seedTowns })
  for (const ad of written) desk.claimTitle(ad.title, [], ad.town)
  const count = adCount - written.length - cases.length
  const drafts = chance.shuffle(draftAll(count, desk))
  const generated = drafts.map((draft, at) =>
    fromDraft(draft, {
      number: written.length + cases.length + at + 1,
      now,
      people,
      chance,
      isWaiting: at < Math.round(count * waitingShare),
    }),
  )
  const judged = cases.map((item, at) => fromCase(item, { number: written.length + at + 1, now, people }))
  const ads = [...written, ...judged, ...generated]
  const used = new Set(ads.map(({ advertiserHandle }) => advertiserHandle))
  return { advertisers: people.map(({ advertiser }) => advertiser).filter(({ handle }) => used.has(handle)), ads }
}

function draftAll(count: number, desk: Desk): Draft[] {
  const total = Object.values(shares).reduce((sum, share) => sum + share, 0)
  const drafts: Draft[] = []
  let owed = 0
  for (const [category, share] of Object.entries(shares)) {
    owed += (share / total) * count
    const write = writerFor(category, desk)
    while (drafts.length < Math.round(owed)) drafts.push(write())
  }
  return drafts
}

function writerFor(category: string, desk: Desk): () => Draft {
  const { chance } = desk
  const vehicles: readonly VehicleModel[] = [...carModels, ...otherModels]
  const from = <T>(items: readonly T[], write: (item: T, at: Desk) => Draft) => {
    const deal = deckOf(items, chance)
    return () => write(deal(), desk)
  }
  if (category.startsWith('vehicules/'))
    return from(
      vehicles.filter((model) => model.category === category),
      writeVehicle,
    )
  if (category.startsWith('pieces/'))
    return from(
      partModels.filter((model) => model.category === category),
      writePart,
    )
  if (category.startsWith('documentation/'))
    return from(
      documentModels.filter((model) => model.category === category),
      writeDocument,
    )
  if (category.startsWith('services/')) return from(serviceModels, writeService)
  return category.endsWith('vehicule') ? from(vehicles, writeWantedVehicle) : from(partModels, writeWantedPart)
}

type Making = Readonly<{ number: number; now: Millis; people: readonly Person[]; chance: Chance; isWaiting: boolean }>

function fromDraft(draft: Draft, making: Making): SeedAd {
  const { number, now, people, chance, isWaiting } = making
  const isService = draft.categoryKey.startsWith('services/')
  const fitting = people.filter(
    ({ country, advertiser }) => country === draft.town.country && advertiser.isProfessional === isService,
  )
  const person = chance.pick(fitting.length > 0 ? fitting : people)
  const publishedAt = isWaiting ? now - chance.whole(20, 4000) * minute : publicationTime(now, chance)
  const status = isWaiting ? 'pending' : statusOf(now - publishedAt, chance)
  const { email, ...reveal } = {
    email: chance.hit(0.86) ? `annonce-${number}@example.org` : '',
    ...revealOf(draft, { publishedAt, chance }),
  }
  const siret = person.advertiser.businessId
  return {
    ...draft,
    fields: isService && siret ? { ...draft.fields, siret } : draft.fields,
    number,
    ref: refOf(number),
    status,
    advertiserHandle: person.advertiser.handle,
    ...reveal,
    boost: boostOf(status, chance),
    contact: { ...person.contact, email },
    phoneVerifiedAt: chance.hit(0.82) ? publishedAt - chance.whole(1, 30) * minute : null,
    confirmedAt: confirmationTime(publishedAt, { now, chance }),
    publishedAt,
    expiresAt: status === 'expired' ? now - chance.whole(1, 9) * day : publishedAt + adLife,
  }
}

function revealOf(
  draft: Draft,
  from: { publishedAt: Millis; chance: Chance },
): Readonly<{ revealMode: AdRevealMode; revealPriceMinor: number; freeFrom: Millis | null }> {
  const { publishedAt, chance } = from
  const usual = usualPrice(draft.categoryKey)
  if (usual === 0) return { revealMode: 'free', revealPriceMinor: 0, freeFrom: null }
  const isCheap = draft.categoryKey.startsWith('vehicules/') && (draft.priceMinor ?? 0) < 80_000
  const revealPriceMinor = isCheap ? 150 : usual
  const mode = chance.pick([
    ...Array<AdRevealMode>(15).fill('paid'),
    'paid_then_free',
    'paid_then_free',
    'paid_then_free',
    'sponsored',
    'free',
  ] as const)
  if (mode === 'free') return { revealMode: mode, revealPriceMinor: 0, freeFrom: null }
  return { revealMode: mode, revealPriceMinor, freeFrom: mode === 'paid_then_free' ? publishedAt + 10 * day : null }
}

function usualPrice(categoryKey: string): number {
  return seedCategories.find(({ key }) => key === categoryKey)?.revealPriceMinor ?? 0
}

function fromWritten(ad: BaseAd, at: { now: Millis; people: readonly Person[] }): SeedAd {
  const { now, people } = at
  const chance = chanceFrom(seedOf(`written ${ad.number}`))
  const { photoCount: _, confirmedDaysAgo, ...rest } = ad
  const confirmedAt = now - confirmedDaysAgo * day - chance.whole(10, 700) * minute
  const publishedAt = Math.min(
    confirmedAt,
    now - (ad.boost ? 1 : 2 + ((ad.number * 11) % 44)) * day - chance.whole(30, 700) * minute,
  )
  const person = people.find(({ contact }) => contact.phone === ad.contact.phone)
  return {
    ...rest,
    town: seedTowns.find((town) => town.name === ad.town.name) ?? townAlone(ad.town),
    ref: refOf(ad.number),
    status: 'published',
    advertiserHandle: person?.advertiser.handle ?? 'grange-du-val',
    freeFrom: null,
    phoneVerifiedAt: publishedAt - 5 * minute,
    confirmedAt,
    publishedAt,
    expiresAt: publishedAt + adLife,
    pictures: picturesOfWritten(ad),
  }
}

function townAlone(town: BaseAd['town']): SeedTown {
  return { ...town, areaCode: town.postcode.slice(0, 2), population: 10_000 }
}

function fromCase(item: ModerationCase, making: { number: number; now: Millis; people: readonly Person[] }): SeedAd {
  const { number, now, people } = making
  const chance = chanceFrom(seedOf(`case ${item.number}`))
  const person = chance.pick(
    people.filter(({ country, contact }) => country === 'FR' && contact.phone !== '04 65 71 02 14'),
  )
  const publishedAt = now - chance.whole(30, 2600) * minute
  const usual = usualPrice(item.categoryKey)
  return {
    number,
    ref: refOf(number),
    status: 'pending',
    categoryKey: item.categoryKey,
    advertiserHandle: person.advertiser.handle,
    town: chance.pick(seedTowns.filter(({ country }) => country === 'FR')),
    sourceLocale: 'fr',
    priceMinor: priceOfCase(item.number),
    currency: 'EUR',
    revealMode: usual === 0 ? 'free' : 'paid',
    revealPriceMinor: usual,
    freeFrom: null,
    boost: null,
    title: { fr: item.title, en: '' },
    body: { fr: item.body, en: '' },
    fields: fieldsOfCase(item),
    contact: { ...person.contact, email: `annonce-${number}@example.org` },
    phoneVerifiedAt: null,
    confirmedAt: publishedAt,
    publishedAt,
    expiresAt: publishedAt + adLife,
    pictures: picturesOfCase(item),
  }
}

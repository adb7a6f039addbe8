import type { PlaceDto } from '../../lib/places/places.ts'
import { savePlaces } from '../../lib/places/places-store.ts'
import { importAds } from '../../lib/posting/import-ads.ts'
import { type GeneratedAd, generateAds } from '../load/data.ts'
import { saveExampleCategories } from './example-categories.ts'

export const exampleNow = Date.UTC(2026, 10, 22)

const towns = [
  ['Moulins', '03000', 'Allier', 46.565, 3.332],
  ['Vichy', '03200', 'Allier', 46.127, 3.426],
  ['Clermont-Ferrand', '63000', 'Puy-de-Dôme', 45.777, 3.087],
  ['Lyon', '69001', 'Rhône', 45.748, 4.847],
  ['Lille', '59000', 'Nord', 50.633, 3.059],
  ['Nantes', '44000', 'Loire-Atlantique', 47.217, -1.554],
  ['Bordeaux', '33000', 'Gironde', 44.841, -0.58],
] as const

/** A few real towns; other towns of generated ads are created around the middle of France. */
export function saveExamplePlaces(): void {
  savePlaces(
    towns.map(([name, postcode, area, latitude, longitude], at): Omit<PlaceDto, 'id'> => {
      const slug = `${name.toLowerCase()}-${postcode}`
      const code = postcode.slice(0, 2)
      return {
        ...{ country: 'FR', name, postcode, slug, areaCode: code, areaName: area, regionCode: code, regionName: area },
        ...{ latitude, longitude, population: 100_000 - at },
      }
    }),
  )
}

/** Categories, towns and `count` generated ads in the database in use. */
export async function saveExampleAds(count: number): Promise<readonly GeneratedAd[]> {
  await saveExampleCategories()
  saveExamplePlaces()
  const ads = [...generateAds(count, { until: exampleNow, seed: 7 })]
  await importAds({ lines: linesOf(ads), now: exampleNow, createMissing: true, sealContact: () => Buffer.alloc(8) })
  return ads
}

export async function* linesOf(rows: readonly unknown[]): AsyncGenerator<string> {
  for (const row of rows) yield typeof row === 'string' ? row : JSON.stringify(row)
}

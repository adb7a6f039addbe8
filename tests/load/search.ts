import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeDatabase, databaseFile } from '../../db/client.ts'
import { migrateDatabase } from '../../db/migrate.ts'
import { countAds } from '../../lib/ads/ad-listing-queries.ts'
import { emptyQuery, type SearchQuery } from '../../lib/ads/search.ts'
import { searchAds } from '../../lib/ads/search-queries.ts'
import { readConfig, useConfig } from '../../lib/config/env.ts'
import { seal } from '../../lib/config/keys.ts'
import { importPlaces } from '../../lib/places/import-places.ts'
import { importAds } from '../../lib/posting/import-ads.ts'
import { saveExampleCategories } from '../support/example-categories.ts'
import { generateLines } from './data.ts'

const until = Date.UTC(2026, 10, 22)
const words = {
  common: ['restaurer', 'grange', 'moteur'],
  mid: ['traction', 'gordini', 'culasse', 'magneto', 'sellerie'],
}
const rare = ['bababado', 'zinzinbaba', 'chezindorba', 'flaflalandor', 'renrannel']

/** Kinds of search, each with the queries it is measured by. */
function kindsOfSearch(deep: SearchQuery): Readonly<Record<string, readonly SearchQuery[]>> {
  const text = (list: readonly string[], more: Partial<SearchQuery> = {}): SearchQuery[] =>
    list.map((word) => ({ ...emptyQuery, ...more, text: word }))
  const cars = { ...emptyQuery, category: 'vehicules/autos-1945-1975' }
  return {
    'no words': [emptyQuery],
    'common word': text(words.common),
    'mid word': text(words.mid),
    'rare word': text(rare),
    'two words': text([
      'citroen restaurer',
      'moteur grange',
      'carburateur solex',
      'peugeot magneto',
      'gordini rouille',
    ]),
    phrase: text(['"sortie de grange"', '"carte grise"', '"moteur tournant"']),
    'beginning of a word': text(['rest', 'restau', 'mot', 'ci', 'gran']),
    'typing error': text(['restauer', 'motuer', 'carburatuer', 'graneg']),
    'nothing found': text(['xqzwvk', 'wwkkqq', 'restaurer xqzwvk']),
    category: [cars, { ...emptyQuery, category: 'pieces' }, { ...cars, text: 'grange' }],
    fields: [
      {
        ...cars,
        filters: { make: { kind: 'values', values: ['Citroën'] }, running: { kind: 'values', values: ['roule'] } },
      },
      {
        ...cars,
        filters: { year: { kind: 'range', from: 1950, to: 1960 }, km: { kind: 'range', from: null, to: 50_000 } },
      },
    ],
    'price range': text(['moteur', 'grange', ''], { minMinor: 50_000, maxMinor: 150_000 }),
    'radius 30 km': text(['moteur', 'culasse', ''], { place: 'moulins-03000', radiusKm: 30 }),
    'radius 200 km': text(['moteur', 'culasse', ''], { place: 'moulins-03000', radiusKm: 200 }),
    'contact cost': text(['moteur', ''], { cost: 150 }),
    relevance: text([...words.common, 'gordini', 'citroen restaurer'], { sort: 'relevance' }),
    cheapest: text(['grange', 'moteur', 'gordini', ''], { sort: 'price_asc' }),
    dearest: text(['grange', 'moteur', 'gordini', ''], { sort: 'price_desc' }),
    'page 40': text(['grange', 'moteur', ''], { page: 40 }),
    'page 40, cheapest': text(['grange', 'moteur', ''], { page: 40, sort: 'price_asc' }),
    'past the numbered pages': text(['grange', 'moteur', ''], { before: deep.before }),
  }
}

export type Figure = Readonly<{
  bench: string
  figure: string
  unit: 'ms'
  ads: number
  samples: number
  p50: number
  p95: number
  p99: number
  cpuMs: number
  loadAverage: number
}>

/**
 * Measures the query of a search page (rows, total, facets, cards) by kind of search; prints one JSON object a figure.
 *
 * @param options.dir A data directory to keep and use again; without it everything is made and thrown away.
 */
export async function run(
  options: Readonly<{ ads: number; rounds?: number; dir?: string }>,
): Promise<readonly Figure[]> {
  const dir = options.dir ?? mkdtempSync(join(tmpdir(), 'obole-bench-'))
  const secret = 'a-secret-for-benchmarks-only-0123456789-ABCDEFGHIJ'
  useConfig(readConfig({ OBOLE_DATA_DIR: dir, OBOLE_SECRET: secret, OBOLE_LOG_LEVEL: 'silent' }))
  try {
    if (!existsSync(databaseFile(dir)) || countAds() < options.ads) await fill(options.ads)
    return measure(options.ads, options.rounds ?? 100)
  } finally {
    closeDatabase()
    if (options.dir === undefined) rmSync(dir, { recursive: true, force: true })
  }
}

async function fill(ads: number): Promise<void> {
  migrateDatabase()
  importPlaces()
  await saveExampleCategories()
  await importAds({
    lines: generateLines(ads, { until }),
    now: until,
    createMissing: false,
    sealContact: (adId, contact) => seal('contacts', String(adId), JSON.stringify(contact)),
  })
}

function measure(ads: number, rounds: number): Figure[] {
  const view = { locale: 'fr', now: until } as const
  const deep = searchAds({ ...emptyQuery, text: 'moteur', page: 42 }, view).paging.next ?? emptyQuery
  return Object.entries(kindsOfSearch(deep)).map(([figure, queries]) => {
    for (const query of queries) searchAds(query, view)
    const times: number[] = []
    const cpu = process.cpuUsage()
    for (let round = 0; round < rounds; round += 1) {
      for (const query of queries) {
        const start = performance.now()
        searchAds(query, view)
        times.push(performance.now() - start)
      }
    }
    const used = process.cpuUsage(cpu)
    times.sort((left, right) => left - right)
    const at = (share: number): number =>
      round3(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0)
    const result: Figure = {
      bench: 'search',
      figure,
      unit: 'ms',
      ads,
      samples: times.length,
      p50: at(0.5),
      p95: at(0.95),
      p99: at(0.99),
      cpuMs: round3((used.user + used.system) / 1000 / times.length),
      loadAverage: round3(loadavg()[0] ?? 0),
    }
    console.log(JSON.stringify(result))
    return result
  })
}

function round3(value: number): number {
  return Math.round(value * 1000) / 1000
}

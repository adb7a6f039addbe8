import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeDatabase, databaseFile, reader } from '../../db/client.ts'
import { migrateDatabase } from '../../db/migrate.ts'
import { countAds } from '../../lib/ads/ad-listing-queries.ts'
import { readConfig, useConfig } from '../../lib/config/env.ts'
import { importPlaces } from '../../lib/places/import-places.ts'
import { importAds } from '../../lib/posting/import-ads.ts'
import { sealContact } from '../../lib/reveals/reveals.ts'
import { saveExampleCategories } from '../support/example-categories.ts'
import { generateLines } from './data.ts'
import { benchSecret } from './server-process.ts'

const until = Date.UTC(2026, 10, 22)

export type BenchSite = Readonly<{
  dir: string
  /** Paths of ads, newest first: reference and slug. */
  adPaths: (count: number) => readonly string[]
  close: () => void
}>

/** A site of so many generated ads. `OBOLE_BENCH_DIR` names a directory to keep and use again. */
export async function openBenchSite(ads: number): Promise<BenchSite> {
  const kept = process.env['OBOLE_BENCH_DIR']
  const dir = kept ? join(kept, `ads-${ads}`) : mkdtempSync(join(tmpdir(), 'obole-bench-'))
  useConfig(readConfig({ OBOLE_DATA_DIR: dir, OBOLE_SECRET: benchSecret, OBOLE_LOG_LEVEL: 'silent' }))
  if (!existsSync(databaseFile(dir)) || countAds() < ads) await fill(ads)
  return {
    dir,
    adPaths: (count) =>
      reader()
        .$client.prepare('select ref from ads order by sort_key desc limit ?')
        .pluck()
        .all(count)
        .map((ref) => `/a/${ref}`),
    close: () => {
      closeDatabase()
      if (!kept) rmSync(dir, { recursive: true, force: true })
    },
  }
}

async function fill(ads: number): Promise<void> {
  migrateDatabase()
  importPlaces()
  await saveExampleCategories()
  await importAds({ lines: generateLines(ads, { until }), now: until, createMissing: false, sealContact })
}

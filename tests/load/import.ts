import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeDatabase } from '../../db/client.ts'
import { migrateDatabase } from '../../db/migrate.ts'
import { readConfig, useConfig } from '../../lib/config/env.ts'
import { seal } from '../../lib/config/keys.ts'
import { importPlaces } from '../../lib/places/import-places.ts'
import { importAds } from '../../lib/posting/import-ads.ts'
import { saveExampleCategories } from '../support/example-categories.ts'
import { generateLines } from './data.ts'

const until = Date.UTC(2026, 10, 22)

/** Measures the import of towns and of ads into an empty site; prints one JSON object a figure. */
export async function run({ ads }: Readonly<{ ads: number }>): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'obole-bench-'))
  const secret = 'a-secret-for-benchmarks-only-0123456789-ABCDEFGHIJ'
  useConfig(readConfig({ OBOLE_DATA_DIR: dir, OBOLE_SECRET: secret, OBOLE_LOG_LEVEL: 'silent' }))
  try {
    migrateDatabase()
    await saveExampleCategories()
    await measure('places', async () => importPlaces())
    await measure(`${ads} ads`, async () => {
      const { imported } = await importAds({
        lines: generateLines(ads, { until }),
        now: until,
        createMissing: false,
        sealContact: (adId, contact) => seal('contacts', String(adId), JSON.stringify(contact)),
      })
      return imported
    })
  } finally {
    closeDatabase()
    rmSync(dir, { recursive: true, force: true })
  }
}

async function measure(figure: string, work: () => Promise<number>): Promise<void> {
  const start = performance.now()
  const cpu = process.cpuUsage()
  const rows = await work()
  const ms = Math.round(performance.now() - start)
  const used = process.cpuUsage(cpu)
  const cpuMs = Math.round((used.user + used.system) / 1000)
  const whole = { p50: ms, p95: ms, p99: ms, cpuMs, loadAverage: Math.round((loadavg()[0] ?? 0) * 100) / 100 }
  const rowsPerSecond = Math.round((rows * 1000) / ms)
  console.log(JSON.stringify({ bench: 'import', figure, unit: 'ms', samples: 1, ...whole, rows, rowsPerSecond }))
}

// Serves the build of this run on a fresh demo site in a directory of its own: `node e2e-server.ts <port>`.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { migrateDatabase } from '../../db/migrate.ts'
import { seedSite } from '../../lib/cli/seed-site.ts'
import { readConfig, useConfig } from '../../lib/config/env.ts'
import { ensureMember } from '../../lib/members/ensure-member.ts'
import { serve } from '../../lib/runtime/serve.ts'
import { currentTime } from '../../lib/time/time.ts'
import { e2eKeyHolder, e2eMember, e2eOwner } from './e2e-owner.ts'

const root = resolve(import.meta.dirname, '../..')
const dataDir = mkdtempSync(join(tmpdir(), 'obole-e2e-'))
Object.assign(process.env, {
  NODE_ENV: 'production',
  PORT: process.argv[2] ?? '3977',
  OBOLE_DATA_DIR: dataDir,
  OBOLE_MODE: 'demo',
  OBOLE_SECRET: 'browser-tests-only-kQ8v0Zr3xT6mJ1sW9yB4nF7hD2gL5pC',
  OBOLE_LOG_LEVEL: 'error',
})
useConfig(readConfig(process.env))
migrateDatabase()
await seedSite({ adCount: 120, onProgress: () => undefined })
await ensureMember({ ...e2eOwner, displayName: 'Gérante', staffRole: 'owner', locale: 'fr', now: currentTime() })
await ensureMember({ ...e2eMember, displayName: 'Solange', staffRole: null, locale: 'fr', now: currentTime() })
await ensureMember({ ...e2eKeyHolder, displayName: 'Clémence', staffRole: null, locale: 'fr', now: currentTime() })
const buildDir = join(root, process.env['OBOLE_BUILD_DIR'] ?? '.next-test')
const serving = await serve({ root, buildDir, isDevelopment: false })

async function stop(): Promise<void> {
  await serving.stop()
  rmSync(dataDir, { recursive: true, force: true })
  process.exit(0)
}
process.on('SIGTERM', () => void stop())
process.on('SIGINT', () => void stop())

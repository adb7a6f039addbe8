import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeDatabase } from '../../db/client.ts'
import { migrateDatabase } from '../../db/migrate.ts'
import { readConfig, useConfig } from '../../lib/config/env.ts'
import { closeLimits } from '../../lib/rate-limit/rate-limit.ts'

export type TestDatabase = Readonly<{ dir: string; close: () => void }>

/** A fresh migrated database in a directory of its own; `env` overrides the configuration. */
export function openTestDatabase(env: Record<string, string> = {}): TestDatabase {
  const dir = mkdtempSync(join(tmpdir(), 'obole-test-'))
  const secret = 'kQ8v0Zr3xT6mJ1sW9yB4nF7hD2gL5pC-test-secret-only'
  useConfig(
    readConfig({ OBOLE_DATA_DIR: dir, OBOLE_SECRET: secret, OBOLE_MODE: 'demo', OBOLE_LOG_LEVEL: 'silent', ...env }),
  )
  migrateDatabase()
  const close = () => {
    closeDatabase()
    closeLimits()
    rmSync(dir, { recursive: true, force: true })
  }
  return { dir, close }
}

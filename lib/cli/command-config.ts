import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { config, readConfig, useConfig } from '../config/env.ts'
import { requireDataDir } from '../runtime/preflight.ts'
import { demoSecrets } from './demo-secrets.ts'

/**
 * Reads the configuration for one command. In a data directory that a demo made, its secret is there: commands then
 * work on the demo without further settings.
 *
 * @throws ConfigError or StartRefused with the sentences to show.
 */
export function useCommandConfig(): void {
  const dataDir = resolve(process.env['OBOLE_DATA_DIR'] || 'data')
  const isDemoDir = process.env['OBOLE_SECRET'] === undefined && existsSync(join(dataDir, 'demo.env'))
  const demo = isDemoDir ? { ...demoSecrets(dataDir), OBOLE_MODE: 'demo' } : {}
  useConfig(readConfig({ ...process.env, ...demo, OBOLE_DATA_DIR: dataDir }))
  requireDataDir(config().dataDir)
}

import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { join, resolve } from 'node:path'
import { closeDatabase } from '../../db/client.ts'
import { migrateDatabase } from '../../db/migrate.ts'
import { config, readConfig, useConfig } from '../config/env.ts'
import { ensureMember } from '../members/ensure-member.ts'
import { requireDataDir, requireFreePort } from '../runtime/preflight.ts'
import { serverFlags } from '../runtime/server-flags.ts'
import { currentTime } from '../time/time.ts'
import { siteBuild } from './build-site.ts'
import { demoSecrets } from './demo-secrets.ts'
import { step } from './progress.ts'
import { seedSite } from './seed-site.ts'

const root = resolve(import.meta.dirname, '../..')
const owner = { email: 'gerante@demo.test', displayName: 'Gérante', staffRole: 'owner', locale: 'fr' } as const

const running = { stop: (): unknown => undefined, isStopping: false, isServing: false }
process.on('SIGINT', stopEarly)
process.on('SIGTERM', stopEarly)

try {
  await demo()
} catch (error) {
  if (running.isStopping) process.exit(130)
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}

/** Prepares the demo as far as it is not, then serves it until Ctrl-C. */
async function demo(): Promise<void> {
  const dataDir = resolve(process.env['OBOLE_DATA_DIR'] || 'data')
  requireDataDir(dataDir)
  const settings = { ...process.env, OBOLE_DATA_DIR: dataDir, OBOLE_MODE: 'demo', ...demoSecrets(dataDir) }
  Object.assign(process.env, settings, { OBOLE_LOG_LEVEL: process.env['OBOLE_LOG_LEVEL'] ?? 'warn' })
  useConfig(readConfig(process.env))
  await requireFreePort(config().port, config().host)
  const build = siteBuild({ root, buildDir: process.env['OBOLE_BUILD_DIR'] ?? '.next' })
  running.stop = build.stop
  migrateDatabase()
  await prepare(build)
  const password = randomBytes(12).toString('base64url')
  await ensureMember({ ...owner, password, now: currentTime() })
  closeDatabase()
  const origin = await step('Starting the server', startServer)
  process.stdout.write(welcome(origin, password))
}

async function prepare(build: ReturnType<typeof siteBuild>): Promise<void> {
  const title = build.isNeeded ? 'Building the site and filling it with ads' : 'Filling the site with ads'
  await step(title, async (say) => {
    const state = { build: build.isNeeded ? 'building' : '', seed: '' }
    const tell = () => say([state.build, state.seed].filter(Boolean).join(' · '))
    const built = build.isNeeded ? build.run().then(() => Object.assign(state, { build: 'built' })) : undefined
    const seeded = seedSite({
      adCount: undefined,
      onProgress: (what) => {
        state.seed = what
        tell()
      },
    })
    await Promise.all([built, seeded])
  })
}

async function startServer(): Promise<string> {
  const child = spawn(process.execPath, [...serverFlags, ...process.execArgv, join(root, 'server.mjs')], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  running.stop = () => child.kill('SIGTERM')
  running.isServing = true
  child.on('exit', (code) => process.exit(running.isStopping ? 0 : (code ?? 1)))
  return readyOf(child)
}

function readyOf(child: ChildProcess): Promise<string> {
  return new Promise((settle) => {
    child.on('message', (message) => {
      if (typeof message === 'object' && message !== null && 'origin' in message) settle(String(message.origin))
    })
  })
}

function stopEarly(): void {
  if (running.isStopping) return
  running.isStopping = true
  process.stdout.write('\nStopping.\n')
  running.stop()
  // Before there is a server nothing need be waited for: what was begun is taken up at the next start.
  if (!running.isServing) process.exit(130)
}

function welcome(origin: string, password: string): string {
  return `
  Obole, demo                               no real money moves
  Site          ${origin}/fr
  Phone         ${origin}/simulator
  Back office   ${origin}/admin        ${owner.email} / ${password}
  Mail          ${origin}/inbox

  The password is new at each start. Ctrl-C stops the site; everything is kept in ${config().dataDir}.
  Try it: open an ad, choose "Voir le numéro", pay by SMS. The telephone is at ${origin}/simulator.

`
}

// What an operator reads, from commands run as she runs them.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { config } from '../../lib/config/env.ts'
import { builtSiteDir } from '../support/site-process.ts'
import { root } from '../support/source-files.ts'
import { openTestSite } from '../support/test-site.ts'

let site: Awaited<ReturnType<typeof openTestSite>>
beforeEach(async () => {
  site = await openTestSite()
})
afterEach(() => site.close())

const otherSecret = 'another-Zr3xT6mJ1sW9yB4nF7hD2gL5pC-secret-kQ8v0'

function obole(words: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return run('lib/cli/obole.ts', words, env)
}

function run(script: string, words: readonly string[], env: Readonly<Record<string, string>>) {
  const { NODE_OPTIONS: _, VITEST: __, ...inherited } = process.env
  const { secret, dataDir } = config()
  const given = { OBOLE_SECRET: secret, OBOLE_DATA_DIR: dataDir, OBOLE_MODE: 'demo', ...env }
  const options = { cwd: root, encoding: 'utf8', env: { ...inherited, ...given }, timeout: 30_000 } as const
  const command = ['--disable-warning=ExperimentalWarning', join(root, script), ...words]
  const { status, stdout, stderr } = spawnSync(process.execPath, command, options)
  return { status, said: stdout + stderr }
}

test('an account that cannot be made is refused in words', () => {
  const create = (email: string) => obole(['user', 'create', '--email', email, '--name', 'Ada', '--role', 'owner'])
  expect(create('ada@example.org').said).toMatch(/^ada@example\.org can sign in as owner\.\nPassword: \S{20}\n$/)
  expect(create('ada@example.org')).toEqual({ status: 1, said: 'email is taken already.\n' })
  expect(create('ada')).toEqual({ status: 1, said: 'email is not valid.\n' })
}, 60_000)

test('a look at the installation finds another site’s secret, and a site that nobody owns', async () => {
  await site.addAd()
  const good = obole(['doctor']).said
  expect(good).toContain('good    OBOLE_SECRET opens what is sealed')
  expect(good).toContain('notice  Nobody owns this site yet')
  const other = obole(['doctor'], { OBOLE_SECRET: otherSecret })
  expect(other.status).toBe(1)
  expect(other.said).toContain('broken  OBOLE_SECRET is not what the contacts were sealed with')
}, 60_000)

test('the site does not start with another site’s secret, and says which to set', () => {
  const env = { NODE_ENV: 'production', PORT: '0', OBOLE_HOST: '127.0.0.1', OBOLE_BUILD_DIR: builtSiteDir() }
  const { status, said } = run('server.mjs', [], { ...env, OBOLE_SECRET: otherSecret })
  expect(status).toBe(1)
  expect(said).toMatch(/^OBOLE_SECRET is not what the contacts .* were sealed with: set the one of this site\.\n$/)
}, 60_000)

test('a port there cannot be is refused for what it is', () => {
  expect(obole(['doctor'], { PORT: '80000' }).said).toContain('broken  PORT must be a number up to 65535')
}, 60_000)

// Runs on Node 20 with nothing installed: only what comes with Node may be imported here.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Flags by which Node 22.12 runs TypeScript as newer ones do by themselves. */
export const nodeFlags = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning']

/**
 * Installs the packages of the lock file where they are missing or older than it.
 *
 * @param {string} root The folder of the checkout.
 * @param {{ say: (sentence: string) => void, withTestTools: boolean }} options `say` is told before the wait begins;
 *   the tools of the tests are three quarters of all packages, and a site that only runs does not need them.
 * @throws {Error} with one sentence when npm fails.
 */
export function ensureInstalled(root, { say, withTestTools }) {
  const lock = readFileSync(join(root, 'package-lock.json'))
  const hash = createHash('sha256').update(lock).digest('hex')
  const mark = join(root, 'node_modules', '.obole-lock')
  const installed = installedPart(root, { hash, mark })
  if (installed === 'all' || (installed === 'site' && !withTestTools)) return
  say('Installing the packages (about a minute the first time).')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const flags = ['ci', '--no-audit', '--no-fund', '--loglevel=error', ...(withTestTools ? [] : ['--omit=dev'])]
  const { status } = spawnSync(npm, flags, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0)
    throw new Error('`npm ci` failed: look at its message above, and whether the registry is reachable.')
  writeFileSync(mark, `${hash} ${withTestTools ? 'all' : 'site'}`)
}

function installedPart(root, { hash, mark }) {
  const installed = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(installed)) return 'nothing'
  if (existsSync(mark)) {
    const [marked, part] = readFileSync(mark, 'utf8').split(' ')
    return marked === hash ? part : 'nothing'
  }
  return statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs ? 'all' : 'nothing'
}

/**
 * The Node that the project pins, or the host's where it is new enough.
 *
 * @param {string} root
 * @returns {string}
 */
export function pinnedNode(root) {
  const pinned = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
  if (existsSync(pinned)) return pinned
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 12)) return process.execPath
  throw new Error(`Obole needs Node 22.12 or newer and this is ${process.versions.node}; none comes for this machine.`)
}

/**
 * The environment in which every command finds the pinned Node and the installed tools first.
 *
 * @param {string} root
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnvironment(root) {
  const separator = process.platform === 'win32' ? ';' : ':'
  return { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}${separator}${process.env.PATH ?? ''}` }
}

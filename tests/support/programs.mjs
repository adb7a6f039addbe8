// Runs on Node 20 with nothing installed.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pinnedNode, toolEnvironment } from '../../lib/cli/install.mjs'

const onPath = (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0

/** Whether this account may install packages of the system. */
function mayInstall() {
  return process.getuid?.() === 0 && onPath('apt-get')
}

let isListFresh = false

function installPackage(name, say) {
  if (!mayInstall()) return false
  say(`Installing ${name} with apt.`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  if (!isListFresh) spawnSync('apt-get', ['update', '-qq'], { env, stdio: 'ignore' })
  isListFresh = true
  return (
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { env, stdio: 'ignore' }).status ===
    0
  )
}

/** The real programs some tests talk to; a test whose program is missing says so and is counted as skipped. */
export function ensurePrograms(say) {
  for (const [program, name] of [
    ['bearerbox', 'kannel'],
    ['nginx', 'nginx-light'],
    ['zbarimg', 'zbar-tools'],
    ['pdftoppm', 'poppler-utils'],
    ['heif-enc', 'libheif-examples'],
    ['exiftool', 'libimage-exiftool-perl'],
  ]) {
    const sbin = join('/usr/sbin', program)
    if (!onPath(program) && !existsSync(sbin) && !installPackage(name, say)) {
      say(`${program} is not installed and cannot be from here: the tests that need it are skipped.`)
    }
  }
}

/** A Chromium for the browser tests: the system's, else Debian's through apt, else Playwright's own. */
export function ensureBrowser(root, say) {
  const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  if (process.env.CHROMIUM_PATH || usual.some((path) => existsSync(path))) return
  if (installPackage('chromium', say)) return
  say('Installing the Chromium of Playwright.')
  const cli = join(root, 'node_modules', 'playwright', 'cli.js')
  spawnSync(pinnedNode(root), [cli, 'install', 'chromium'], { cwd: root, stdio: 'inherit', env: toolEnvironment(root) })
}

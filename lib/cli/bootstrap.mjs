// `node lib/cli/bootstrap.mjs <script> [arguments]`: installs what is missing, then runs the script under the pinned
// Node. Runs on Node 20 with nothing installed.
import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled, nodeFlags, pinnedNode, toolEnvironment } from './install.mjs'

const root = resolve(fileURLToPath(new URL('../..', import.meta.url)))
const [script = '', ...rest] = process.argv.slice(2)

try {
  ensureInstalled(root, { say: (sentence) => process.stdout.write(`${sentence}\n`), withTestTools: false })
  const child = spawn(pinnedNode(root), [...nodeFlags, join(root, script), ...rest], {
    cwd: root,
    stdio: 'inherit',
    env: toolEnvironment(root),
  })
  // Ctrl-C reaches the child by itself; this process only waits for it to end.
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)))
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}

// `npm test`: installs what the tests need, runs every level and closes with `N passed, N failed`. Runs on Node 20
// with nothing installed. `npm test -- unit lint` runs only the levels named.
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from '../lib/cli/install.mjs'
import { runBrowser, runBuild, runImports, runLint, runTypes, runVitest } from './support/levels.mjs'
import { ensureBrowser, ensurePrograms } from './support/programs.mjs'

const root = resolve(fileURLToPath(new URL('..', import.meta.url)))
const say = (sentence) => process.stdout.write(`${sentence}\n`)

const levels = [
  { name: 'lint', run: runLint },
  { name: 'types', run: runTypes },
  { name: 'imports', run: runImports },
  ...['unit', 'contract', 'architecture'].map((name) => ({ name, run: () => runVitest(root, name) })),
  { name: 'build', run: runBuild },
  // Some of these serve the build.
  { name: 'integration', run: () => runVitest(root, 'integration') },
  { name: 'e2e', run: runBrowser },
]

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !levels.some((level) => level.name === name))
if (unknown.length > 0) {
  say(`There is no level ${unknown.join(', ')}: choose among ${levels.map(({ name }) => name).join(', ')}.`)
  process.exit(2)
}
const chosen = levels.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
const isChosen = (name) => chosen.some((level) => level.name === name)

try {
  ensureInstalled(root, { say, withTestTools: true })
} catch (error) {
  say(error.message)
  say('0 passed, 1 failed')
  process.exit(1)
}
if (isChosen('integration')) ensurePrograms(say)
if (isChosen('e2e')) ensureBrowser(root, say)

const results = []
for (const { name, run } of chosen) {
  say(`\n== ${name}`)
  const startedAt = Date.now()
  const result = await run(root)
  results.push({ name, ...result, seconds: (Date.now() - startedAt) / 1000 })
  if (name === 'build' && result.failed > 0) break
}

say('')
for (const { name, failures = [] } of results) {
  for (const failure of failures) say(`failed in ${name}: ${failure.replace(`${root}/`, '')}`)
}
for (const { name, passed, failed, skipped, seconds, what } of results) {
  const counts = [`${passed} passed`, `${failed} failed`, ...(skipped > 0 ? [`${skipped} skipped`] : [])].join(', ')
  say(`${name.padEnd(13)} ${counts.padEnd(34)} ${seconds.toFixed(1).padStart(6)} s${what ? `   ${what}` : ''}`)
}
const total = (key) => results.reduce((sum, result) => sum + result[key], 0)
const skipped = total('skipped') > 0 ? `, ${total('skipped')} skipped` : ''
say(`\n${total('passed')} passed, ${total('failed')} failed${skipped}`)
process.exit(total('failed') > 0 || total('passed') === 0 ? 1 : 0)

// Runs on Node 20; the tools themselves run under the pinned Node.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { nodeFlags, pinnedNode, toolEnvironment } from '../../lib/cli/install.mjs'

const testBuildDir = '.next-test'

/** Runs a tool of node_modules under the pinned Node and tells whether it ended well. */
function runTool(root, script, options) {
  const { flags, env = {}, quiet = false } = options
  const path = join(root, 'node_modules', ...script.split('/'))
  const { status, stdout } = spawnSync(pinnedNode(root), [path, ...flags], {
    cwd: root,
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', 'inherit'],
    env: { ...toolEnvironment(root), NEXT_TELEMETRY_DISABLED: '1', ...env },
    maxBuffer: 64 * 1024 * 1024,
  })
  return { isGood: status === 0, output: stdout?.toString() ?? '' }
}

const verdict = (isGood, what) => ({ passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0, what })

export function runLint(root) {
  const { isGood } = runTool(root, '@biomejs/biome/bin/biome', { flags: ['ci', '--diagnostic-level=warn', '.'] })
  return verdict(isGood)
}

export function runTypes(root) {
  const typegen = runTool(root, 'next/dist/bin/next', { flags: ['typegen'], quiet: true })
  const types = runTool(root, 'typescript/bin/tsc', { flags: ['-p', '.', '--noEmit'] })
  return verdict(typegen.isGood && types.isGood)
}

/** The rules of who may import whom; reading fewer modules than there are is a failure too. */
export function runImports(root) {
  const folders = ['app', 'components', 'db', 'lib', 'tests'].filter((folder) => existsSync(join(root, folder)))
  const flags = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders]
  const { output } = runTool(root, 'dependency-cruiser/bin/dependency-cruiser.mjs', { flags, quiet: true })
  const { summary, modules } = JSON.parse(output || '{"summary":{"error":1,"violations":[]},"modules":[]}')
  for (const { from, to, rule } of summary.violations) process.stdout.write(`${rule.name}: ${from} -> ${to}\n`)
  return verdict(summary.error === 0 && modules.length >= 100, `${modules.length} modules read`)
}

export function runVitest(root, project) {
  const folder = mkdtempSync(join(tmpdir(), 'obole-results-'))
  const file = join(folder, 'vitest.json')
  const flags = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { isGood } = runTool(root, 'vitest/vitest.mjs', { flags, env: { OBOLE_BUILD_DIR: testBuildDir } })
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
  rmSync(folder, { recursive: true })
  if (!report) return { passed: 0, failed: 1, skipped: 0, what: 'no report' }
  const skipped = report.numPendingTests + (report.numTodoTests ?? 0)
  const broken = report.numFailedTests + report.testResults.filter(isBrokenFile).length
  const failed = broken + (isGood || broken > 0 ? 0 : 1)
  return { passed: report.numPassedTests, failed, skipped, failures: report.testResults.flatMap(failuresOfFile) }
}

// A file that cannot even be loaded has no tests to count.
const isBrokenFile = ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0

const firstLine = (text = '') => stripVTControlCharacters(text).split('\n')[0].slice(0, 300)

function failuresOfFile({ name, status, message, assertionResults }) {
  if (isBrokenFile({ status, assertionResults })) return [`${name}: ${firstLine(message)}`]
  return assertionResults
    .filter((test) => test.status === 'failed')
    .map(({ fullName, failureMessages }) => `${name}: ${fullName}: ${firstLine(failureMessages[0])}`)
}

/** The specifications of a browser run that did not pass on any try, with the first thing each said. */
function failuresOfSuite({ specs = [], suites = [] }) {
  const own = specs
    .filter(({ ok }) => !ok)
    .map(({ file, title, tests }) => {
      const errors = tests.flatMap(({ results }) => results.flatMap((result) => result.error?.message ?? []))
      return `${file}: ${title}: ${firstLine(errors.at(-1))}`
    })
  return [...own, ...suites.flatMap(failuresOfSuite)]
}

export function runBuild(root) {
  const env = { OBOLE_BUILD_DIR: testBuildDir, OBOLE_SKIP_TYPES: '1', NODE_ENV: 'production' }
  const { isGood, output } = runTool(root, 'next/dist/bin/next', { flags: ['build'], env, quiet: true })
  if (!isGood) process.stdout.write(output)
  return verdict(isGood)
}

export function runBrowser(root) {
  const folder = mkdtempSync(join(tmpdir(), 'obole-results-'))
  const file = join(folder, 'playwright.json')
  const env = { OBOLE_BUILD_DIR: testBuildDir, PLAYWRIGHT_JSON_OUTPUT_FILE: file, NODE_OPTIONS: nodeFlags.join(' ') }
  const { isGood } = runTool(root, '@playwright/test/cli.js', { flags: ['test', '--reporter=list,json'], env })
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
  rmSync(folder, { recursive: true })
  if (!report) return { passed: 0, failed: 1, skipped: 0, what: 'no report' }
  const { expected, unexpected, flaky, skipped } = report.stats
  const failed = unexpected + (isGood || unexpected > 0 ? 0 : 1)
  const what = flaky > 0 ? { what: `${flaky} on a second try` } : {}
  return { passed: expected + flaky, failed, skipped, failures: failuresOfSuite(report), ...what }
}

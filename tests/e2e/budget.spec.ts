// What a page weighs, and what may not be in it.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { locales } from '../../lib/i18n/locales.ts'
import { categoryPath } from '../../lib/i18n/paths.ts'
import { root } from '../support/source-files.ts'
import { publicPages } from './site-pages.ts'

const buildDir = join(root, process.env['OBOLE_BUILD_DIR'] ?? '.next-test')
const kilobyte = 1000
const gzipped = (bytes: Buffer) => gzipSync(bytes, { level: 9 }).length

/** React and the framework alone: what every page loads whatever is on it. */
function bareRuntime(): number {
  const { rootMainFiles }: { rootMainFiles: readonly string[] } = JSON.parse(
    readFileSync(join(buildDir, 'build-manifest.json'), 'utf8'),
  )
  return rootMainFiles.reduce((sum, file) => sum + gzipped(readFileSync(join(buildDir, file))), 0)
}

for (const locale of locales) {
  test(`our scripts weigh less than 30 kB on every public page (${locale})`, async ({ page }) => {
    const bare = bareRuntime()
    expect(bare).toBeGreaterThan(100 * kilobyte)
    const weights: Record<string, number> = {}
    for (const path of await publicPages(page.request, locale)) {
      const scripts = new Map<string, number>()
      const read = async (response: { url: () => string; body: () => Promise<Buffer> }) => {
        if (new URL(response.url()).pathname.endsWith('.js'))
          scripts.set(response.url(), gzipped(await response.body()))
      }
      page.on('response', read)
      await page.goto(path, { waitUntil: 'networkidle' })
      page.off('response', read)
      expect(scripts.size, path).toBeGreaterThan(3)
      weights[path] = [...scripts.values()].reduce((sum, bytes) => sum + bytes, 0) - bare
    }
    const heaviest = Math.max(...Object.values(weights))
    console.log(JSON.stringify({ bare, heaviest }))
    expect(Object.entries(weights).filter(([, bytes]) => bytes >= 30 * kilobyte)).toEqual([])
  })

  test(`a page of 24 results weighs less than 30 kB (${locale})`, async ({ request }) => {
    const html = Buffer.from(await (await request.get(categoryPath(locale, []))).body())
    // One paid place in five at most stands before the page's own.
    const rows = html.toString().match(/class="ad-row"/g)?.length ?? 0
    expect(rows).toBeGreaterThanOrEqual(24)
    expect(rows).toBeLessThanOrEqual(28)
    expect(gzipped(html)).toBeLessThan(30 * kilobyte)
  })
}

// Each stands for something too heavy or too secret for a browser, by words that minifying keeps.
const signatures = {
  zod: /ZodError|invalid_type|_zod/,
  'telephone numbers': /country_calling_codes|nonIddPrefix|libphonenumber/i,
  drizzle: /drizzle:/,
  'the database': /better-sqlite3|synchronous = FULL/,
  secrets: /OBOLE_SECRET|aes-256-gcm/,
  contacts: /unseal|sealContact/,
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

test('nothing of the server reaches the browser', () => {
  const files = filesUnder(join(buildDir, 'static'))
  expect(files.filter((file) => file.endsWith('.js')).length).toBeGreaterThan(8)
  expect(files.filter((file) => file.endsWith('.map'))).toEqual([])
  for (const file of files.filter((name) => /\.(js|css|json)$/.test(name))) {
    const text = readFileSync(file, 'utf8')
    for (const [what, signature] of Object.entries(signatures))
      expect(signature.test(text), `${what} in ${file}`).toBe(false)
  }
  // The control: the same words are found where they belong.
  const server = filesUnder(join(buildDir, 'server')).filter((file) => file.endsWith('.js'))
  const all = server.map((file) => readFileSync(file, 'utf8')).join('\n')
  for (const [what, signature] of Object.entries(signatures))
    expect(signature.test(all), `${what} on the server`).toBe(true)
  expect(existsSync(join(buildDir, 'BUILD_ID'))).toBe(true)
})

// What is sold must not leak: not in a page, a feed, an image, an error, a length, an order, a search or a log.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { differenceOf, payloadAddress, textOf } from '../support/compare-answers.ts'
import { addressesIn, addressesOf, examplesOf, routesOfBuild } from '../support/known-routes.ts'
import { type Ask, builtSiteDir, ownPage, siteOrigin } from '../support/site-process.ts'
import { contactOfWorld, giveawaysOf } from '../support/twin-contacts.ts'
import { openTwinSites, type TwinSites } from '../support/twin-sites.ts'

let sites: TwinSites
let compared = 0
let payloads = 0
beforeAll(async () => {
  sites = await openTwinSites()
}, 240_000)
afterAll(() => sites.close(), 30_000)

/** Every way the same address can be asked. */
const ways: readonly Ask[] = [
  { method: 'HEAD' },
  { headers: { rsc: '1' } },
  { headers: { rsc: '1', 'next-router-prefetch': '1' } },
  { headers: { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' } },
  { headers: { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_full' } },
  { headers: { 'sec-purpose': 'prefetch' } },
  { headers: { range: 'bytes=0-99' } },
  { headers: { 'accept-encoding': 'gzip' } },
  { headers: { 'accept-encoding': 'br' } },
  { headers: { accept: 'application/json' } },
  { headers: { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' } },
  { headers: { 'if-none-match': 'W/"0"', 'if-modified-since': 'Thu, 01 Jan 1970 00:00:00 GMT' } },
  { method: 'POST', headers: ownPage(), body: '{}' },
  { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'a=1' },
  { method: 'DELETE' },
]

/** Asks both sites the same and adds what differs to `differences`. */
async function compare(path: string, ask: Ask, differences: string[]): Promise<string> {
  const once = () => Promise.all([sites.plain.ask(path, ask), sites.long.ask(path, ask)])
  let [left, right] = await once()
  let difference = differenceOf(left, right)
  if (difference) {
    // A second or a midnight may pass between two answers; a contact stays where it is.
    ;[left, right] = await once()
    difference = differenceOf(left, right)
  }
  compared += 1
  if (String(left.headers['content-type']).startsWith('text/x-component')) payloads += 1
  if (left.status >= 500) differences.push(`status ${left.status} for ${ask.method ?? 'GET'} ${path}`)
  if (difference) differences.push(`${ask.method ?? 'GET'} ${path} ${JSON.stringify(ask.headers ?? {})}: ${difference}`)
  const next = payloadAddress(left, ask)
  if (next) return compare(next, ask, differences)
  return ask.method === 'HEAD' ? '' : `${textOf(left)}\n<a href="${left.headers['location'] ?? ''}">`
}

test('every address the build knows says the same in both worlds, however it is asked', async () => {
  const differences: string[] = []
  const before = compared
  for (const route of routesOfBuild(builtSiteDir())) {
    const addresses = addressesOf(route, examplesOf(sites.world))
    for (const [at, address] of addresses.entries()) {
      await compare(address, {}, differences)
      if (at < 2) for (const way of ways) await compare(address, way, differences)
    }
    await compare(`${addresses[0]}?p=-1&tri=x&q=%00&c=../..&e=abcdefghij`, {}, differences)
  }
  const begins = /^POST \/api\/v1\/drafts \{.*draftId/
  expect(differences.filter((difference) => !begins.test(difference))).toEqual([])
  expect(payloads).toBeGreaterThan(60)
  expect(compared - before).toBeGreaterThan(1000)
}, 400_000)

test('so does everything that links lead to', async () => {
  const differences: string[] = []
  const waiting = [
    '/fr',
    '/en',
    '/sitemap.xml',
    '/robots.txt',
    '/feeds/fr/ads.atom',
    '/fr/recherche',
    '/en/search?q=moteur',
  ]
  const seen = new Set(waiting)
  let asked = 0
  for (const path of waiting) {
    if (asked >= 450) break
    asked += 1
    const text = await compare(path, {}, differences)
    for (const found of addressesIn(text, siteOrigin)) {
      // Filters multiply without end; a few hundred of them are as good as all.
      const isOneOfMany = found.includes('?') && seen.size > 600
      if (!seen.has(found) && !isOneOfMany && !found.startsWith('/_next/static/')) {
        seen.add(found)
        waiting.push(found)
      }
    }
  }
  expect(differences).toEqual([])
  expect(asked).toBeGreaterThan(150)
  const kinds = [/^\/fr\/annonce\//, /^\/en\/ad\//, /^\/photos\//, /^\/sitemap\//, /^\/feeds\//, /\/annonceur\//]
  for (const kind of kinds)
    expect(
      [...seen].filter((path) => kind.test(path)),
      String(kind),
    ).not.toEqual([])
}, 300_000)

test('searching for a contact finds what searching for anything else does', async () => {
  const differences: string[] = []
  for (const adId of [41, 1001]) {
    for (const world of ['plain', 'long'] as const) {
      for (const words of giveawaysOf(contactOfWorld(world, adId))) {
        const query = `q=${encodeURIComponent(words)}`
        for (const page of ['/fr/recherche', '/en/search', '/api/v1/ads'])
          await compare(`${page}?${query}`, {}, differences)
      }
    }
  }
  expect(differences).toEqual([])
}, 120_000)

test('a browser that bought one contact learns nothing of the others', async () => {
  const differences: string[] = []
  const { refs, boughtPurchase, pendingPurchase, device } = sites.world
  const cookie = { cookie: `obole_device=${device}` }
  const paths = [
    ...['/api/v1/me', `/api/v1/purchases/${pendingPurchase}`, `/api/v1/purchases/${boughtPurchase}`, '/fr/solde'],
    ...Object.values(refs).flatMap((ref) => [`/fr/annonce/${ref}/contact`, `/en/ad/${ref}/contact`, `/a/${ref}`]),
    ...[`/fr/payer/${pendingPurchase}`, `/en/pay/${pendingPurchase}`, `/fr/recu/${pendingPurchase}`],
  ]
  for (const path of paths) {
    await compare(path, { headers: cookie }, differences)
    await compare(path, { headers: { ...cookie, rsc: '1' } }, differences)
  }
  const others = differences.filter((difference) => !difference.includes(`/${refs.bought}`))
  expect(others).toEqual([])
  // The worlds do differ: what was bought shows it. Without this the comparison could be of anything.
  expect(differences.some((difference) => difference.includes(`/fr/annonce/${refs.bought}/contact`))).toBe(true)
})

test('no file and no line of a log holds a contact in clear', () => {
  for (const world of ['plain', 'long'] as const) {
    const giveaways = everyGiveaway(world)
    expect(giveaways.length).toBeGreaterThan(300)
    expect(foundIn(Buffer.from(sites[world].output()), giveaways)).toEqual([])
    for (const file of filesOf(sites.dirs[world])) expect(foundIn(readFileSync(file), giveaways), file).toEqual([])
    // The control: the same look finds a contact that is there.
    const [first = ''] = giveaways
    expect(
      foundIn(Buffer.concat([readFileSync(join(sites.dirs[world], 'obole.db')), Buffer.from(first)]), giveaways),
    ).toEqual([first])
  }
})

function everyGiveaway(world: 'plain' | 'long'): string[] {
  const imported = Array.from({ length: 40 }, (_, at) => 1001 + at)
  const added = Array.from({ length: 10 }, (_, at) => 41 + at)
  return [...imported, ...added].flatMap((adId) => giveawaysOf(contactOfWorld(world, adId)))
}

function foundIn(bytes: Buffer, giveaways: readonly string[]): string[] {
  return [...new Set(giveaways.filter((text) => bytes.includes(text)))]
}

function filesOf(dir: string): string[] {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = files.map((entry) => join(entry.parentPath, entry.name))
  expect(paths.map((path) => path.slice(dir.length + 1))).toEqual(expect.arrayContaining(['obole.db', 'limits.db']))
  return paths
}

test('the rows of both databases are the same but for the contacts themselves', () => {
  const [left, right] = [rowsOf(sites.dirs.plain), rowsOf(sites.dirs.long)]
  expect(left.size).toBeGreaterThan(30)
  for (const [table, rows] of left) expect(right.get(table), table).toEqual(rows)
})

// An imported advertiser's id is a keyed hash of the contact, which is how two imports find the same one; it is shown
// nowhere. A password's salt is drawn by the hashing library itself. The others are the clock's and each server's own.
const ownColumns: Readonly<Record<string, readonly string[]>> = {
  advertisers: ['id'],
  ads: ['advertiser_id'],
  contacts: ['sealed'],
  members: ['password_hash'],
  // Whoever has the address of a draft may go on with it, so each is drawn by lot; each server begins one at its own time.
  ad_drafts: ['id', 'created_at', 'updated_at', 'expires_at'],
}
const ownTables = /^(sqlite_|__drizzle|job|audit_log$|sessions$|simulator_|sim_|due_)/

function rowsOf(dir: string): Map<string, string[]> {
  const client = new Database(join(dir, 'obole.db'), { readonly: true })
  const tables = client
    .prepare("select name from sqlite_schema where type = 'table' order by name")
    .pluck()
    .all() as string[]
  const kept = tables.filter((table) => !ownTables.test(table))
  const rows = kept.map((table) => {
    const all = client.prepare(`select * from "${table}"`).all() as Record<string, unknown>[]
    for (const row of all) for (const column of ownColumns[table] ?? []) delete row[column]
    return [table, all.map((row) => JSON.stringify(row)).sort()] as const
  })
  client.close()
  return new Map(rows)
}

import { readdirSync, statSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { root } from '../support/source-files.ts'
import { type BenchSite, openBenchSite } from './bench-site.ts'
import { loadPage } from './http-load.ts'
import { benchBuildDir, cpuMsOf, memoryMbOf, type ServerProcess, startServer } from './server-process.ts'

const seconds = 8
const cars = 'vehicules/autos-1945-1975'

/**
 * Measures pages as browsers ask for them, kept and not kept, then reads many ads once each and tells what that leaves
 * in memory and on the disk. Prints one JSON object a figure.
 */
export async function run({ ads, crawl: count }: Readonly<{ ads: number; crawl: number }>): Promise<void> {
  const site = await openBenchSite(ads)
  const server = await startServer(site.dir)
  try {
    const ad = await publicPath(server.origin, site.adPaths(1)[0] ?? '')
    const searches: Readonly<Record<string, Readonly<{ path: string; filters: number }>>> = {
      'search, one common word': { path: '/fr/recherche?q=moteur', filters: 1 },
      'search, two words and a price': { path: '/fr/recherche?q=moteur+grange&max=1500', filters: 2 },
      'search, one word, cheapest first': { path: '/fr/recherche?q=moteur&tri=price_asc', filters: 1 },
      'search, below a price, cheapest first': { path: '/fr/recherche?c=pieces&max=200&tri=price_asc', filters: 2 },
      'search, a category and a bound of a field': { path: `/fr/recherche?c=${cars}&f.year.max=1960`, filters: 2 },
      'search, a category and two fields': {
        path: `/fr/recherche?c=${cars}&f.make=Citro%C3%ABn&f.running=roule`,
        filters: 3,
      },
    }
    for (const search of Object.values(searches)) await requireFilters(server.origin, search)
    const pages: Readonly<Record<string, string>> = {
      home: '/fr',
      category: '/fr/annonces/pieces',
      'category, page 40': '/fr/annonces/pieces?p=40',
      ad,
      ...Object.fromEntries(Object.entries(searches).map(([figure, { path }]) => [figure, path])),
      'category, past the numbered pages': await deepPath(server.origin),
      'ad, from a link with a mark': `${ad}?utm_source=x`,
    }
    for (const [figure, path] of Object.entries(pages)) {
      const headers = { 'accept-encoding': 'gzip' }
      const load = { bench: 'pages', figure, url: server.origin + path, pid: server.pid, seconds, headers }
      console.log(JSON.stringify({ ads, ...(await loadPage(load)) }))
    }
    for (const figure of ['searches, each another', 'searches, each another, the second time'])
      await readEach(server, { figure, paths: distinctSearches(), ads })
    await crawl({ site, server, ads, count: Math.min(ads, count) })
  } finally {
    await server.stop()
    site.close()
  }
}

/** Follows a short link to the page's own address. */
async function publicPath(origin: string, shortPath: string): Promise<string> {
  const response = await fetch(origin + shortPath, { redirect: 'manual', headers: { 'accept-language': 'fr' } })
  const location = response.headers.get('location')
  if (location === null) throw new Error(`${shortPath} leads nowhere (${response.status}).`)
  return new URL(location, origin).pathname
}

/** A name the site does not know is left out of a search in silence, and something cheaper would be measured. */
async function requireFilters(origin: string, { path, filters }: Readonly<{ path: string; filters: number }>) {
  const text = await (await fetch(origin + path)).text()
  const found = text.split('class="chip"').length - 1
  if (found !== filters) throw new Error(`${path} searches with ${found} filters and not with ${filters}.`)
}

/** Where the list of a category goes on after its last numbered page; no such page is ever kept. */
async function deepPath(origin: string): Promise<string> {
  const text = await (await fetch(`${origin}/fr/annonces/pieces?p=1000`)).text()
  const path = /href="([^"]+avant=[^"]+)" rel="next"/.exec(text)?.[1]
  if (path === undefined) throw new Error('The list has no page past its numbered ones: it needs more ads.')
  return path.replaceAll('&amp;', '&')
}

/** Words, prices, places, fields and orders, no two searches alike: what was remembered for one is of little use to others. */
function distinctSearches(): readonly string[] {
  const words = ['moteur', 'grange', 'culasse', 'citroen restaurer', 'peugeot magneto', 'gordini', 'sellerie', 'rest']
  const places = ['moulins-03000', 'lyon-69001', 'nantes-44000', 'toulouse-31000']
  const makes = ['Citroën', 'Peugeot', 'Renault', 'Simca', 'Panhard']
  const years = Array.from({ length: 25 }, (_, at) => 1946 + at)
  return [
    ...words.flatMap((word) => years.map((year) => `q=${word}&max=${year}&tri=${year % 3 ? 'recent' : 'price_asc'}`)),
    ...words.flatMap((word) => places.map((place) => `q=${word}&lieu=${place}&r=50`)),
    ...makes.flatMap((make) => years.map((year) => `c=${cars}&f.make=${make}&f.year.max=${year}`)),
    ...years.map((year) => `c=${cars}&f.running=roule&f.year.min=${year}`),
  ].map((query) => `/fr/recherche?${encodeURI(query)}`)
}

type Reading = Readonly<{ figure: string; paths: readonly string[]; ads: number }>

/** Asks for each page once, as eight visitors do, and prints what that costs; each address leads to one that is the page's own. */
async function readEach(server: ServerProcess, { figure, paths, ads }: Reading): Promise<void> {
  const waiting = [...paths]
  const before = { cpu: cpuMsOf(server.pid), at: performance.now() }
  const reader = async () => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const response = await fetch(server.origin + path, { headers: { 'accept-language': 'fr' } })
      await response.arrayBuffer()
      if (!response.ok) throw new Error(`${path} answers ${response.status}.`)
    }
  }
  await Promise.all(Array.from({ length: 8 }, reader))
  const shared = { bench: 'pages', ads, samples: paths.length, loadAverage: loadavg()[0] ?? 0 }
  const cpuMs = (cpuMsOf(server.pid) - before.cpu) / paths.length
  const perSecond = (paths.length * 1000) / (performance.now() - before.at)
  console.log(JSON.stringify({ ...shared, figure, unit: 'pages/s', value: perSecond, cpuMs }))
}

type Crawl = Readonly<{ site: BenchSite; server: ServerProcess; ads: number; count: number }>

async function crawl({ site, server, ads, count }: Crawl): Promise<void> {
  const folders = [site.dir, join(root, benchBuildDir())]
  const before = folders.map(bytesUnder)
  await readEach(server, { figure: 'crawl of ads', paths: site.adPaths(count), ads })
  const grown = folders.map(bytesUnder).reduce((sum, bytes, at) => sum + bytes - (before[at] ?? 0), 0)
  const shared = { bench: 'pages', ads, samples: count, loadAverage: loadavg()[0] ?? 0 }
  console.log(
    JSON.stringify({ ...shared, figure: 'memory after the crawl', unit: 'MB', value: memoryMbOf(server.pid) }),
  )
  console.log(JSON.stringify({ ...shared, figure: 'disk used by the crawl', unit: 'bytes', value: grown }))
}

// The write-ahead log comes and goes by itself.
function bytesUnder(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/-(wal|shm)$/.test(entry.name))
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
}

// The pages that are put into frames, against the same pages drawn by the framework one by one.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commit } from '../../db/commit.ts'
import { saveContent } from '../../lib/content/content-store.ts'
import { type HttpSite, openHttpSite } from '../support/http-site.ts'
import { type SiteProcess, startSite } from '../support/site-process.ts'
import { testNow } from '../support/test-site.ts'

const hostile = '$L1</title></script><script>alert("1")</script> & \\" \u2028'
const withoutFrames = 'data:text/javascript,globalThis.obolePageKinds={set(){},get(){}}'

let framed: HttpSite
let plain: SiteProcess
let adPath: string
let paths: readonly string[]

beforeAll(async () => {
  framed = await openHttpSite()
  await commit([
    saveContent({
      kind: 'page',
      key: 'ranking',
      locale: 'fr',
      title: 'À nous',
      body: '## Rien\n\n- x',
      updatedAt: testNow,
      updatedBy: 'test',
    }),
  ])
  const ads = [await framed.addAd(), await framed.addAd(), await framed.addAd()]
  plain = await startSite(framed.dir, { NODE_OPTIONS: `--import=${withoutFrames}`, OBOLE_TRUSTED_PROXIES: '1' })
  const pages = await Promise.all(ads.map(({ ref }) => plain.ask(`/fr/annonce/${ref}`)))
  const found = pages.map(({ headers }) => String(headers.location))
  adPath = found[0] ?? ''
  const advertiser = /href="(\/fr\/annonceur\/[^"]+)"/.exec(String((await plain.ask(adPath)).body))?.[1] ?? ''
  // A kind of page has a frame once its file is loaded: this loads them.
  const texts = ['/en/help', '/fr/cgu', '/en/legal-notice', '/en/prices', '/en/developers']
  const kinds = ['/fr', '/fr/recherche', '/fr/annonces', found[1] ?? '', advertiser, ...texts]
  for (const path of kinds) await framed.server.ask(path)
  const q = encodeURIComponent(hostile)
  paths = [
    ...['/fr', '/en', '/fr/recherche', '/en/search', '/fr/recherche?q=terrot', '/en/search?q=terrot&lieu=Moulins&r=50'],
    ...[
      `/fr/recherche?q=${q}`,
      `/fr/recherche?q=terrot&lieu=${q}&min=1&tri=price_asc&p=2`,
      '/fr/recherche?tri=relevance',
    ],
    ...['/fr/annonces', '/fr/annonces?p=2', '/fr/annonces/vehicules/motos', '/en/ads/vehicles?x=1&x=2&x=%24%26'],
    ...[adPath, adPath.replace('/fr/annonce', '/en/ad'), `${adPath}?utm_source=x`, found[2] ?? ''],
    ...[advertiser, `${advertiser}?p=2`, advertiser.replace('/fr/annonceur', '/en/advertiser')],
    ...[
      '/fr/aide',
      '/en/terms',
      '/fr/mentions-legales',
      '/fr/tarifs',
      '/en/prices?p=2',
      '/fr/developpeurs',
      '/fr/aide/rien',
      '/fr/classement',
    ],
    ...['/fr/annonces/rien', '/en/ads/vehicules', `${adPath}x`, '/fr/annonce/ZZZZZZ/rien', '/fr/annonceur/rien'],
  ]
}, 120_000)
afterAll(async () => {
  await plain.stop()
  await framed.close()
}, 30_000)

/** What a browser sees of a page, and what the framework's scripts are told of its head. */
function seen(body: Buffer) {
  const text = String(body)
  const told = [...text.matchAll(/__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)/g)].map(([, said = '']) =>
    JSON.parse(said),
  )
  const rows = told.join('').split('\n')
  return {
    html: text
      .replace(/<script(?! type="application\/ld)[\s\S]*?<\/script>/g, '')
      .replace(/ nonce="[^"]*"|<!--\/?\$-->/g, ''),
    head: rows.filter((row) => row.includes('"og:title"')).map((row) => row.replace(/^\w+:|"\$L\w+"/g, '')),
    data: told.join(''),
  }
}

test('a page in a frame is the page the framework draws', async () => {
  expect(paths.length).toBeGreaterThan(20)
  for (const path of paths) {
    const [left, right] = await Promise.all([framed.server.ask(path), plain.ask(path)])
    const [mine, theirs] = [seen(left.body), seen(right.body)]
    expect([path, left.status, left.headers.location]).toEqual([path, right.status, right.headers.location])
    expect([path, mine.html]).toEqual([path, theirs.html])
    expect([path, mine.head]).toEqual([path, theirs.head])
    if (left.status === 200) expect([path, theirs.head.length]).toEqual([path, 1])
    const named = ['content-type', 'cache-control', 'x-frame-options', 'referrer-policy']
    expect(named.map((name) => left.headers[name])).toEqual(named.map((name) => right.headers[name]))
  }
})

test('the frame says nothing of the page it was asked for first', async () => {
  const [mine, theirs] = await Promise.all([framed.server.ask(adPath), plain.ask(adPath)])
  const segment = `"k":${JSON.stringify(adPath.split('/').at(-1))}`
  expect(seen(theirs.body).data).toContain(segment)
  expect(seen(mine.body).data).not.toContain(segment)
})

test('the page of prices has a line for each way to pay and no way twice', async () => {
  const { html } = seen((await framed.server.ask('/en/prices')).body)
  const ways = [
    ...html
      .split('id="methods"')
      .slice(1)
      .join()
      .matchAll(/<th scope="row">([^<]+)/g),
  ].map(([, way]) => way)
  expect(ways).toContain('Premium text message')
  expect(new Set(ways).size).toBe(ways.length)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { eur } from '../../lib/money/money.ts'
import { databaseDigest } from '../support/database-digest.ts'
import { type HttpSite, openHttpSite } from '../support/http-site.ts'
import { addressesOf, routesOfBuild } from '../support/known-routes.ts'
import { type Answer, builtSiteDir, newAddress, ownPage, siteOrigin } from '../support/site-process.ts'

let http: HttpSite
beforeAll(async () => {
  http = await openHttpSite()
}, 120_000)
afterAll(() => http.close(), 30_000)

const json = (answer: Answer) => JSON.parse(answer.body.toString())
const from = (address: string) => ({ 'x-forwarded-for': address })

test('a hundred identical purchases at once over HTTP buy one contact, and every answer that came through is equal', async () => {
  const ad = await http.addAd(eur(300))
  const browser = await http.browserWithBalance(eur(5000))
  const fields = { locale: 'fr', quote: http.quote(ad, 'wallet-eur'), waiver: true }
  const answers = await Promise.all(
    Array.from({ length: 100 }, () =>
      http.server.post('/api/v1/purchases', fields, { cookie: browser.cookie, ...from(newAddress()) }),
    ),
  )
  const good = answers.filter(({ status }) => status === 201)
  // What one browser may ask in ten minutes has a limit; beyond it nothing happens.
  expect(answers.filter(({ status }) => status !== 201 && status !== 429)).toEqual([])
  expect(good.length).toBeGreaterThanOrEqual(50)
  expect(new Set(good.map((answer) => answer.body.toString())).size).toBe(1)
  expect(http.site.count('purchases', `ad_id = ${ad.id}`)).toBe(1)
  expect(http.site.count('unlocks', `ad_id = ${ad.id}`)).toBe(1)
  expect(http.site.walletOf(browser.payer)).toBe(4700)
  await http.site.requireSoundBooks()
})

test('a hundred new browsers with one quote are one payer and one purchase', async () => {
  const ad = await http.addAd(eur(300))
  const fields = { locale: 'fr', quote: http.quote(ad, 'sms-83000'), waiver: true }
  const answers = await Promise.all(
    Array.from({ length: 100 }, () => http.server.post('/api/v1/purchases', fields, from(newAddress()))),
  )
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]))
  expect(new Set(answers.map((answer) => json(answer).purchaseId)).size).toBe(1)
  expect(new Set(answers.map(({ headers }) => String(headers['set-cookie']))).size).toBe(1)
  expect(http.site.count('purchases', `ad_id = ${ad.id}`)).toBe(1)
  expect(http.site.count('charges', `purchase_id = '${json(answers[0] as Answer).purchaseId}'`)).toBe(1)
})

test('a key sent again gives the first answer again, with another body a conflict', async () => {
  const ad = await http.addAd(eur(150))
  const browser = await http.browserWithBalance(eur(500))
  const fields = { locale: 'fr', quote: http.quote(ad, 'wallet-eur'), waiver: true }
  const headers = { cookie: browser.cookie, 'idempotency-key': 'click-1', ...from(newAddress()) }
  const first = await http.server.post('/api/v1/purchases', fields, headers)
  const second = await http.server.post('/api/v1/purchases', fields, headers)
  expect(second.status).toBe(201)
  expect(second.headers['idempotent-replay']).toBe('true')
  expect(second.body.equals(first.body)).toBe(true)
  const other = await http.server.post('/api/v1/purchases', { ...fields, locale: 'en' }, headers)
  expect(other.status).toBe(409)
  expect(http.site.walletOf(browser.payer)).toBe(350)
})

const origins = [
  undefined,
  'null',
  'http://evil.example',
  siteOrigin,
  `${siteOrigin}:8080`,
  `${siteOrigin}.evil.example`,
  'https://obole.test',
  'http://sub.obole.test',
]
const sites = [undefined, 'same-origin', 'same-site', 'cross-site', 'none', 'SAME-ORIGIN, cross-site']
const spoofs: readonly Record<string, string>[] = [{}, { 'x-forwarded-host': 'evil.example' }, { host: 'evil.example' }]

test('only a request of our own page buys, whatever the headers claim', async () => {
  const ad = await http.addAd(eur(100))
  const browser = await http.browserWithBalance(eur(5000))
  const wrong: string[] = []
  let refused = 0
  const quote = http.quote(ad, 'wallet-eur')
  const before = databaseDigest(http.dir)
  const combinations = origins.flatMap((origin) =>
    sites.flatMap((site) => spoofs.map((spoof) => ({ origin, site, spoof }))),
  )
  for (const { origin, site, spoof } of combinations) {
    const isOwn = site === 'same-origin' || (site === undefined && origin === siteOrigin)
    if (isOwn) continue
    const { 'sec-fetch-site': _, ...plain } = ownPage()
    const claimed = { ...(origin ? { origin } : {}), ...(site ? { 'sec-fetch-site': site } : {}), ...spoof }
    const headers = { ...plain, ...claimed, cookie: browser.cookie, ...from(newAddress()) }
    const body = JSON.stringify({ locale: 'fr', quote, waiver: true })
    const { status } = await http.server.ask('/api/v1/purchases', { method: 'POST', headers, body })
    refused += 1
    if (status !== 403) wrong.push(`${status} for ${JSON.stringify(claimed)}`)
  }
  expect(wrong).toEqual([])
  expect(refused).toBeGreaterThan(100)
  expect(databaseDigest(http.dir)).toEqual(before)
  for (const own of [{ 'sec-fetch-site': 'same-origin' }, { origin: siteOrigin }]) {
    const { 'sec-fetch-site': _, ...plain } = ownPage()
    const fields = JSON.stringify({
      locale: 'fr',
      quote: http.quote(await http.addAd(eur(100)), 'wallet-eur'),
      waiver: true,
    })
    const headers = { ...plain, ...own, cookie: browser.cookie, ...from(newAddress()) }
    expect((await http.server.ask('/api/v1/purchases', { method: 'POST', headers, body: fields })).status).toBe(201)
  }
})

test('no write route of the interface takes a request from elsewhere, and a form sent without an origin is foreign', async () => {
  const before = databaseDigest(http.dir)
  const wrong: string[] = []
  let asked = 0
  const routes = routesOfBuild(builtSiteDir()).filter((route) => /^\/api\/v1\/|^\/simulator\/api\//.test(route))
  const parameters = routes.flatMap((route) =>
    [...route.matchAll(/\[+(?:\.\.\.)?(\w+)\]+/g)].map(([, name = '']) => name),
  )
  const nothing = Object.fromEntries(parameters.map((name) => [name, ['AAAAAAAAAAAAAAAAAAAAAAAAAAAA']]))
  const examples = { ...nothing, ref: ['ZZZZZZ'], action: ['capture'], key: ['x'] }
  for (const path of routes.flatMap((route) => addressesOf(route, examples))) {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      for (const claimed of [{ 'sec-fetch-site': 'cross-site' }, {}]) {
        const headers = { ...claimed, ...from(newAddress()), 'content-type': 'application/x-www-form-urlencoded' }
        const { status } = await http.server.ask(path, { method, headers, body: 'locale=fr' })
        asked += 1
        if (status < 400 || status >= 500) wrong.push(`${status} ${method} ${path} ${JSON.stringify(claimed)}`)
      }
    }
  }
  expect(wrong).toEqual([])
  expect(asked).toBeGreaterThan(150)
  expect(databaseDigest(http.dir)).toEqual(before)
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { GET as getAd } from '../../app/api/v1/ads/[ref]/route.ts'
import { GET as listAds } from '../../app/api/v1/ads/route.ts'
import { GET as listCategories } from '../../app/api/v1/categories/route.ts'
import { GET as listPlaces } from '../../app/api/v1/places/route.ts'
import { adListOut, adOut, categoryListOut, placeListOut } from '../../lib/http/api-schemas.ts'
import { openApiDocument } from '../../lib/http/openapi.ts'
import { viewOpenApi } from '../../lib/http/openapi-view.ts'
import { openTestSite, testContact } from '../support/test-site.ts'

let site: Awaited<ReturnType<typeof openTestSite>>
beforeEach(async () => {
  site = await openTestSite()
})
afterEach(() => site.close())

async function ask(route: typeof listAds, address: string, params: Record<string, string> = {}) {
  const answer = await route(new Request(`http://localhost:3000${address}`), { params: Promise.resolve(params) })
  return { status: answer.status, headers: answer.headers, json: (await answer.json()) as unknown }
}

// Strict, so that a field nobody described fails as much as one that is missing.
test('lists, ads, categories and towns are as described, in both languages', async () => {
  const ad = await site.addAd({ expiresAt: Date.now() + 1e9 })
  for (const lang of ['fr', 'en']) {
    const list = adListOut.strict().parse((await ask(listAds, `/api/v1/ads?lang=${lang}`)).json)
    expect(list.ads.map(({ ref }) => ref)).toEqual([ad.ref])
    adOut.strict().parse((await ask(getAd, `/api/v1/ads/${ad.ref}?lang=${lang}`, { ref: ad.ref })).json)
    const { categories } = categoryListOut.strict().parse((await ask(listCategories, `/x?lang=${lang}`)).json)
    expect(categories.length).toBeGreaterThan(1)
  }
  const { places } = placeListOut.strict().parse((await ask(listPlaces, '/api/v1/places?q=moul')).json)
  expect(places[0]?.slug).toBe('moulins-03000')
})

test('answers may be kept for half a minute; refusals are problems and may not', async () => {
  expect((await ask(listAds, '/api/v1/ads')).headers.get('cache-control')).toBe('public, s-maxage=30')

  const missing = await ask(getAd, '/api/v1/ads/ZZZZZZ', { ref: 'ZZZZZZ' })

  expect(missing.status).toBe(404)
  expect(missing.headers.get('content-type')).toContain('application/problem+json')
  expect(missing.headers.get('cache-control')).toContain('no-store')
  expect(missing.json).toMatchObject({ type: 'urn:obole:problem:not_found', status: 404 })
})

test('an ad that the public may not see is not there', async () => {
  const ad = await site.addAd({ status: 'suspended' })
  expect((await ask(getAd, `/api/v1/ads/${ad.ref}`, { ref: ad.ref })).status).toBe(404)
  const sold = await site.addAd({ status: 'sold' })
  expect((await ask(getAd, `/api/v1/ads/${sold.ref}`, { ref: sold.ref })).json).toMatchObject({ status: 'sold' })
})

test('no answer holds the contact, and asking for it finds nothing', async () => {
  const ad = await site.addAd({ expiresAt: Date.now() + 1e9 })
  const digits = testContact.phone?.replace(/\D/g, '') ?? ''
  const answers = [
    await ask(listAds, '/api/v1/ads'),
    await ask(getAd, `/api/v1/ads/${ad.ref}`, { ref: ad.ref }),
    await ask(listAds, `/api/v1/ads?q=${encodeURIComponent(testContact.phone ?? '')}`),
    await ask(listAds, `/api/v1/ads?q=${digits}`),
  ]
  const text = JSON.stringify(answers.slice(0, 2).map(({ json }) => json))
  expect(text).not.toContain(testContact.name)
  expect(text).not.toContain(testContact.email)
  expect(text.replace(/[ .]/g, '')).not.toContain(digits)
  for (const { json } of answers.slice(2)) expect(json).toMatchObject({ ads: [] })
})

/** `purchases/[id]/code` becomes `/api/v1/purchases/{id}/code`. */
function routesOf(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('route.ts'))
    .flatMap((name) => {
      const path = `/api/v1/${name.replace(/\/route\.ts$/, '').replace(/\[(\w+)\]/g, '{$1}')}`
      const methods = readFileSync(join(folder, name), 'utf8').matchAll(/export (?:const|async function) ([A-Z]+)\b/g)
      return [...methods].map(([, method = '']) => [path, method.toLowerCase()] as const)
    })
}

/** The panel's own forms and the stream behind the waiting page are not part of the interface. */
const isInternal = (path: string) => path.startsWith('/api/v1/admin/') || path.endsWith('/events')

test('every route is described, and everything described has a route', () => {
  const routes = routesOf(join(import.meta.dirname, '../../app/api/v1'))
  const described = Object.entries(openApiDocument().paths ?? {}).flatMap(([path, item]) =>
    Object.keys(item ?? {}).map((method) => `${method} ${path}`),
  )
  const written = routes.filter(([path]) => !isInternal(path)).map(([path, method]) => `${method} ${path}`)

  expect(written.length).toBeGreaterThan(12)
  expect([...described].sort()).toEqual([...written].sort())
})

test('the description is whole: version, unique names and no reference that leads nowhere', () => {
  const document = JSON.parse(JSON.stringify(openApiDocument())) as { openapi: string; components: { schemas: object } }
  const text = JSON.stringify(document)
  const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name ?? '')
  const { endpoints, schemas } = viewOpenApi(openApiDocument())

  expect(document.openapi).toBe('3.1.0')
  expect(references.length).toBeGreaterThan(20)
  for (const name of references) expect(document.components.schemas).toHaveProperty(name)
  expect(new Set(endpoints.map(({ id }) => id)).size).toBe(endpoints.length)
  expect(schemas.every(({ fields }) => fields.every(({ type }) => type !== 'any'))).toBe(true)
})

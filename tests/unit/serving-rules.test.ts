import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { clientAddress } from '../../lib/http/address.ts'
import { contentSecurityPolicy, inlineScriptSources, joinInlineScripts } from '../../lib/http/csp.ts'
import { isPublicPage, queryOfPage } from '../../lib/http/page-cache-rules.ts'
import { dropInsiderHeaders, refuseRequest } from '../../lib/http/paths-guard.ts'
import { targetOf } from '../../lib/runtime/handle-request.ts'

const live = { isDemo: false, isDevelopment: false }
const demo = { isDemo: true, isDevelopment: false }

test.each([
  ['/fr', ''],
  ['/fr/ads/vehicules/autos-annees-30', '?p=2'],
  ['/fr/ads/vehicules/in/moulins-03000', ''],
  ['/en/ad/K7P204/citroen-traction', ''],
  ['/fr/search', '?p=3&tri=price_asc'],
  ['/brand.css', '?v=1a2b3c'],
  ['/feeds/fr/ads.atom', ''],
  ['/sitemap.xml', ''],
])('%s%s is the same for everybody', (path, query) => {
  expect(isPublicPage(path, query)).toBe(true)
})

test.each([
  ['/fr/search', '?q=traction'],
  ['/fr', '?utm_source=x'],
  ['/fr/ad/K7P204/contact', ''],
  ['/fr/ad/K7P204', ''],
  ['/fr/pay/abc', ''],
  ['/fr/my-access', ''],
  ['/fr/wallet', ''],
  ['/fr/ads/vehicules', '?p=1&p=2'],
  ['/fr/ads/vehicules', `?p=${'1'.repeat(30)}`],
  [`/fr/ads/${'x'.repeat(600)}`, ''],
  ['/de', ''],
  ['/admin', ''],
  ['/api/v1/me', ''],
])('%s%s is not kept', (path, query) => {
  expect(isPublicPage(path, query)).toBe(false)
})

test.each([
  ['/fr', '?utm_source=x&a=b', ''],
  ['/en/ad/K7P204/citroen-traction', '?fbclid=IwAR0', ''],
  ['/fr/ads/pieces', '?utm_medium=mail&p=2', '?p=2'],
  ['/fr/ads/pieces', '?gclid=1', ''],
  ['/fr/search', '?q=2cv&utm_campaign=x&mc_cid=1', '?q=2cv'],
  ['/fr/search', '?q=utm_source', '?q=utm_source'],
  ['/fr/ad/K7P204', '?utm_source=x', '?utm_source=x'],
  ['/fr/ad/K7P204/contact', '?e=1', '?e=1'],
  ['/fr/wallet', '?utm_source=x', '?utm_source=x'],
  ['/admin', '?utm_source=x', '?utm_source=x'],
])('of %s%s the page reads "%s"', (path, query, read) => {
  expect(queryOfPage(path, query)).toBe(read)
})

test('each language has its own words, and another language’s word leads to them', () => {
  const request = { headers: {} }
  expect(targetOf(request, '/fr/recherche?q=2cv')).toEqual({
    kind: 'page',
    url: '/fr/search?q=2cv',
    query: '?q=2cv',
    isPublic: false,
  })
  expect(targetOf(request, '/fr/search?q=2cv')).toEqual({
    kind: 'redirect',
    status: 308,
    location: '/fr/recherche?q=2cv',
  })
  expect(targetOf(request, '/fr/annonces/motos/')).toMatchObject({ status: 308, location: '/fr/annonces/motos' })
  expect(targetOf(request, '/fr/inconnu')).toEqual({ kind: 'page', url: '/fr/inconnu', query: '', isPublic: false })
  expect(targetOf(request, '/admin')).toEqual({ kind: 'page', url: '/admin', query: '', isPublic: false })
})

test('the front door leads to the chosen language, else the browser’s, else French', () => {
  const at = (headers: Record<string, string>) => targetOf({ headers }, '/')
  expect(at({ cookie: 'a=b; lang=en', 'accept-language': 'fr' })).toMatchObject({ status: 307, location: '/en' })
  expect(at({ 'accept-language': 'en-GB,fr;q=0.5' })).toMatchObject({ location: '/en' })
  expect(at({ cookie: 'lang=de' })).toMatchObject({ location: '/fr' })
})

test.each([
  ['POST', '/fr', 405],
  ['DELETE', '/admin/ads', 405],
  ['OPTIONS', '/fr', 405],
  ['GET', '/_next/image?url=%2Fx', 404],
  ['GET', '/simulator', 404],
  ['POST', '/simulator/api/send', 404],
  ['GET', '/inbox/1', 404],
  ['GET', '//evil.example', 400],
  ['GET', '/photos/..%2fobole.db', 400],
  ['GET', '/photos/%2e%2e/obole.db', 400],
  ['GET', '/fr/%zz', 400],
  ['GET', 'http://other.example/', 400],
  ['GET', `/fr?q=${'x'.repeat(5000)}`, 414],
])('%s %s is refused in a live site', (method, url, status) => {
  expect(refuseRequest({ method, url, hasNextAction: false }, live)?.status).toBe(status)
})

test('what the site is for goes through', () => {
  const refuse = (method: string, url: string, site = live) =>
    refuseRequest({ method, url, hasNextAction: false }, site)
  expect(refuse('GET', '/fr/recherche?q=%C3%A9')).toBeUndefined()
  expect(refuse('HEAD', '/fr')).toBeUndefined()
  expect(refuse('POST', '/api/v1/purchases')).toBeUndefined()
  expect(refuse('GET', '/simulator', demo)).toBeUndefined()
  expect(refuse('POST', '/simulator/api/send', demo)).toBeUndefined()
  expect(refuse('GET', '/simulators')).toBeUndefined()
})

test('a server action is refused whatever it names', () => {
  expect(refuseRequest({ method: 'POST', url: '/api/v1/x', hasNextAction: true }, demo)?.status).toBe(400)
})

test('insiders’ headers of strangers are dropped', () => {
  const headers = {
    accept: '*/*',
    'x-middleware-subrequest': 'a',
    'x-nextjs-data': '1',
    'x-invoke-path': '/admin',
    'x-matched-path': '/admin',
    'x-obole-address': '1.2.3.4',
  }
  dropInsiderHeaders(headers)
  expect(headers).toEqual({ accept: '*/*' })
})

test.each([
  [0, '9.9.9.9', '127.0.0.1', '127.0.0.1'],
  [1, 'forged, 203.0.113.7', '127.0.0.1', '203.0.113.7'],
  [2, 'forged, 203.0.113.7, 10.0.0.2', '127.0.0.1', '203.0.113.7'],
  [1, undefined, '::ffff:127.0.0.1', '127.0.0.1'],
  [2, '203.0.113.7', '10.0.0.1', '10.0.0.1'],
  [1, '203.0.113.7:4711', '10.0.0.1', '203.0.113.7'],
  [0, undefined, '2001:db8::1', '2001:db8::1'],
])('behind %i proxies, %s from %s is %s', (trustedProxies, forwardedFor, socketAddress, expected) => {
  expect(clientAddress({ trustedProxies, forwardedFor, socketAddress })).toBe(expected)
})

test('every inline script has its hash, and nothing else has one', () => {
  const html =
    '<script src="/a.js" async=""></script><script type="application/ld+json">{"a":1}</script>' +
    '<script>one()</script><script id="x">two()</script>'
  const hash = (code: string) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`
  expect(inlineScriptSources(html)).toEqual([hash('one()'), hash('two()')])
})

test('scripts that stand side by side become one', () => {
  expect(joinInlineScripts('<script>a()</script><script>b()</script><p></p><script>c()</script>')).toBe(
    '<script>a()\n;b()</script><p></p><script>c()</script>',
  )
})

test('forms may lead to the sites that payers are sent to, and nothing else may', () => {
  const policy = contentSecurityPolicy({ scriptSources: [], formSources: ['https://pay.example'] })
  expect(policy).toContain("form-action 'self' https://pay.example;")
  expect(policy.match(/pay\.example/g)).toHaveLength(1)
  expect(contentSecurityPolicy({ scriptSources: [] })).toContain("form-action 'self';")
})

test('a policy allows no inline style, no other host and no frame', () => {
  const policy = contentSecurityPolicy({ scriptSources: ["'nonce-abc'"] })
  expect(policy).toContain("script-src 'self' 'nonce-abc'")
  expect(policy).toContain("style-src 'self';")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toMatch(/unsafe|\*|https?:/)
})

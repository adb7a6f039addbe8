// What may be asked of the site by anybody, with whatever headers, and what every answer carries.
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeDatabase } from '../../db/client.ts'
import { readConfig, useConfig } from '../../lib/config/env.ts'
import { listPayerHosts } from '../../lib/providers/payer-hosts.ts'
import { minute } from '../../lib/time/time.ts'
import type { TwinWorld } from '../support/build-twin-world.ts'
import { databaseDigest } from '../support/database-digest.ts'
import { addressesOf, examplesOf, routesOfBuild } from '../support/known-routes.ts'
import {
  type Answer,
  type Ask,
  builtSiteDir,
  ownPage,
  type SiteProcess,
  siteEnvironment,
  startSite,
} from '../support/site-process.ts'
import { fillWorld } from '../support/twin-sites.ts'

const dir = mkdtempSync(join(tmpdir(), 'obole-requests-'))
let world: TwinWorld
let demo: SiteProcess
let live: SiteProcess
let payerHosts: readonly string[]
beforeAll(async () => {
  world = await fillWorld(dir, { name: 'plain', now: Math.floor(Date.now() / minute) * minute })
  useConfig(readConfig(siteEnvironment(dir)))
  payerHosts = listPayerHosts(Date.now())
  closeDatabase()
  demo = await startSite(dir, { OBOLE_TRUSTED_PROXIES: '1' })
  live = await startSite(dir, { OBOLE_MODE: 'live' })
}, 180_000)
afterAll(async () => {
  await Promise.all([demo.stop(), live.stop()])
  rmSync(dir, { recursive: true, force: true })
}, 30_000)

const everyAddress = (most = 99) =>
  routesOfBuild(builtSiteDir()).flatMap((route) => addressesOf(route, examplesOf(world)).slice(0, most))
const cookie = () => ({ cookie: `obole_device=${world.device}` })

test('looking at a page ahead of time, or only at its head, changes nothing', async () => {
  // The server's jobs have their first turn.
  await wait(2000)
  const before = databaseDigest(dir)
  const early: readonly Ask[] = [
    { headers: { 'sec-purpose': 'prefetch;prerender', purpose: 'prefetch' } },
    { headers: { ...cookie(), 'sec-purpose': 'prefetch' } },
    { headers: { ...cookie(), rsc: '1', 'next-router-prefetch': '1' } },
  ]
  const failed: string[] = []
  let asked = 0
  // The door of providers is no page: some providers come in by GET, and what they say counts.
  const pages = everyAddress(8).filter((address) => !address.startsWith('/api/callbacks/'))
  for (const address of pages) {
    for (const way of early) {
      const { status } = await demo.ask(address, way)
      asked += 1
      if (status >= 500) failed.push(`${status} ${address} ${JSON.stringify(way)}`)
    }
  }
  expect(failed).toEqual([])
  expect(asked).toBeGreaterThan(400)
  expect(databaseDigest(dir)).toEqual(before)
}, 600_000)

const insiderHeaders: readonly Record<string, string>[] = [
  { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' },
  { 'x-middleware-subrequest': 'src/middleware' },
  { 'x-middleware-rewrite': '/admin', 'x-middleware-next': '1' },
  { 'x-middleware-override-headers': 'cookie', 'x-middleware-request-cookie': 'obole_session=1' },
  { 'x-nextjs-data': '1' },
  { 'x-nextjs-prerender': '1', 'x-nextjs-cache': 'HIT' },
  { 'x-invoke-path': '/admin', 'x-invoke-query': '%7B%7D', 'x-invoke-status': '200' },
  { 'x-matched-path': '/admin' },
  { 'x-now-route-matches': '1=admin', 'x-vercel-id': 'x' },
  { 'x-obole-address': '127.0.0.1' },
  { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
  { host: 'evil.example' },
  { 'x-original-url': '/admin', 'x-rewrite-url': '/admin' },
  { 'x-http-method-override': 'DELETE' },
]

test('headers by which a stranger could speak as an insider change nothing', async () => {
  const wrong: string[] = []
  for (const path of ['/admin', '/admin/books', '/admin/purchases', '/fr', '/fr/aide', `/a/${world.refs.paid}`]) {
    const plain = await demo.ask(path)
    for (const headers of insiderHeaders) {
      const answer = await demo.ask(path, { headers })
      const text = answer.body.toString()
      const isEqual = answer.status === plain.status && answer.headers['location'] === plain.headers['location']
      if (!isEqual || text.includes('evil.example')) wrong.push(`${answer.status} ${path} ${JSON.stringify(headers)}`)
    }
    expect([401, 403, 404, 302, 303, 307]).toContain((await demo.ask('/admin')).status)
  }
  expect(wrong).toEqual([])
})

test('the framework’s own actions, and upgrades, are refused', async () => {
  for (const path of ['/fr', '/admin', '/fr/connexion', '/api/v1/purchases']) {
    for (const body of ['[]', '["$K1"]', '{"then":"$1:__proto__:then"}']) {
      const headers = { ...ownPage(), 'next-action': '7f'.repeat(20), 'content-type': 'text/plain;charset=UTF-8' }
      expect((await demo.ask(path, { method: 'POST', headers, body })).status).toBe(400)
    }
  }
  expect(
    await firstLineOf('GET /fr HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'),
  ).toContain(' 400 ')
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']) {
    expect((await demo.ask('/fr', { method, ...(method === 'TRACE' ? {} : { body: '' }) })).status).toBe(405)
  }
})

function firstLineOf(request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(demo.port, '127.0.0.1', () => socket.write(request))
    socket.once('data', (chunk) => {
      resolve(chunk.toString().split('\r\n')[0] ?? '')
      socket.destroy()
    })
    socket.once('error', reject)
  })
}

test('a live site has no phone of the demonstration and no inbox, whatever is asked and however', async () => {
  const routes = routesOfBuild(builtSiteDir()).filter((route) => /^\/(simulator|inbox)(\/|$)/.test(route))
  const addresses = routes.flatMap((route) => addressesOf(route, examplesOf(world)))
  expect(addresses.length).toBeGreaterThan(20)
  const answers: Answer[] = []
  for (const address of [...addresses, '/simulator/nowhere', '/simulator?demo=1', '/inbox?mode=demo']) {
    for (const headers of [
      {},
      { 'x-obole-mode': 'demo' },
      { rsc: '1' },
      { 'x-invoke-path': '/simulator' },
      { host: 'localhost' },
    ]) {
      answers.push(await live.ask(address, { headers }))
    }
    answers.push(await live.ask(address, { method: 'POST', headers: ownPage(), body: '{"mode":"demo"}' }))
  }
  expect([...new Set(answers.map(({ status }) => status))]).toEqual([404])
  expect((await live.ask('/fr/simulator')).status).toBe(404)
  for (const hidden of [
    '/%73imulator',
    '/simulator%2f',
    '//simulator',
    '/./simulator',
    '/fr/../simulator',
    '/Simulator',
    '/simulator;x',
  ]) {
    expect((await live.ask(hidden)).status, hidden).toBeGreaterThanOrEqual(400)
  }
  // The control: the same build shows them where the configuration says demonstration.
  expect((await demo.ask('/inbox')).status).toBe(200)
})

const strictSource = /^('self'|'none'|data:|'nonce-[A-Za-z0-9+/]{22}=='|'sha256-[A-Za-z0-9+/]{43}=')$/

const payingPage =
  /^\/(fr|en)\/((annonce|ad)\/\w+\/contact|solde\/recharger|wallet\/top-up|(payer|pay|offrir|give)\/|(deposer|post)\/.+\/(paiement|pay)$)|^\/admin\/providers\/\w/

/** What is wrong with the headers of an answer. */
function faultsOf(answer: Answer, path: string): string[] {
  const policy = String(answer.headers['content-security-policy'] ?? '')
  // Forms of pages something is paid from may lead to the companies of our accounts; nothing else of the policy opens.
  const formTargets = new Set(["'self'", ...(payingPage.test(path) ? payerHosts : [])])
  const isFormOpen = !(/form-action ([^;]*)/.exec(policy)?.[1] ?? "'self'")
    .split(' ')
    .every((one) => formTargets.has(one))
  const withoutForms = policy.replace(/form-action [^;]*/, '')
  const sources = withoutForms
    .split(';')
    .flatMap((directive) => directive.trim().split(/\s+/).slice(1))
    .filter((source) => source !== '')
  const isRedirect = answer.status >= 300 && answer.status < 400
  const mayBeFramed = /^\/simulator/.test(path)
  const isHtml = String(answer.headers['content-type'] ?? '').startsWith('text/html')
  const cache = String(answer.headers['cache-control'] ?? '')
  const isPublic = cache.includes('public')
  return [
    answer.headers['x-content-type-options'] === 'nosniff' ? '' : 'no nosniff',
    answer.headers['x-powered-by'] === undefined && answer.headers['server'] === undefined ? '' : 'names its maker',
    isRedirect ||
    policy.includes(`frame-ancestors ${mayBeFramed ? "'self'" : "'none'"}`) ||
    (mayBeFramed && policy.includes("frame-ancestors 'none'"))
      ? ''
      : 'may be framed',
    isRedirect || policy.includes("default-src 'self'") || policy.includes("default-src 'none'") ? '' : 'no policy',
    !isFormOpen && sources.every((source) => strictSource.test(source) || source === 'sandbox')
      ? ''
      : `loose policy ${policy}`,
    isHtml && !policy.includes("script-src 'self'") ? 'no script policy' : '',
    /\b(unsafe|http|\*)/.test(withoutForms) ? `unsafe policy ${policy}` : '',
    cache === 'private, no-store' || /^public, /.test(cache) ? '' : `cache-control ${cache}`,
    isPublic && answer.headers['set-cookie'] !== undefined ? 'public with a cookie' : '',
    isPublic &&
    String(answer.headers['vary'] ?? '')
      .toLowerCase()
      .includes('cookie')
      ? 'public and varies by cookie'
      : '',
    /^(no-referrer|same-origin)$/.test(String(answer.headers['referrer-policy'])) ? '' : 'no referrer policy',
    answer.headers['x-nextjs-cache'] === undefined ? '' : 'speaks of its insides',
  ].filter((fault) => fault !== '')
}

test('every kind of answer carries the headers that keep it safe', async () => {
  const faults = new Map<string, string[]>()
  const ways: readonly (readonly [string, Ask])[] = [
    ['GET', {}],
    ['HEAD', { method: 'HEAD' }],
    ['known browser', { headers: cookie() }],
    ['gzip', { headers: { 'accept-encoding': 'gzip' } }],
    ['POST', { method: 'POST', headers: ownPage(), body: '{}' }],
    ['foreign POST', { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' }, body: 'a=1' }],
    ['PUT', { method: 'PUT', body: 'x' }],
  ]
  const others = [
    '/theme.js',
    '/icon.svg',
    '/photos/ab/abcdef0123456789-640.webp',
    '/photos/ab/nothing.webp',
    '/%00',
    '/fr/%ZZ',
    '/_next/image?url=/icon.svg&w=64&q=75',
    '/api/nowhere',
    '/api/health',
    '/nowhere',
    '/fr/',
    '//evil.example',
    `/fr?${'x'.repeat(5000)}`,
  ]
  let seen = 0
  for (const address of [...everyAddress(3), ...others]) {
    for (const [name, way] of ways) {
      const answer = await demo.ask(address, way)
      seen += 1
      const found = [...faultsOf(answer, address), ...(answer.status >= 500 ? [`status ${answer.status}`] : [])]
      for (const fault of found)
        faults.set(fault, [...(faults.get(fault) ?? []), `${name} ${address} ${answer.status}`])
    }
  }
  expect(Object.fromEntries([...faults].map(([fault, where]) => [fault, where.slice(0, 6)]))).toEqual({})
  expect(seen).toBeGreaterThan(700)
}, 600_000)

test('what is one browser’s own is kept by nobody', async () => {
  const own = [
    '/api/v1/me',
    `/fr/annonce/${world.refs.bought}/contact`,
    `/fr/payer/${world.pendingPurchase}`,
    '/fr/mes-acces',
    '/fr/solde',
    `/fr/recu/${world.boughtPurchase}`,
  ]
  for (const path of own) {
    const answer = await demo.ask(path, { headers: cookie() })
    expect(answer.status, path).toBe(200)
    expect(answer.headers['cache-control'], path).toBe('private, no-store')
    // A suffix does not make a page a file.
    for (const trick of ['/x.css', '.css', ';x.css', '%0a.css', '?x.css']) {
      const tricked = await demo.ask(path + trick, { headers: cookie() })
      expect(String(tricked.headers['cache-control']), path + trick).toMatch(/^private, no-store$/)
    }
  }
})

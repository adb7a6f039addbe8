import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterAll, afterEach, expect, test } from 'vitest'
import { invalidatePages, tagPage } from '../../lib/http/page-tags.ts'
import { startFakeSite } from '../support/fake-site.ts'
import { openTestDatabase } from '../support/test-database.ts'

// The pages people pay from name the sites of the accounts in their policy.
const database = openTestDatabase()
afterAll(() => database.close())

let running: Awaited<ReturnType<typeof startFakeSite>> | undefined
afterEach(async () => {
  await running?.stop()
  running = undefined
})

type Next = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

async function siteWith(next: Next, changes: Parameters<typeof startFakeSite>[1] = {}) {
  running = await startFakeSite(next, changes)
  const { origin } = running
  return {
    ...running,
    get: (path: string, headers: Record<string, string> = {}) => fetch(origin + path, { headers, redirect: 'manual' }),
    send: (path: string, init: RequestInit) => fetch(origin + path, init),
  }
}

function html(response: ServerResponse, body: string): void {
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.end(body)
}

test('a public page is rendered once, for nobody in particular', async () => {
  const seen: Record<string, unknown>[] = []
  const site = await siteWith((request, response) => {
    seen.push({ url: request.url, ...request.headers })
    html(response, '<p>home</p>')
  })
  const visitor = { cookie: 'device=secret', 'user-agent': 'Somebody/1.0', 'accept-language': 'de' }
  const first = await site.get('/en', visitor)
  await site.get('/en', { cookie: 'device=other' })
  expect(seen).toEqual([{ url: '/en', host: 'annonces.example', accept: '*/*', 'x-forwarded-proto': 'https' }])
  expect(first.headers.get('cache-control')).toMatch(/^public, .*s-maxage=30/)
  expect(first.headers.get('referrer-policy')).toBe('same-origin')
})

test('a link with the marks of a mail or a network leads to the page that is kept', async () => {
  const seen: (string | undefined)[] = []
  const site = await siteWith((request, response) => {
    seen.push(request.url)
    html(response, '<p>for sale</p>')
  })
  const paths = ['/fr/annonce/K7P204/traction', '/fr/annonces?p=2', '/en']
  for (const path of paths) {
    const mark = path.includes('?') ? '&' : '?'
    const asked = [`${path}${mark}utm_source=a`, `${path}${mark}fbclid=b`, path, `${path}${mark}utm_source=c`]
    for (const address of asked) expect((await site.get(address)).headers.get('cache-control')).toMatch(/^public/)
  }
  expect(seen).toEqual(['/fr/ad/K7P204/traction', '/fr/ads?p=2', '/en'])
})

test('a changed ad is gone from every page that shows it, at once', async () => {
  let state = 'for sale'
  const site = await siteWith((request, response) => {
    tagPage(request.url?.includes('/ads') ? ['ads'] : ['ad:K7P204'])
    html(response, `<p>${state}</p>`)
  })
  await site.get('/fr/annonce/K7P204/traction')
  await site.get('/fr/annonces')
  state = 'sold'
  const before = await site.get('/fr/annonce/K7P204/traction')
  invalidatePages(['ad:K7P204'])
  const after = await site.get('/fr/annonce/K7P204/traction')
  const other = await site.get('/fr/annonces')
  expect(await Promise.all([before, after, other].map((response) => response.text()))).toEqual([
    '<p>for sale</p>',
    '<p>sold</p>',
    '<p>for sale</p>',
  ])
})

test('the policy of a kept page names the hash of each script in it', async () => {
  const site = await siteWith((_, response) => html(response, '<script>one()</script><p></p><script>two()</script>'))
  const response = await site.get('/fr')
  const policy = response.headers.get('content-security-policy') ?? ''
  const scripts = [...(await response.text()).matchAll(/<script>(.*?)<\/script>/g)].map(([, code = '']) => code)
  expect(scripts.length).toBe(2)
  for (const code of scripts) expect(policy).toContain(createHash('sha256').update(code).digest('base64'))
  expect(policy).not.toContain('nonce-')
})

test('a private page has a nonce that the framework was told, and is never kept', async () => {
  const policies: unknown[] = []
  const site = await siteWith((request, response) => {
    policies.push(request.headers['content-security-policy'])
    html(response, '<p>balance</p>')
  })
  const first = await site.get('/fr/solde')
  const second = await site.get('/fr/solde')
  expect([first, second].map(({ headers }) => headers.get('content-security-policy'))).toEqual(policies)
  expect(policies[0]).toMatch(/'nonce-[\w+/]{22}=='/)
  expect(policies[0]).not.toBe(policies[1])
  expect(first.headers.get('cache-control')).toBe('private, no-store')
  expect(first.headers.get('referrer-policy')).toBe('no-referrer')
})

test('a page made at build time gets the hashes of its scripts, since it knows no nonce', async () => {
  const site = await siteWith((_, response) => {
    response.statusCode = 404
    response.setHeader('x-nextjs-prerender', '1')
    html(response, '<script>hydrate()</script>')
  })
  const response = await site.get('/fr/nulle-part')
  expect(response.status).toBe(404)
  expect(response.headers.get('content-security-policy')).toContain("'sha256-")
  expect(response.headers.get('x-nextjs-prerender')).toBeNull()
})

test.each([
  ['an error', (response: ServerResponse) => response.writeHead(500)],
  ['a page that is not there', (response: ServerResponse) => response.writeHead(404)],
  ['an answer with a cookie', (response: ServerResponse) => response.setHeader('Set-Cookie', 'a=b')],
])('%s is not kept', async (_, make) => {
  const site = await siteWith((_request, response) => {
    make(response)
    html(response, '<p>x</p>')
  })
  const response = await site.get('/fr')
  expect(response.headers.get('cache-control')).toBe('private, no-store')
  expect(site.site.pages.size).toBe(0)
})

test('a redirection of a public page is passed on', async () => {
  const site = await siteWith((_, response) => {
    response.writeHead(308, { Location: '/fr/annonce/K7P204/neuf' }).end()
  })
  const response = await site.get('/fr/annonce/K7P204/vieux')
  expect([response.status, response.headers.get('location')]).toEqual([308, '/fr/annonce/K7P204/neuf'])
})

test('who has the page already is told so, and HEAD has its length alone', async () => {
  const site = await siteWith((_, response) => html(response, `<p>${'x'.repeat(5000)}</p>`))
  const first = await site.get('/fr')
  const etag = first.headers.get('etag') ?? ''
  const again = await site.get('/fr', { 'if-none-match': etag })
  expect([again.status, await again.text()]).toEqual([304, ''])
  const head = await site.send('/fr', { method: 'HEAD', headers: { 'accept-encoding': 'identity' } })
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '5007', ''])
})

test('pages are compressed for who can read it', async () => {
  const body = `<p>${'mot '.repeat(2000)}</p>`
  const site = await siteWith((_, response) => html(response, body))
  for (const path of ['/fr', '/fr/solde']) {
    const packed = await site.get(path, { 'accept-encoding': 'gzip' })
    const plain = await site.get(path, { 'accept-encoding': 'identity' })
    expect([packed.headers.get('content-encoding'), plain.headers.get('content-encoding')]).toEqual(['gzip', null])
    expect([await packed.text(), await plain.text()]).toEqual([body, body])
  }
})

test('an event stream goes through as it comes', async () => {
  let push: (text: string) => void = () => undefined
  const site = await siteWith((_, response) => {
    response.setHeader('Content-Type', 'text/event-stream')
    response.flushHeaders()
    push = (text) => response.write(text)
  })
  const response = await site.get('/api/v1/purchases/x/events', { 'accept-encoding': 'gzip' })
  const reader = response.body?.getReader()
  push('data: 1\n\n')
  expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('data: 1\n\n')
  expect(response.headers.get('content-encoding')).toBeNull()
  await reader?.cancel()
})

test('a long answer is compressed as it comes and arrives whole', async () => {
  const line = `${'x'.repeat(1000)}\n`
  const site = await siteWith(async (_, response) => {
    response.setHeader('Content-Type', 'application/xml')
    for (let at = 0; at < 2000; at += 1) {
      if (!response.write(line)) await new Promise((resolve) => response.once('drain', resolve))
    }
    response.end()
  })
  const response = await site.get('/api/v1/long', { 'accept-encoding': 'gzip' })
  expect(response.headers.get('content-encoding')).toBe('gzip')
  expect((await response.text()).length).toBe(line.length * 2000)
})

test('a body that is too large is refused, announced or not', async () => {
  let received = 0
  const site = await siteWith(async (request, response) => {
    for await (const chunk of request) received += (chunk as Buffer).length
    response.end('{}')
  })
  const body = Buffer.alloc(1024 * 1024 + 1)
  const announced = await site.send('/api/v1/x', { method: 'POST', body })
  expect(announced.status).toBe(413)
  const stream = new ReadableStream({
    start(controller) {
      for (let at = 0; at < 40; at += 1) controller.enqueue(new Uint8Array(64 * 1024))
      controller.close()
    },
  })
  const init = { method: 'POST', body: stream, duplex: 'half' } as RequestInit
  const chunked = await site.send('/api/v1/x', init).then(
    ({ status }) => status,
    () => 'cut',
  )
  expect([413, 'cut']).toContain(chunked)
  expect(received).toBeLessThanOrEqual(1024 * 1024)
  const small = await site.send('/api/v1/x', { method: 'POST', body: 'a=b' })
  expect(small.status).toBe(200)
})

test('in a live site the simulator does not exist; in a demo our own pages may frame it', async () => {
  const next: Next = (_, response) => html(response, '<p>phone</p>')
  const live = await siteWith(next)
  expect((await live.get('/simulator')).status).toBe(404)
  await live.stop()
  const demo = await siteWith(next, { isDemo: true })
  const response = await demo.get('/simulator')
  expect(response.status).toBe(200)
  expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
  expect(response.headers.get('x-frame-options')).toBe('SAMEORIGIN')
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { invalidatePages, tagPage } from '../../lib/http/page-tags.ts'
import { startFakeSite } from '../support/fake-site.ts'
import { freePorts } from '../support/real-kannel.ts'
import { nginxProgram, startNginx } from '../support/real-nginx.ts'
import { openTestDatabase } from '../support/test-database.ts'

const program = nginxProgram()
if (!program) console.warn('nginx is not installed: its configuration is not tested here.')

describe.skipIf(!program)('behind the documented nginx', () => {
  let price = '1,50'
  const seen: string[] = []
  let database: ReturnType<typeof openTestDatabase>
  let site: Awaited<ReturnType<typeof startFakeSite>>
  let nginx: Awaited<ReturnType<typeof startNginx>>

  beforeAll(async () => {
    database = openTestDatabase()
    site = await startFakeSite(
      (request, response) => {
        seen.push(`${request.url} ${request.headers['x-obole-address']}`)
        if (request.url?.startsWith('/fr/ad/')) tagPage(['ad:K7P204'])
        response.setHeader('Content-Type', 'text/html; charset=utf-8')
        if (request.url?.startsWith('/fr/wallet')) response.setHeader('Set-Cookie', 'device=1')
        response.end(`<!doctype html><p>${price}</p>${'<script>push()</script>'.repeat(3)}`)
      },
      { trustedProxies: 1 },
    )
    const [port = 0] = await freePorts(1)
    nginx = await startNginx({ program: program ?? '', upstreamPort: site.port, port })
  })
  afterAll(async () => {
    await nginx?.stop()
    await site?.stop()
    database?.close()
  })

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(nginx.origin + path, { headers, redirect: 'manual' })

  /** nginx keeps a page until the clock's second ends, so what is about that begins with one. */
  const secondBegins = () => new Promise((resolve) => setTimeout(resolve, 1005 - (Date.now() % 1000)))

  test('a public page comes from nginx the second time', async () => {
    await secondBegins()
    const first = await get('/fr/annonce/K7P204/traction')
    const second = await get('/fr/annonce/K7P204/traction')
    expect([first.headers.get('x-cache'), second.headers.get('x-cache')]).toEqual(['MISS', 'HIT'])
    expect(await second.text()).toContain('1,50')
    expect(second.headers.get('content-security-policy')).toContain("'sha256-")
    expect(second.headers.get('x-accel-expires')).toBeNull()
  })

  test('a changed page is gone within a second', async () => {
    await secondBegins()
    await get('/fr/annonce/K7P204/traction')
    price = '2,00'
    invalidatePages(['ad:K7P204'])
    const kept = await get('/fr/annonce/K7P204/traction')
    expect([kept.headers.get('x-cache'), (await kept.text()).includes('1,50')]).toEqual(['HIT', true])
    await secondBegins()
    const after = await get('/fr/annonce/K7P204/traction')
    expect(await after.text()).toContain('2,00')
  })

  test('a private page is never kept', async () => {
    await get('/fr/solde')
    const second = await get('/fr/solde')
    expect(second.headers.get('cache-control')).toBe('private, no-store')
    expect(second.headers.get('x-cache')).not.toBe('HIT')
    expect(seen.filter((line) => line.startsWith('/fr/wallet')).length).toBe(2)
  })

  test('the visitor’s address is the one nginx saw, whatever the visitor says', async () => {
    await get('/fr/code', { 'x-forwarded-for': '203.0.113.9', 'x-obole-address': '203.0.113.9' })
    expect(seen.at(-1)).toBe('/fr/code 127.0.0.1')
  })
})

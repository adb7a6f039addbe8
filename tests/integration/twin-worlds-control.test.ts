// The comparison of twin worlds is only worth what it can find: here one world leaks on purpose, in ways nobody sees.
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { differenceOf, payloadAddress } from '../support/compare-answers.ts'
import type { Answer, Ask } from '../support/site-process.ts'
import { type SiteProcess, startSite } from '../support/site-process.ts'
import { contactOfWorld } from '../support/twin-contacts.ts'
import { openTwinSites, type TwinSites } from '../support/twin-sites.ts'

let sites: TwinSites
let leaky: SiteProcess
beforeAll(async () => {
  sites = await openTwinSites()
  const dir = join(sites.folder, 'leaky')
  cpSync(sites.dirs.long, dir, { recursive: true })
  plantLeaks(join(dir, 'obole.db'), sites.world.refs.paid)
  leaky = await startSite(dir)
}, 240_000)
afterAll(async () => {
  await leaky.stop()
  await sites.close()
}, 30_000)

/** In one ad: the last digit of the telephone in its text, its length in a picture's text, its digits in the index. */
function plantLeaks(file: string, ref: string): void {
  const client = new Database(file)
  const ad = client.prepare('select id, sort_key as sortKey from ads where ref = ?').get(ref) as {
    id: number
    sortKey: number
  }
  const { phone } = contactOfWorld('long', ad.id)
  client.prepare("update ad_texts set body = body || ? where ad_id = ? and locale = 'fr'").run(phone.slice(-1), ad.id)
  client.prepare('update photos set alt_en = alt_en || ? where ad_id = ?').run('.'.repeat(phone.length), ad.id)
  client
    .prepare("update search_index set words = ?, marks = '' where rowid = ?")
    .run(`terrot 125 de 1951 ${phone.replace(/\D/g, '')}`, ad.sortKey)
  client.close()
}

async function difference(path: string, ask: Ask = {}): Promise<string | undefined> {
  const left = await sites.plain.ask(path, ask)
  const next = payloadAddress(left, ask)
  return next ? difference(next, ask) : differenceOf(left, await leaky.ask(path, ask))
}

test('a digit, a length and an index that knows the number are all found', async () => {
  const { paid } = sites.world.refs
  const fr = String((await sites.plain.ask(`/fr/annonce/${paid}`)).headers['location'])
  const en = String((await sites.plain.ask(`/en/ad/${paid}`)).headers['location'])
  expect(await difference(fr)).toMatch(/^headers|^body/)
  expect(await difference(fr, { method: 'HEAD' })).toMatch(/^headers/)
  expect(await difference(fr, { headers: { rsc: '1' } })).toMatch(/^headers|^body/)
  expect(await difference(en)).toMatch(/^headers|^body/)
  const digits = contactOfWorld('long', 41).phone.replace(/\D/g, '')
  expect(await difference(`/fr/recherche?q=${digits}`)).toMatch(/^headers|^body/)
  expect(await difference('/fr/aide')).toBeUndefined()
})

test('one byte, one header, their order or a length is a difference; a nonce and a clock are not', () => {
  const page = (changes: Partial<Answer> = {}): Answer => ({
    status: 200,
    headers: { 'content-security-policy': "script-src 'self' 'nonce-AAAAAAAAAAAAAAAAAAAAAA=='" },
    rawHeaders: ['Content-Type', 'text/html', 'Vary', 'Accept-Encoding', 'Date', 'Sun, 22 Nov 2026 09:00:00 GMT'],
    body: Buffer.from('<p>call me</p><script nonce="AAAAAAAAAAAAAAAAAAAAAA==">1</script>'),
    ...changes,
  })
  const nonced = page({
    headers: { 'content-security-policy': "script-src 'self' 'nonce-BBBBBBBBBBBBBBBBBBBBBB=='" },
    rawHeaders: ['Content-Type', 'text/html', 'Vary', 'Accept-Encoding', 'Date', 'Sun, 22 Nov 2026 09:00:01 GMT'],
    body: Buffer.from('<p>call me</p><script nonce="BBBBBBBBBBBBBBBBBBBBBB==">1</script>'),
  })
  expect(differenceOf(page(), nonced)).toBeUndefined()
  const sent = (second: number, expires: number) =>
    page({
      headers: { date: new Date(second * 1000).toUTCString() },
      rawHeaders: ['X-Accel-Expires', `@${expires}`],
    })
  expect(differenceOf(sent(1_795_390_798, 1_795_390_798), sent(1_795_390_803, 1_795_390_802))).toBeUndefined()
  expect(differenceOf(sent(1_795_390_798, 1_795_390_798), sent(1_795_390_798, 1_795_390_612))).toMatch(/^headers/)
  expect(differenceOf(page(), page({ status: 404 }))).toMatch(/^status/)
  expect(differenceOf(page(), page({ body: Buffer.from('<p>call mE</p>') }))).toMatch(/^body/)
  expect(differenceOf(page(), page({ body: Buffer.concat([page().body, Buffer.from(' ')]) }))).toMatch(/^body/)
  const swapped = ['Vary', 'Accept-Encoding', 'Content-Type', 'text/html']
  expect(differenceOf(page(), page({ rawHeaders: swapped }))).toMatch(/^headers/)
  expect(differenceOf(page(), page({ rawHeaders: [...page().rawHeaders, 'X-Length', '10'] }))).toMatch(/^headers/)
})

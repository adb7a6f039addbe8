import { afterAll, beforeAll, expect, test } from 'vitest'
import { reader } from '../../db/client.ts'
import { type HttpSite, openHttpSite } from '../support/http-site.ts'
import { goodDetails } from '../support/posting-site.ts'
import { newAddress } from '../support/site-process.ts'

let http: HttpSite
beforeAll(async () => {
  http = await openHttpSite()
}, 120_000)
afterAll(() => http.close(), 30_000)

type Page = Readonly<{ path: string; status: number; html: string }>

/** A browser without scripts: it fills in forms, keeps cookies and follows every answer to the page it leads to. */
function plainBrowser() {
  const cookies = new Map<string, string>()
  const address = newAddress()
  const headers = () => ({
    cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    'user-agent': 'Mozilla/5.0 Firefox/140.0',
    'x-forwarded-for': address,
    accept: 'text/html',
  })
  const follow = async (answer: Awaited<ReturnType<HttpSite['server']['ask']>>, path: string): Promise<Page> => {
    for (const cookie of [answer.headers['set-cookie'] ?? []].flat()) {
      const [pair = ''] = cookie.split(';')
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    const { location } = answer.headers
    return location ? get(location) : { path, status: answer.status, html: answer.body.toString() }
  }
  const get = async (path: string): Promise<Page> => follow(await http.server.ask(path, { headers: headers() }), path)
  const post = async (path: string, fields: Readonly<Record<string, string>>): Promise<Page> => {
    const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
    const body = new URLSearchParams({ locale: 'fr', from: '/fr/deposer', ...fields }).toString()
    return follow(await http.server.ask(path, { method: 'POST', headers: { ...headers(), ...form }, body }), path)
  }
  return { get, post }
}

const { fields: custom, ...words } = goodDetails
const details = { ...words, ...Object.fromEntries(Object.entries(custom).map(([key, value]) => [`f.${key}`, value])) }
const versionOf = (page: Page) => /name="version" value="(\d+)"/.exec(page.html)?.[1] ?? ''

function mailedCode(email: string): string {
  const mail = reader()
    .$client.prepare('select text from outbox_mails where recipient = ? order by rowid desc limit 1')
    .get(email) as { text: string } | undefined
  return /\n\s+(\d{4} \d{4})\n/.exec(mail?.text ?? '')?.[1] ?? ''
}

test('an ad is posted, kept and deleted with plain forms alone, from nothing to one’s own page', async () => {
  const { get, post } = plainBrowser()
  const email = 'plain@example.org'
  const begun = await post('/api/v1/drafts', {})
  expect(begun.path).toMatch(/\/rubrique$/)
  const draft = `/api/v1/drafts/${begun.path.split('/')[3]}`
  const empty = await post(`${draft}/category`, { category: 'vehicules/motos' })
  expect(empty.path).toMatch(/\/details$/)

  const wrong = await post(`${draft}/details`, { version: versionOf(empty), save: 'next', title: 'Terrot', place: 'x' })
  expect(wrong.html).toContain('href="#f.make"')
  expect(wrong.html).toContain('value="Terrot"')

  const leaking = { ...details, body: `${details.body} Appelez le 06 39 98 00 09.` }
  const leak = await post(`${draft}/details`, { version: versionOf(wrong), save: 'next', ...leaking })
  const find = /value="(body:\d+:\d+)"/.exec(leak.html)?.[1] ?? ''
  expect(leak.html).toContain('<mark>06 39 98 00 09</mark>')
  const moved = await post(`${draft}/find`, { version: versionOf(leak), ...leaking, find })
  expect(moved.html).not.toContain('06 39 98 00 09')
  expect(moved.html).toContain('Vous le retrouverez à l’étape Contact.')
  const photos = await post(`${draft}/details`, { version: versionOf(moved), save: 'next', ...details })
  expect(photos.path).toMatch(/\/photos$/)

  const contact = { name: 'Marcel', phone: '04 70 00 00 00', email, showsPhone: 'on', consent: 'on' }
  await post(`${draft}/contact`, { ...contact, save: 'email_code' })
  const verified = await post(`${draft}/email`, { code: mailedCode(email) })
  expect(verified.path).toContain('verified=email')
  const preview = await post(`${draft}/contact`, { ...contact, save: 'next' })
  expect(preview.path).toMatch(/\/apercu$/)
  expect(preview.html).not.toContain('04 70 00 00 00')

  const done = await post(`${draft}/submit`, {})
  expect(done.path).toMatch(/\/fin$/)
  const again = await post(`${draft}/submit`, {})
  expect(again.path).toBe(done.path)
  expect(http.site.count('ads', "status = 'pending'")).toBe(1)

  const ref = /Annonce (\w{6})/.exec(done.html)?.[1] ?? ''
  expect((await get('/fr/espace/annonces')).html).toContain(ref)
  const unsure = await post(`/api/v1/own-ads/${ref}/change`, { change: 'delete', from: `/fr/espace/annonces/${ref}` })
  expect(unsure.path).toContain(`/fr/espace/annonces/${ref}?e=`)
  const sure = await post(`/api/v1/own-ads/${ref}/change`, { change: 'delete', sure: 'on' })
  expect(sure.path).toMatch(/\/espace\/annonces\?deleted=1$/)
  expect(http.site.count('contacts', `ad_id = (select id from ads where ref = '${ref}')`)).toBe(0)
})

test('a stranger sees neither another’s ad nor a draft that changes it', async () => {
  const { get, post } = plainBrowser()
  const ad = await http.addAd()
  expect((await get(`/fr/espace/annonces/${ad.ref}`)).path).toMatch(/^\/fr\/connexion/)
  expect((await get('/fr/deposer/AAAAAAAAAAAAAAAAAAAAAAAAAAAA/contact')).status).toBe(404)
  const refused = await post(`/api/v1/own-ads/${ad.ref}/change`, { change: 'pause', from: '/fr/deposer' })
  expect(refused.path).toMatch(/^\/fr\/deposer\?e=/)
  expect(http.site.count('ads', `ref = '${ad.ref}' and status = 'published'`)).toBe(1)
})

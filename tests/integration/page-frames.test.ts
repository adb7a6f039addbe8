import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { type DrawnPage, type PageAddress, registerPageKind } from '../../lib/http/drawn-page.ts'
import { invalidatePages, tagPage } from '../../lib/http/page-tags.ts'
import { findSlots } from '../../lib/text/drawn-markup.ts'
import { html } from '../../lib/text/markup.ts'
import { startFakeSite } from '../support/fake-site.ts'
import { openTestDatabase } from '../support/test-database.ts'

const database = openTestDatabase()
afterAll(() => database.close())

const hostile = '$</title></script><script>alert("1")</script> & \\" \u2028'
let asked: string[]
let brand: string
let draw: (address: PageAddress) => DrawnPage
let site: Awaited<ReturnType<typeof startFakeSite>>

beforeEach(async () => {
  asked = []
  brand = 'first'
  draw = ({ locale, query }) => pageOf(locale, query.get('q') ?? '')
  registerPageKind({ name: 'search', frame: '/search', draw: (address) => draw(address) })
  site = await startFakeSite(framework)
})
afterEach(() => site.stop())

function pageOf(locale: 'fr' | 'en', title: string, isIndexed = true): DrawnPage {
  tagPage(['ads'])
  const paths = { fr: `/fr/recherche?q=${encodeURIComponent(title)}`, en: '/en/search' }
  return { kind: 'page', head: { locale, title, description: title, paths, isIndexed }, content: html`<p>${title}</p>` }
}

/** Writes a page the way the framework does: the head as HTML, and once more as JSON in a string of a script. */
function framework(request: IncomingMessage, response: ServerResponse): void {
  asked.push(request.url ?? '')
  tagPage(['brand'])
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  const slots = findSlots()
  if (!slots) return void response.end('<p>by the framework</p>')
  const { title = '', content = '', pathFr = '' } = slots
  const head = html`<title>${title} · ${brand}</title><link rel="canonical" href="https://annonces.example/${pathFr}">`
  const data = JSON.stringify(JSON.stringify({ title: `${title} · ${brand}`, unindexed: slots['unindexed'] }))
  response.end(`${head}<main>${content}</main><script>self.data=${data}</script><script>self.more="${title}"</script>`)
}

async function ask(path: string) {
  const response = await fetch(site.origin + path, { redirect: 'manual' })
  return { headers: response.headers, status: response.status, text: await response.text() }
}

const dataOf = (text: string): unknown =>
  JSON.parse(JSON.parse(/self\.data=("(?:[^"\\]|\\.)*")/.exec(text)?.[1] ?? '""'))

test('pages of a kind are put into one frame, and nothing of them leaves their place', async () => {
  const plain = await ask('/fr/recherche?q=moteur')
  const { text, headers } = await ask(`/fr/recherche?q=${encodeURIComponent(hostile)}`)
  expect(asked).toEqual(['/fr/search'])
  expect(plain.text).toContain('<title>moteur · first</title>')
  expect(plain.text).toContain('href="https://annonces.example/fr/recherche?q=moteur"')
  expect(plain.text).toContain('<main><p>moteur</p></main>')
  expect(text.match(/<script|<\/script|<title|<\/title/g)).toEqual(['<title', '</title', '<script', '</script'])
  expect(text).not.toContain('slot-')
  // A text of its own that begins with `$` has another one before it.
  expect(dataOf(text)).toEqual({ title: `$${hostile} · first` })
  expect(headers.get('cache-control')).toBe('private, no-store')
})

test('the policy of a page names the scripts of its frame and none that came with its content', async () => {
  const policyOf = async (q: string) => (await ask(`/fr/recherche?q=${q}`)).headers.get('content-security-policy') ?? ''
  const content = html`<p>${'x'}</p>`
  const planted = Object.assign(Object.create(Object.getPrototypeOf(content)), {
    toString: () => '<script>alert(1)</script>',
  })
  const before = await policyOf('moteur')
  draw = ({ locale }) => ({ ...pageOf(locale, 'moteur'), content: planted }) as DrawnPage
  expect((await ask('/fr/recherche?q=moteur')).text).toContain('<script>alert(1)</script>')
  expect(await policyOf('moteur')).toBe(before)
  expect(before.match(/'sha256-/g)).toHaveLength(1)
})

test('another language and another head have frames of their own', async () => {
  await ask('/en/search?q=engine')
  draw = ({ locale }) => pageOf(locale, 'hidden', false)
  const { text } = await ask('/en/search?q=hidden')
  expect(dataOf(text)).toEqual({ title: 'hidden · first', unindexed: '' })
  await ask('/fr/recherche?q=hidden')
  await ask('/fr/recherche?q=again')
  expect(asked).toEqual(['/en/search', '/en/search', '/fr/search'])
})

test('a page that is kept goes when its content changes, and when its frame does', async () => {
  const kept = async () => {
    const { headers, text } = await ask('/fr/recherche')
    expect(headers.get('cache-control')).toMatch(/^public/)
    return text
  }
  let words = 'one'
  draw = ({ locale }) => pageOf(locale, words)
  expect(await kept()).toContain('<title>one · first</title>')
  words = 'two'
  expect(await kept()).toContain('<title>one · first</title>')
  invalidatePages(['ads'])
  expect(await kept()).toContain('<title>two · first</title>')
  expect(asked).toHaveLength(1)
  brand = 'second'
  expect(await kept()).toContain('<title>two · first</title>')
  invalidatePages(['brand'])
  expect(await kept()).toContain('<title>two · second</title>')
  expect(asked).toHaveLength(2)
})

test.each([
  ['is not there', (): DrawnPage => ({ kind: 'missing' })],
  ['is elsewhere', (): DrawnPage => ({ kind: 'moved', path: '/fr' })],
  [
    'fails',
    (): DrawnPage => {
      throw new Error('the database is gone')
    },
  ],
])('a page that %s is the business of the framework', async (_, drawn) => {
  draw = drawn
  for (const path of ['/fr/recherche', '/fr/recherche?q=x'])
    expect((await ask(path)).text).toBe('<p>by the framework</p>')
  expect(asked).toEqual(['/fr/search', '/fr/search?q=x'])
})

test('a frame without room for the content is not used', async () => {
  await site.stop()
  site = await startFakeSite((request, response) => {
    asked.push(request.url ?? '')
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(findSlots() ? '<p>no room</p>' : '<p>by the framework</p>')
  })
  expect((await ask('/fr/recherche?q=x')).text).toBe('<p>by the framework</p>')
  expect(asked).toEqual(['/fr/search', '/fr/search?q=x'])
})

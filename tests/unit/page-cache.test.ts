import { expect, test } from 'vitest'
import { type CachedPage, PageCache, type Rendered } from '../../lib/http/page-cache.ts'

const kilobyte = 1024

function pageOf(text: string, tags: readonly string[] = []): Rendered<string> {
  const page: CachedPage = { body: Buffer.from(text), gzip: undefined, etag: `"${text.length}"`, headers: [] }
  return { kind: 'page', page, tags: new Set(tags) }
}

function newCache(maxBytes = 1024 * kilobyte, maxAgeMs = 60_000) {
  return new PageCache<string>({ maxBytes, maxAgeMs })
}

function textOf(rendered: Rendered<string>): string {
  return rendered.kind === 'page' ? rendered.page.body.toString() : rendered.answer
}

/** A rendering that ends when told to. */
function slowRender(rendered: Rendered<string>) {
  let finish: () => void = () => undefined
  const promise = new Promise<Rendered<string>>((resolve) => {
    finish = () => resolve(rendered)
  })
  return { start: () => promise, finish: () => finish() }
}

test('a page is kept until its age ends', async () => {
  const cache = newCache()
  await cache.render('/fr', async () => pageOf('home'))
  expect(cache.find('/fr', Date.now())?.body.toString()).toBe('home')
  expect(cache.find('/fr', Date.now() + 61_000)).toBeUndefined()
  expect(cache.bytes).toBe(0)
})

test('an answer that is no page is given to who asked and not kept', async () => {
  const cache = newCache()
  expect(textOf(await cache.render('/fr', async () => ({ kind: 'other', answer: 'moved' })))).toBe('moved')
  expect(cache.find('/fr', Date.now())).toBeUndefined()
})

test('the same address asked for a hundred times at once is rendered once', async () => {
  const cache = newCache()
  let renderings = 0
  const start = async () => {
    renderings += 1
    await new Promise((resolve) => setTimeout(resolve, 5))
    return pageOf('home')
  }
  await Promise.all(Array.from({ length: 100 }, () => cache.render('/fr', start)))
  expect(renderings).toBe(1)
})

test('an invalidation takes every page with the tag and no other', async () => {
  const cache = newCache()
  await cache.render('/ad', async () => pageOf('ad', ['ad:A']))
  await cache.render('/list', async () => pageOf('list', ['ads', 'ad:A']))
  await cache.render('/help', async () => pageOf('help', ['brand']))
  cache.invalidate(['ad:A'])
  expect(cache.find('/ad', Date.now())).toBeUndefined()
  expect(cache.find('/list', Date.now())).toBeUndefined()
  expect(cache.find('/help', Date.now())).toBeDefined()
  expect(cache.size).toBe(1)
})

// The page read the ad before it was sold and was finished after: kept, it would sell a sold car for a minute.
test('a rendering that began before the invalidation of its tags is not kept', async () => {
  const cache = newCache()
  const slow = slowRender(pageOf('for sale', ['ad:A']))
  const asked = cache.render('/ad', slow.start)
  cache.invalidate(['ad:A'])
  slow.finish()
  await asked
  expect(cache.find('/ad', Date.now())).toBeUndefined()
})

test('whoever asks after an invalidation gets a rendering that began after it', async () => {
  const cache = newCache()
  const slow = slowRender(pageOf('for sale', ['ad:A']))
  const before = cache.render('/ad', slow.start)
  cache.invalidate(['ad:A'])
  const after = await cache.render('/ad', async () => pageOf('sold', ['ad:A']))
  slow.finish()
  expect(textOf(after)).toBe('sold')
  expect(textOf(await before)).toBe('for sale')
  expect(cache.find('/ad', Date.now())?.body.toString()).toBe('sold')
})

test('an invalidation of other tags leaves a rendering worth keeping', async () => {
  const cache = newCache()
  const slow = slowRender(pageOf('ad', ['ad:A']))
  const asked = cache.render('/ad', slow.start)
  cache.invalidate(['ad:B'])
  slow.finish()
  await asked
  expect(cache.find('/ad', Date.now())).toBeDefined()
})

test('clearing takes everything, renderings under way included', async () => {
  const cache = newCache()
  await cache.render('/fr', async () => pageOf('home'))
  const slow = slowRender(pageOf('list'))
  const asked = cache.render('/list', slow.start)
  cache.clear()
  slow.finish()
  await asked
  expect([cache.size, cache.bytes]).toEqual([0, 0])
})

test('it never holds more than its bytes, and throws the least recently used away first', async () => {
  const cache = newCache(64 * kilobyte)
  const text = 'x'.repeat(4 * kilobyte)
  for (let at = 0; at < 100; at += 1) {
    await cache.render(`/ad/${at}`, async () => pageOf(text, [`ad:${at}`]))
    cache.find('/ad/0', Date.now())
    expect(cache.bytes).toBeLessThanOrEqual(64 * kilobyte)
  }
  expect(cache.find('/ad/0', Date.now())).toBeDefined()
  expect(cache.find('/ad/1', Date.now())).toBeUndefined()
  expect(cache.size).toBeGreaterThan(5)
})

test('the compressed form counts', async () => {
  const cache = newCache()
  const rendered = pageOf('home')
  await cache.render('/fr', async () => rendered)
  const before = cache.bytes
  if (rendered.kind === 'page') cache.addGzip('/fr', { page: rendered.page, gzip: Buffer.alloc(500) })
  expect(cache.bytes - before).toBe(500)
  cache.invalidate([])
  cache.clear()
  expect(cache.bytes).toBe(0)
})

test('a rendering that fails is forgotten, and the next one tried', async () => {
  const cache = newCache()
  await expect(cache.render('/fr', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(textOf(await cache.render('/fr', async () => pageOf('home')))).toBe('home')
})

import { expect, test } from 'vitest'
import { isPublicPage } from '../../lib/http/page-cache-rules.ts'

test('public reads of the interface are kept, in either language and by page', () => {
  for (const path of ['/api/v1/ads', '/api/v1/ads/K7P204', '/api/v1/categories', '/api/openapi.json'])
    for (const query of ['', '?lang=en', '?lang=fr']) expect(isPublicPage(path, query), path + query).toBe(true)
  expect(isPublicPage('/api/v1/ads', '?p=2&lang=en')).toBe(true)
  expect(isPublicPage('/api/v1/ads', '?lang=en&p=2')).toBe(true)
})

// Anybody could otherwise fill the cache with one answer under a million names, or read what others looked for.
test('searches, unknown keys and private reads are not kept', () => {
  const asked = [
    ['/api/v1/ads', '?q=2cv'],
    ['/api/v1/ads', '?lang=xx'],
    ['/api/v1/ads', '?lang=fr&x=1'],
    ['/api/v1/ads', '?lang=fr&lang=en'],
    ['/api/v1/places', '?q=mou'],
    ['/api/v1/me', ''],
    ['/api/v1/purchases/abc', ''],
    ['/api/v1/ads/K7P204/contact', ''],
    ['/api/auth/session', ''],
    ['/admin', ''],
    ['/inbox', ''],
  ] as const
  for (const [path, query] of asked) expect(isPublicPage(path, query), path + query).toBe(false)
})

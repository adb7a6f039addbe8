import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyQuery } from '../../lib/ads/search.ts'
import { loadCategoryTree } from '../../lib/categories/categories-queries.ts'
import { atomFeed, jsonFeed } from '../../lib/http/ads-feed.ts'
import { findCategoryPage } from '../../lib/http/category-address.ts'
import { resultsAddress } from '../../lib/http/results-address.ts'
import { pagesSitemap, sitemapIndex } from '../../lib/http/sitemap.ts'
import { importPlaces } from '../../lib/places/import-places.ts'
import { saveExampleCategories } from '../support/example-categories.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

let site: TestDatabase
beforeAll(async () => {
  site = openTestDatabase()
  importPlaces()
  await saveExampleCategories()
}, 30_000)
afterAll(() => site.close())

function someCategory() {
  const category = loadCategoryTree().all.find(({ path }) => path.fr.join('/') !== path.en.join('/'))
  if (!category) throw new Error('the example has no category whose words differ')
  return category
}

describe('addresses of categories', () => {
  test('a category is found by its own words, alone and in a place', () => {
    const { path, id } = someCategory()
    expect(findCategoryPage('fr', path.fr)).toMatchObject({ kind: 'found', category: { id } })
    expect(findCategoryPage('fr', [...path.fr, 'in', 'moulins-03000'])).toMatchObject({
      kind: 'found',
      place: { name: 'Moulins' },
    })
  })

  test('the other language’s words and a place without its postcode lead to the right address', () => {
    const { path } = someCategory()
    expect(findCategoryPage('fr', path.en)).toEqual({ kind: 'moved', path: `/fr/annonces/${path.fr.join('/')}` })
    expect(findCategoryPage('en', [...path.en, 'in', 'Moulins'])).toMatchObject({ kind: 'moved' })
  })

  test.each([[['nothing']], [['nothing', 'in', 'moulins-03000']], [['in', 'zzzzzz']], [['%E0%A4%A']]])(
    '%j is unknown',
    (segments) => {
      expect(findCategoryPage('fr', segments)).toEqual({ kind: 'unknown' })
    },
  )

  test('a search for a category alone is the category’s page; anything more is a search', () => {
    const category = someCategory()
    const tree = loadCategoryTree()
    const query = { ...emptyQuery, category: category.key }
    expect(resultsAddress(query, 'fr', tree)).toBe(`/fr/annonces/${category.path.fr.join('/')}`)
    expect(resultsAddress({ ...query, page: 2 }, 'fr', tree)).toBe(`/fr/annonces/${category.path.fr.join('/')}?p=2`)
    expect(resultsAddress({ ...query, text: '2cv' }, 'en', tree)).toMatch(/^\/en\/search\?q=2cv&c=/)
  })
})

describe('what machines read', () => {
  test('the sitemap names its parts, and the first part every category in both languages', () => {
    expect(sitemapIndex('https://annonces.example')).toContain('https://annonces.example/sitemap/ads.xml?after=0')
    const pages = [...pagesSitemap('https://annonces.example')].join('')
    const { path } = someCategory()
    expect(pages).toContain(`<loc>https://annonces.example/fr/annonces/${path.fr.join('/')}</loc>`)
    expect(pages).toContain(`<loc>https://annonces.example/en/ads/${path.en.join('/')}</loc>`)
  })

  test('a feed escapes what advertisers write', () => {
    const card = {
      id: 1,
      ref: 'K7P204',
      slug: 'x',
      title: 'A <b>bold</b> & "quoted" ]]> title',
      textLocale: 'en',
      category: { id: 1, key: 'k', label: 'Cars', path: ['cars'] },
      facts: [],
      place: { name: 'Moulins', areaName: 'Allier', slug: 'moulins-03000', postcode: '03000', country: 'FR' },
      price: null,
      reveal: { kind: 'free' },
      boost: null,
      photoCount: 0,
      cover: null,
      publishedAt: 1_700_000_000_000,
      confirmedAt: 1_700_000_000_000,
      status: 'published',
      sortKey: 1,
    } as const
    const about = {
      locale: 'en',
      origin: 'https://annonces.example',
      category: undefined,
      path: '/feeds/en/ads',
      now: 1_700_000_000_000,
    } as const
    expect(atomFeed([card], about)).not.toContain('<b>')
    expect(JSON.parse(jsonFeed([card], about)).items[0].url).toBe('https://annonces.example/en/ad/K7P204/x')
  })
})

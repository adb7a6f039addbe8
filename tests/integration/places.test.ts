import { afterAll, beforeAll, expect, test } from 'vitest'
import { importPlaces } from '../../lib/places/import-places.ts'
import { distanceKm } from '../../lib/places/places.ts'
import { findPlaceBySlug, findPlaceByText, suggestPlaces } from '../../lib/places/places-queries.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

let database: TestDatabase

beforeAll(() => {
  database = openTestDatabase()
  importPlaces()
})
afterAll(() => database.close())

test('a town is found by name, postcode, slug or both, with its département and region', () => {
  const moulins = findPlaceBySlug('moulins-03000')
  expect(moulins).toMatchObject({
    name: 'Moulins',
    areaName: 'Allier',
    regionName: 'Auvergne-Rhône-Alpes',
    country: 'FR',
  })
  for (const typed of ['Moulins', ' moulins ', '03000', 'moulins-03000', '03000 Moulins', 'Moulins (03000)'])
    expect(findPlaceByText(typed)?.slug).toBe('moulins-03000')
  expect(findPlaceByText('St Étienne')?.name).toBe('Saint-Étienne')
  expect(findPlaceByText('Xyzville')).toBeUndefined()
  expect(findPlaceByText('')).toBeUndefined()
})

test('the great cities, their arrondissements and towns abroad are there', () => {
  expect(findPlaceByText('Paris')?.population).toBeGreaterThan(2_000_000)
  expect(findPlaceByText('75011')?.name).toContain('Paris 11')
  expect(findPlaceByText('Leeds')).toMatchObject({ country: 'GB', regionName: 'England', postcode: '' })
  expect(findPlaceByText('Genève')).toMatchObject({ country: 'CH', regionName: 'Genève' })
})

test('a village without a position of its own stands near its neighbours', () => {
  const village = findPlaceByText('03130 Liernolles')
  const bigger = findPlaceByText('Dompierre-sur-Besbre')
  if (!village || !bigger) throw new Error('a place is missing')
  expect(distanceKm(village, bigger)).toBeLessThan(25)
})

test('suggestions begin with what is typed, most populous first', () => {
  const names = suggestPlaces('moul', 5).map(({ name }) => name)
  expect(names[0]).toBe('Moulins')
  expect(suggestPlaces('0300', 3).every(({ postcode }) => postcode.startsWith('0300'))).toBe(true)
  expect(suggestPlaces('%', 3)).toEqual([])
})

test('importing again changes no id and adds nothing', () => {
  const before = findPlaceBySlug('moulins-03000')
  const count = importPlaces()
  expect(count).toBeGreaterThan(37_000)
  expect(findPlaceBySlug('moulins-03000')).toEqual(before)
})

import { expect, test } from 'vitest'
import { headOf, slotsOf } from '../../lib/http/drawn-page.ts'
import type { PageHead } from '../../lib/http/page-metadata.ts'

const origin = 'https://annonces.example'
const full: PageHead = {
  locale: 'fr',
  title: 'Solex',
  description: 'À réveiller',
  paths: { fr: '/fr/annonce/K7P204/solex', en: '/en/ad/K7P204/solex' },
  isIndexed: false,
  image: '/photos/a1/a1-1200.webp',
  feed: '/feeds/fr/ads',
}
const bare: PageHead = { locale: 'en', title: 'Help', description: '', paths: {}, isIndexed: true }

test('the slots of a head are the head again', () => {
  expect(headOf('fr', slotsOf(full, origin))).toEqual(full)
  expect(headOf('en', slotsOf(bare, origin))).toEqual(bare)
})

test('heads with the same parts fill the same slots, others do not', () => {
  const names = (head: PageHead) => Object.keys(slotsOf(head, origin)).join(' ')
  const { image: _, ...withoutImage } = full
  expect(names({ ...full, title: 'Terrot', locale: 'en' })).toBe(names(full))
  expect(new Set([full, bare, withoutImage, { ...full, isIndexed: true }].map(names)).size).toBe(4)
})

test('addresses are written as browsers write them', () => {
  const { pathFr } = slotsOf({ ...bare, paths: { fr: '/fr/recherche?q=pièce "x"' } }, origin)
  expect(pathFr).toBe('fr/recherche?q=pi%C3%A8ce%20%22x%22')
})

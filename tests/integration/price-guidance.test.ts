import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeAdStatus } from '../../lib/ads/change-ad-status.ts'
import { findPriceGuidance } from '../../lib/ads/price-guidance-queries.ts'
import { postingNow as now, openPostingSite, type PostingSite } from '../support/posting-site.ts'

let site: PostingSite
beforeAll(async () => {
  site = await openPostingSite()
})
afterAll(() => site.close())

async function online(price: string) {
  const draftId = await site.ready()
  await site.details(draftId, { price })
  await site.submit(draftId)
  const { id } = site.adOf(draftId)
  await changeAdStatus(id, { to: 'published', now })
  return id
}

test('what similar ads ask is told from five on: those online with a price, without one’s own', async () => {
  const category = site.category('vehicules/motos')
  const told = (own: number | null = null) => findPriceGuidance(category.id, own)
  const own = await online('5000')
  for (const price of ['900', '2400', '14000', '']) await online(price)
  await site.post()
  expect(told()).toBeUndefined()

  const last = await online('3000')
  expect(told()).toEqual({ ads: 5, lowest: 90_000, median: 300_000, highest: 1_400_000 })
  expect(told(own)).toBeUndefined()
  await online('1000')
  expect(told()).toMatchObject({ ads: 6, median: 270_000 })
  await changeAdStatus(last, { to: 'sold', now })
  expect(told()).toEqual({ ads: 5, lowest: 90_000, median: 240_000, highest: 1_400_000 })
  expect(findPriceGuidance(category.id + 1000, null)).toBeUndefined()
})

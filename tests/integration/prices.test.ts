import { afterEach, beforeEach, expect, test } from 'vitest'
import { findAdRecord } from '../../lib/ads/ad-record-queries.ts'
import { findAdForSaleById } from '../../lib/ads/sale-queries.ts'
import { listAuditByPrefix } from '../../lib/audit/audit-queries.ts'
import { alignPrices } from '../../lib/catalogue/align-prices.ts'
import { changePrices } from '../../lib/catalogue/change-prices.ts'
import { previewPriceChange } from '../../lib/catalogue/preview-price-change.ts'
import type { PriceChange } from '../../lib/catalogue/price-change.ts'
import { undoPriceChange } from '../../lib/catalogue/undo-price-change.ts'
import { findCategoryByKey } from '../../lib/categories/categories-queries.ts'
import { listOffers } from '../../lib/checkout/list-offers.ts'
import { eur } from '../../lib/money/money.ts'
import { listPriceRules } from '../../lib/pricing/price-rules-queries.ts'
import { readQuote } from '../../lib/pricing/quotes.ts'
import { day } from '../../lib/time/time.ts'
import { openTestSite, type TestAd, testNow } from '../support/test-site.ts'

let site: Awaited<ReturnType<typeof openTestSite>>
beforeEach(async () => {
  site = await openTestSite()
})
afterEach(() => site.close())

const idOf = (key: string) => findCategoryByKey(key)?.id ?? 0
const priceOfCategory = (key: string) => findCategoryByKey(key)?.revealPriceMinor
const priceOfAd = (ad: TestAd) => findAdRecord(ad.id)?.revealPriceMinor
const filedPrice = (ad: TestAd) =>
  site.count('search_documents', `ad_id = ${ad.id} and reveal_minor = ${priceOfAd(ad)}`)
const staff = { actor: 'member:test', now: testNow }

function change(changes: Partial<PriceChange> = {}): PriceChange {
  return {
    kind: 'reveal',
    categoryId: idOf('vehicules'),
    country: null,
    rail: null,
    priceMinor: 200,
    currency: 'EUR',
    validFrom: 0,
    validUntil: null,
    ...changes,
  }
}

test('a price that begins now reaches the category, what inherits it, its ads and the search', async () => {
  const ad = await site.addAd()
  const other = priceOfCategory('pieces')
  const { ruleId } = await changePrices(change(), staff)

  expect([priceOfCategory('vehicules'), priceOfCategory('vehicules/motos'), priceOfCategory('pieces')]).toEqual([
    200,
    200,
    other,
  ])
  expect([priceOfAd(ad), filedPrice(ad)]).toEqual([200, 1])
  expect(listAuditByPrefix(`price:${ruleId}`)).toMatchObject([{ action: 'price_changed', actor: 'member:test' }])
})

test('the preview says exactly what the change then does', async () => {
  const cheap = await site.addAd({ price: eur(150) })
  await site.addAd({ price: eur(150), status: 'paused' })
  await site.addAd({ price: eur(300) })
  await site.addAd({ price: eur(200) })
  const free = await site.addAd({ price: eur(300), mode: 'sponsored' })

  const preview = previewPriceChange(change(), testNow)
  expect(preview.ads).toEqual([
    { from: eur(150), to: eur(200), ads: 2, published: 1 },
    { from: eur(300), to: eur(200), ads: 1, published: 1 },
  ])
  const sms = preview.rails.filter(({ rail }) => rail === 'premium_sms')
  expect(sms.map(({ billed }) => billed?.minor)).toEqual([undefined, 300])
  expect(site.count('price_rules')).toBe(0)

  const { alignment } = await changePrices(change(), staff)
  expect(alignment.refs).toHaveLength(preview.ads.reduce((sum, { ads }) => sum + ads, 0))
  for (const { id } of preview.categories)
    expect(site.count('categories', `id = ${id} and reveal_price_minor = 200`)).toBe(1)
  expect([priceOfAd(cheap), priceOfAd(free)]).toEqual([200, 300])
  expect(previewPriceChange(change(), testNow).ads).toEqual([])
})

test('a price with a date waits for the job, ends by itself, and gives back what held before', async () => {
  const ad = await site.addAd()
  const begins = testNow + 3 * day
  const ends = testNow + 10 * day
  await changePrices(change({ validFrom: begins, validUntil: ends }), staff)
  expect(priceOfAd(ad)).toBe(300)
  expect((await alignPrices(begins - 1)).rules).toBe(0)

  await alignPrices(begins)
  expect([priceOfAd(ad), priceOfCategory('vehicules/motos')]).toEqual([200, 200])
  expect((await alignPrices(begins + 1)).rules).toBe(0)

  await alignPrices(ends)
  expect([priceOfAd(ad), priceOfCategory('vehicules/motos')]).toEqual([300, 300])
})

test('undone at once, everything costs what it did; undone twice is refused; one to come never begins', async () => {
  const ad = await site.addAd()
  const { ruleId } = await changePrices(change(), staff)
  await undoPriceChange(ruleId, { ...staff, now: testNow + 1 })
  expect([priceOfAd(ad), filedPrice(ad), priceOfCategory('vehicules')]).toEqual([300, 1, 300])
  await expect(undoPriceChange(ruleId, { ...staff, now: testNow + 2 })).rejects.toMatchObject({ code: 'conflict' })

  const later = await changePrices(change({ validFrom: testNow + day }), staff)
  await undoPriceChange(later.ruleId, { ...staff, now: testNow + 3 })
  await alignPrices(testNow + 2 * day)
  expect(priceOfAd(ad)).toBe(300)
})

test('a category with a price of its own keeps it when the one above changes', async () => {
  const ad = await site.addAd()
  await changePrices(change({ categoryId: idOf('vehicules/motos'), priceMinor: 500 }), staff)
  await changePrices(change({ priceMinor: 250 }), { ...staff, now: testNow + 1 })
  expect([priceOfAd(ad), priceOfCategory('vehicules/motos'), priceOfCategory('vehicules')]).toEqual([500, 500, 250])
})

test('two changes and two jobs at the same moment leave one price everywhere', async () => {
  const all = [await site.addAd(), await site.addAd({ price: eur(150) })]
  await Promise.all([
    changePrices(change({ priceMinor: 200 }), staff),
    changePrices(change({ priceMinor: 400 }), staff),
    alignPrices(testNow),
    alignPrices(testNow),
  ])
  await alignPrices(testNow + 1)
  const held = priceOfCategory('vehicules')
  expect([200, 400]).toContain(held)
  for (const ad of all) expect([priceOfAd(ad), filedPrice(ad)]).toEqual([held, 1])
  expect(listPriceRules().filter(({ appliedAt }) => appliedAt === null)).toEqual([])
})

test('a quote that was shown keeps its price, and the next one has the new', async () => {
  const ad = await site.addAd()
  const buyer = await site.payer()
  const token = site.quote(ad, 'card-eur')
  await changePrices(change(), staff)
  await site.buy(buyer, token)
  const charge = site.chargeOf(token)
  await site.deliver(charge, site.paid(charge))
  expect([charge.billedMinor, site.isUnlocked(buyer, ad)]).toEqual([300, true])
  await site.requireSoundBooks()
})

function offersOf(ad: TestAd, country: string) {
  const found = findAdForSaleById(ad.id, 'fr')
  if (!found) throw new Error('the ad is not there')
  const price = eur(found.revealPriceMinor)
  const payer = { deviceHash: undefined, payerIds: [], memberId: undefined }
  const request = { kind: 'reveal', ad: found, price, country, wallets: [], payer } as const
  const offers = listOffers({ ...request, locale: 'fr', now: testNow })
  return new Map(offers.map((offer) => [offer.accountId, offer]))
}

test('a price of a country and a floor of a rail are what is offered there and what is sold', async () => {
  const ad = await site.addAd({ price: eur(150) })
  await changePrices(change({ country: 'BE', priceMinor: 250 }), staff)
  await changePrices(change({ kind: 'rail_floor', rail: 'card', categoryId: null, priceMinor: 180 }), staff)

  expect(priceOfAd(ad)).toBe(150)
  expect(offersOf(ad, 'BE').get('card-eur')?.billed).toEqual(eur(250))
  expect(offersOf(ad, 'FR').get('card-eur')?.billed).toEqual(eur(180))
  expect(offersOf(ad, 'FR').get('sms-81234')?.billed).toEqual(eur(150))

  const token = offersOf(ad, 'BE').get('card-eur')?.quote ?? ''
  expect(readQuote(token)?.priceMinor).toBe(250)
  const buyer = await site.payer()
  await site.buy(buyer, token)
  const charge = site.chargeOf(token)
  await site.deliver(charge, site.paid(charge))
  expect(site.isUnlocked(buyer, ad)).toBe(true)
  await site.requireSoundBooks()
})

test('what cannot be meant is refused by the name of its field', async () => {
  const refusal = (changes: Partial<PriceChange>) => changePrices(change(changes), staff)
  const fields = (name: string) => ({ code: 'invalid_input', fields: [{ field: name }] })
  await expect(refusal({ priceMinor: -1 })).rejects.toMatchObject(fields('price'))
  await expect(refusal({ priceMinor: 100_001 })).rejects.toMatchObject(fields('price'))
  await expect(refusal({ categoryId: 999 })).rejects.toMatchObject(fields('category'))
  await expect(refusal({ kind: 'rail_floor' })).rejects.toMatchObject(fields('rail'))
  await expect(refusal({ currency: 'GBP' })).rejects.toMatchObject(fields('currency'))
  await expect(refusal({ validUntil: testNow - 1 })).rejects.toMatchObject(fields('until'))
  expect(site.count('price_rules')).toBe(0)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { commit } from '../../db/commit.ts'
import { findAdRecord } from '../../lib/ads/ad-record-queries.ts'
import { revealPriceAt } from '../../lib/ads/ads.ts'
import { changeAdStatus } from '../../lib/ads/change-ad-status.ts'
import { saveCategory } from '../../lib/categories/categories-store.ts'
import { findAdServicePage, isGiveKey, listBoosts } from '../../lib/checkout/ad-service-page-queries.ts'
import type { AdServiceKind } from '../../lib/checkout/ad-services.ts'
import { requestAdService } from '../../lib/checkout/request-ad-service.ts'
import { eur, type Money } from '../../lib/money/money.ts'
import type { Payer } from '../../lib/payers/payers.ts'
import { insertDraftPhoto } from '../../lib/posting/drafts-store.ts'
import { endBoosts } from '../../lib/posting/end-boosts.ts'
import { newQuote, readQuote, signQuote } from '../../lib/pricing/quotes.ts'
import { day, hour } from '../../lib/time/time.ts'
import { findSale, postingNow as now, openPostingSite, type PostingSite } from '../support/posting-site.ts'

let site: PostingSite
const category = 'vehicules/autos-avant-1945'
beforeAll(async () => {
  site = await openPostingSite()
  const { fields: _, ...paid } = site.category(category)
  await commit(saveCategory({ ...paid, fields: [], postPriceMinor: 500, position: 2 }))
})
afterAll(() => site.close())

const fee = eur(500)

function quote(adId: number, kind: AdServiceKind, about: Partial<{ price: Money; account: string }> = {}): string {
  const price = about.price ?? fee
  return signQuote(
    newQuote(
      {
        ...{ kind, adId, accountId: about.account ?? 'wallet-eur', country: 'FR', currency: price.currency },
        ...{ priceMinor: price.minor, billedMinor: price.minor, pricePointId: null },
      },
      now,
    ),
  )
}

function pay(actor: Payer, token: string) {
  const input = {
    locale: 'fr' as const,
    quote: token,
    waiver: true,
    from: undefined,
    voucher: undefined,
    msisdn: undefined,
  }
  return requestAdService(input, { actor, now, locale: 'fr', address: '192.0.2.9' })
}

async function dueAd() {
  const { draftId, sent } = await site.post({ category })
  expect(sent).toMatchObject({ status: 'draft', isDue: true })
  return site.adOf(draftId)
}

async function standingAd() {
  const { draftId } = await site.post()
  const { id } = site.adOf(draftId)
  await changeAdStatus(id, { to: 'published', now })
  return site.adOf(draftId)
}

const statusOf = (id: number) => findAdRecord(id)?.status

// Sites that publish at once look first only at what screening stopped at.
test('what was found in pictures and in words about them is before staff once the fee is paid', async () => {
  const draftId = await site.ready({ category })
  const photo = { draftId, hash: 'a1b2c3d4e5f6', lookHash: '', width: 640, height: 480, createdAt: now }
  const qr = { source: 'qr', kind: 'qr', text: 'tel:+33639980001', confidence: 'sure' }
  await commit([
    insertDraftPhoto({ ...photo, id: `${draftId}-0`, position: 0, alt: 'Vendue avec sa carabine', finds: [qr] }),
  ])
  expect(await site.submit(draftId)).toMatchObject({ status: 'draft', isDue: true })
  const ad = site.adOf(draftId)
  const payer = await site.payerWithBalance(eur(500))
  expect(await pay(payer, quote(ad.id, 'post'))).toMatchObject({ kind: 'settled' })
  expect(statusOf(ad.id)).toBe('pending')
  const { reason, finds } = site.caseOf(ad.id)
  expect(reason).toBe('screening')
  expect(finds.map(({ field, kind }) => [field, kind])).toEqual([
    ['photo', 'banned'],
    ['photo', 'qr'],
  ])
})

test('an ad whose fee is due waits out of sight, and goes on once it is paid; the books say so', async () => {
  const ad = await dueAd()
  expect(site.count('moderation_cases', `ad_id = ${ad.id}`)).toBe(0)
  const before = site.balanceOf('revenue:posts').minor
  const payer = await site.payerWithBalance(eur(2000))

  expect(await pay(payer, quote(ad.id, 'post'))).toMatchObject({ kind: 'settled' })

  expect(statusOf(ad.id)).toBe('pending')
  expect(site.count('moderation_cases', `ad_id = ${ad.id}`)).toBe(1)
  expect(site.walletOf(payer)).toBe(1500)
  expect(site.balanceOf('revenue:posts').minor - before).toBe(417)
  expect(site.count('unlocks', `ad_id = ${ad.id}`)).toBe(0)
  await site.requireSoundBooks()
})

test('a fee paid by twenty people at once is taken once; nobody else loses anything', async () => {
  const ad = await dueAd()
  const payers: Payer[] = []
  for (let at = 0; at < 20; at += 1) payers.push(await site.payerWithBalance(eur(1000)))
  const outcomes = await Promise.allSettled(payers.map((payer) => pay(payer, quote(ad.id, 'post'))))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const outcome of outcomes)
    if (outcome.status === 'rejected')
      expect(['already_paid', 'state_changed', 'already_granted']).toContain(outcome.reason.code)
  expect(payers.reduce((sum, payer) => sum + site.walletOf(payer), 0)).toBe(20 * 1000 - 500)
  await site.requireSoundBooks()
})

test('the same quote answered again is the same purchase', async () => {
  const ad = await dueAd()
  const payer = await site.payerWithBalance(eur(1000))
  const token = quote(ad.id, 'post')
  const first = await pay(payer, token)
  expect(await pay(payer, token)).toEqual(first)
  expect(site.walletOf(payer)).toBe(500)
})

test('an edit of a paid ad costs nothing', async () => {
  const { draftId } = await site.post({ category })
  const ad = site.adOf(draftId)
  await pay(await site.payerWithBalance(eur(1000)), quote(ad.id, 'post'))
  const owner = site.ownerOf(draftId)
  const edit = await site.edit(ad.ref, owner)
  await site.details(edit.draftId, { title: 'Peugeot 201 de 1931, papiers en règle', memberId: owner })
  expect(site.view(edit.draftId).terms?.fee).toEqual({ kind: 'free', reason: 'paid' })
  expect(await site.submit(edit.draftId, owner)).toMatchObject({ isDue: false, status: 'pending' })
  expect(site.count('purchases', `ad_id = ${ad.id}`)).toBe(1)
})

test('money through a provider: late it counts, twice it is kept, short it is kept, and the payer is told', async () => {
  const late = await dueAd()
  const payer = await site.payer()
  const token = quote(late.id, 'post', { account: 'card-eur' })
  await pay(payer, token)
  const charge = site.chargeOf(token)
  const paid = site.paid(charge, { at: now + 3 * hour })
  expect((await site.deliver(charge, paid)).outcome).toBe('settled')
  expect(statusOf(late.id)).toBe('pending')
  expect((await site.deliver(charge, paid)).outcome).toBe('already_settled')

  const twice = site.paid(charge, { reference: 'another-payment', at: now + 4 * hour })
  expect(await site.deliver(charge, twice)).toMatchObject({ outcome: 'credited', note: 'duplicate' })
  expect(site.walletOf(payer)).toBe(500)

  const short = await dueAd()
  const other = await site.payer()
  const shortToken = quote(short.id, 'post', { account: 'card-eur' })
  await pay(other, shortToken)
  const shortCharge = site.chargeOf(shortToken)
  expect(await site.deliver(shortCharge, site.paid(shortCharge, { amount: eur(200) }))).toMatchObject({
    note: 'partial',
  })
  expect(statusOf(short.id)).toBe('draft')
  expect(site.walletOf(other)).toBe(200)
  await site.requireSoundBooks()
})

test('money for an ad that was deleted meanwhile is kept on the balance', async () => {
  const ad = await dueAd()
  const payer = await site.payer()
  const token = quote(ad.id, 'post', { account: 'card-eur' })
  await pay(payer, token)
  await changeAdStatus(ad.id, { to: 'deleted', now })
  const charge = site.chargeOf(token)
  expect(await site.deliver(charge, site.paid(charge))).toMatchObject({ outcome: 'credited', note: 'ad_unavailable' })
  expect(site.walletOf(payer)).toBe(500)
  await site.requireSoundBooks()
})

test('a price somebody wrote themselves is refused, and so is a quote for something else', async () => {
  const ad = await dueAd()
  const payer = await site.payerWithBalance(eur(1000))
  const real = readQuote(quote(ad.id, 'post'))
  const forged = `${Buffer.from(JSON.stringify({ ...real, priceMinor: 1, billedMinor: 1 })).toString('base64url')}.${quote(ad.id, 'post').split('.')[1]}`
  await expect(pay(payer, forged)).rejects.toMatchObject({ code: 'quote_invalid' })
  const reveal = site.quote({ id: ad.id, ref: ad.ref, price: eur(300) }, 'wallet-eur')
  await expect(pay(payer, reveal)).rejects.toMatchObject({ code: 'quote_invalid' })
  expect(site.walletOf(payer)).toBe(1000)
})

test('a fee taken back by the provider puts the ad back to where its fee is due', async () => {
  const ad = await dueAd()
  const payer = await site.payer()
  const token = quote(ad.id, 'post', { account: 'card-eur' })
  await pay(payer, token)
  const charge = site.chargeOf(token)
  const paid = site.paid(charge)
  await site.deliver(charge, paid)
  await changeAdStatus(ad.id, { to: 'published', now })
  await site.deliver(charge, { ...paid, eventId: 'taken-back', reversedMinor: 500 })
  expect(statusOf(ad.id)).toBe('draft')
  expect(findAdRecord(ad.id)?.postPurchaseId).toBeNull()
  expect(site.count('search_documents', `ad_id = ${ad.id}`)).toBe(0)
  await site.requireSoundBooks()
})

test('a feature is labelled until its day, a second one is added to its end, and it ends by itself', async () => {
  const ad = await standingAd()
  const payer = await site.payerWithBalance(eur(5000))
  await pay(payer, quote(ad.id, 'feature', { price: eur(600) }))
  await pay(payer, quote(ad.id, 'urgent', { price: eur(300) }))
  expect(findAdRecord(ad.id)).toMatchObject({ boost: 'featured', boostUntil: now + 14 * day })
  await pay(payer, quote(ad.id, 'feature', { price: eur(600) }))
  expect(findAdRecord(ad.id)?.boostUntil).toBe(now + 28 * day)

  expect(await endBoosts(now + 29 * day)).toContain(ad.ref)
  expect(findAdRecord(ad.id)).toMatchObject({ boost: null, boostUntil: null })
  expect(site.count('search_documents', `ad_id = ${ad.id}`)).toBe(1)
  await site.requireSoundBooks()
})

test('boosts paid for at the same moment each count in full, also under a stronger one', async () => {
  const ad = await standingAd()
  const payers = [await site.payerWithBalance(eur(3000)), await site.payerWithBalance(eur(3000))] as const
  const both = (kind: AdServiceKind, price: Money) =>
    Promise.all(payers.map((payer) => pay(payer, quote(ad.id, kind, { price }))))

  await both('feature', eur(600))
  expect(findAdRecord(ad.id)).toMatchObject({ boost: 'featured', boostUntil: now + 28 * day })
  // These do not show in the ad's own row.
  await both('urgent', eur(300))
  const ends = (kind: string, days: number) =>
    site.count('ad_boosts', `ad_id = ${ad.id} and kind = '${kind}' and ends_at = ${now + days * day}`)
  expect([ends('urgent', 14), ends('urgent', 28)]).toEqual([1, 1])
  await Promise.all([
    pay(payers[0], quote(ad.id, 'bump', { price: eur(200) })),
    pay(payers[1], quote(ad.id, 'sponsor', { price: eur(900) })),
  ])
  const after = findAdRecord(ad.id)
  expect(after).toMatchObject({ boost: 'featured', sponsoredUntil: now + 30 * day })
  expect(after?.sortKey).not.toBe(ad.sortKey)
  expect(payers.map((payer) => site.walletOf(payer)).sort()).toEqual([3000 - 1800, 3000 - 1100])
  expect(site.count('search_documents', `ad_id = ${ad.id} and sort_key = ${after?.sortKey}`)).toBe(1)
  await site.requireSoundBooks()
})

test('a boost paid for while staff takes the ad down does not bring it back', async () => {
  const ad = await standingAd()
  const payer = await site.payerWithBalance(eur(1000))
  const token = quote(ad.id, 'feature', { price: eur(600) })
  await Promise.allSettled([changeAdStatus(ad.id, { to: 'suspended', now }), pay(payer, token)])
  expect(statusOf(ad.id)).toBe('suspended')
  expect(site.count('search_documents', `ad_id = ${ad.id}`)).toBe(0)
  await site.requireSoundBooks()
})

test('a bump moves the ad to the top of the lists without changing when it was published', async () => {
  const ad = await standingAd()
  const before = findAdRecord(ad.id)
  const payer = await site.payerWithBalance(eur(1000))
  await pay(payer, quote(ad.id, 'bump', { price: eur(200) }))
  const after = findAdRecord(ad.id)
  expect(after?.publishedAt).toBe(before?.publishedAt)
  expect(after?.sortKey).not.toBe(before?.sortKey)
  expect(site.count('search_documents', `ad_id = ${ad.id} and sort_key = ${after?.sortKey}`)).toBe(1)
})

test('a sponsored contact is free for visitors until its day, then costs what it did', async () => {
  const ad = await standingAd()
  const payer = await site.payerWithBalance(eur(1000))
  await pay(payer, quote(ad.id, 'sponsor', { price: eur(900) }))
  const sponsored = findAdRecord(ad.id)
  expect(sponsored && revealPriceAt(sponsored, now + day).kind).toBe('free')
  expect(site.count('search_documents', `ad_id = ${ad.id} and reveal_minor = 0`)).toBe(1)
  expect(sponsored && revealPriceAt(sponsored, now + 31 * day)).toEqual({ kind: 'paid', price: eur(300) })
  await endBoosts(now + 31 * day)
  expect(site.count('search_documents', `ad_id = ${ad.id} and reveal_minor = 300`)).toBe(1)
})

test('nothing is sold for an ad nobody can see, and its page of payment opens with its key only', async () => {
  const ad = await dueAd()
  const sale = findSale(ad.id)
  expect(sale && listBoosts(sale, now)).toEqual([])
  const payer = await site.payerWithBalance(eur(1000))
  await expect(pay(payer, quote(ad.id, 'feature', { price: eur(600) }))).rejects.toMatchObject({
    code: 'ad_unavailable',
  })
  expect(isGiveKey(ad.ref, 'guessed')).toBe(false)
  const page = findAdServicePage({ ref: ad.ref, kind: 'post', payer, country: 'FR', locale: 'fr', now })
  expect(page).toMatchObject({ state: 'open', service: { price: fee } })
  expect(page?.offers.map(({ rail }) => rail)).toEqual(expect.arrayContaining(['wallet', 'card']))
})

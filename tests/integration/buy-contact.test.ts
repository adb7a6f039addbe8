import { afterAll, beforeAll, expect, test } from 'vitest'
import { eur, money } from '../../lib/money/money.ts'
import { readQuote, signQuote } from '../../lib/pricing/quotes.ts'
import { findUnlock, revealContact } from '../../lib/reveals/reveals-queries.ts'
import { day, hour } from '../../lib/time/time.ts'
import { issueVouchers } from '../../lib/vouchers/issue-vouchers.ts'
import { openTestSite, testContact, testNow } from '../support/test-site.ts'

let site: Awaited<ReturnType<typeof openTestSite>>
beforeAll(async () => {
  site = await openTestSite()
})
afterAll(() => site.close())

test('a contact is bought from the balance in one go, and the books say what of it is income and tax', async () => {
  const before = site.balanceOf('revenue:reveals')
  const ad = await site.addAd({ price: eur(150) })
  const buyer = await site.payerWithBalance(eur(500))

  expect(await site.buy(buyer, site.quote(ad, 'wallet-eur'))).toMatchObject({ kind: 'settled' })

  expect(site.walletOf(buyer)).toBe(350)
  expect(site.balanceOf('revenue:reveals').minor - before.minor).toBe(125)
  const unlock = findUnlock(buyer.payerIds, ad.id)
  expect(unlock && revealContact(unlock)).toEqual(testContact)
  await site.requireSoundBooks()
})

test('the same quote answered again is the same purchase and takes nothing more', async () => {
  const ad = await site.addAd({ price: eur(150) })
  const buyer = await site.payerWithBalance(eur(500))
  const token = site.quote(ad, 'wallet-eur')
  const first = await site.buy(buyer, token)
  expect(await site.buy(buyer, token)).toEqual(first)
  expect(site.walletOf(buyer)).toBe(350)
})

test('a hundred identical purchases at once sell one contact once', async () => {
  const ad = await site.addAd({ price: eur(300) })
  const buyer = await site.payerWithBalance(eur(5000))
  const token = site.quote(ad, 'wallet-eur')
  const outcomes = await Promise.all(Array.from({ length: 100 }, () => site.buy(buyer, token)))
  expect(new Set(outcomes.map((outcome) => outcome.kind))).toEqual(new Set(['settled']))
  expect(site.walletOf(buyer)).toBe(4700)
  await site.requireSoundBooks()
})

test('a hundred quotes for the same contact at once sell it once', async () => {
  const ad = await site.addAd({ price: eur(300) })
  const buyer = await site.payerWithBalance(eur(5000))
  const outcomes = await Promise.all(Array.from({ length: 100 }, () => site.buy(buyer, site.quote(ad, 'wallet-eur'))))
  expect(outcomes.filter((outcome) => outcome.kind === 'settled')).toHaveLength(1)
  expect(outcomes.filter((outcome) => outcome.kind === 'already_unlocked')).toHaveLength(99)
  expect(site.walletOf(buyer)).toBe(4700)
})

test('a hundred purchases at once from a balance that covers fifty sell fifty', async () => {
  const buyer = await site.payerWithBalance(eur(5000))
  const ads = await Promise.all(Array.from({ length: 1 }, () => site.addAd({ price: eur(100) })))
  for (let more = 1; more < 100; more += 1) ads.push(await site.addAd({ price: eur(100) }))
  const outcomes = await Promise.allSettled(ads.map((ad) => site.buy(buyer, site.quote(ad, 'wallet-eur'))))
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(50)
  for (const outcome of outcomes)
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'insufficient_balance' })
  expect(site.walletOf(buyer)).toBe(0)
  await site.requireSoundBooks()
})

test('one voucher in the hands of a hundred devices buys once', async () => {
  const ad = await site.addAd({ price: eur(300) })
  const { codes } = await issueVouchers({
    label: 'x',
    count: 1,
    faceMinor: 500,
    currency: 'EUR',
    validDays: 400,
    now: testNow,
  })
  const [voucher = ''] = codes
  const buyers = await Promise.all(Array.from({ length: 100 }, () => site.payer()))
  const outcomes = await Promise.allSettled(
    buyers.map((buyer, at) => site.buy(buyer, site.quote(ad, 'voucher-eur'), { voucher, address: `198.51.100.${at}` })),
  )
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
  for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason.name).toMatch(/DomainError/)
  expect(buyers.reduce((sum, buyer) => sum + site.walletOf(buyer), 0)).toBe(200)
  await site.requireSoundBooks()
})

test('a voucher that does not reach the price is not used', async () => {
  const ad = await site.addAd({ price: eur(300) })
  const { codes } = await issueVouchers({
    label: 'x',
    count: 1,
    faceMinor: 200,
    currency: 'EUR',
    validDays: 400,
    now: testNow,
  })
  const [voucher = ''] = codes
  const buyer = await site.payer()
  const short = site.buy(buyer, site.quote(ad, 'voucher-eur'), { voucher, address: '203.0.113.9' })
  await expect(short).rejects.toMatchObject({ code: 'insufficient_balance' })
  const cheap = await site.addAd({ price: eur(150) })
  expect(await site.buy(buyer, site.quote(cheap, 'voucher-eur'), { voucher, address: '203.0.113.9' })).toMatchObject({
    kind: 'settled',
  })
  expect(site.walletOf(buyer)).toBe(50)
})

test('guessing vouchers is stopped for the device, and unknown and used codes get one answer', async () => {
  const ad = await site.addAd({ price: eur(300) })
  const buyer = await site.payer()
  const guess = (voucher: string, address: string) =>
    site.buy(buyer, site.quote(ad, 'voucher-eur'), { voucher, address })
  await expect(guess('AAAA', '203.0.113.20')).rejects.toMatchObject({ fields: [{ code: 'mistyped' }] })
  const codes: string[] = []
  for (let attempt = 0; attempt < 6; attempt += 1) {
    const { newVoucherCode } = await import('../../lib/ids/ids.ts')
    await guess(newVoucherCode(), `203.0.113.${30 + attempt}`).catch((error) => codes.push(error.code))
  }
  expect(codes).toEqual([
    'voucher_refused',
    'voucher_refused',
    'voucher_refused',
    'voucher_refused',
    'voucher_refused',
    'rate_limited',
  ])
})

test('nobody is asked to pay for what is theirs, sold, free, or already open', async () => {
  const buyer = await site.payerWithBalance(eur(1000))
  const sold = await site.addAd({ status: 'sold' })
  await expect(site.buy(buyer, site.quote(sold, 'wallet-eur'))).rejects.toMatchObject({ code: 'ad_unavailable' })
  const expired = await site.addAd({ expiresAt: testNow - 1 })
  await expect(site.buy(buyer, site.quote(expired, 'wallet-eur'))).rejects.toMatchObject({ code: 'ad_unavailable' })
  const free = await site.addAd({ mode: 'free' })
  await expect(site.buy(buyer, site.quote(free, 'wallet-eur'))).rejects.toMatchObject({ code: 'free_contact' })
  expect(site.walletOf(buyer)).toBe(1000)
})

test('without the waiver, with an old quote or with a price of one’s own there is no purchase', async () => {
  const ad = await site.addAd()
  const buyer = await site.payerWithBalance(eur(1000))
  await expect(site.buy(buyer, site.quote(ad, 'wallet-eur'), { waiver: false })).rejects.toMatchObject({
    code: 'waiver_required',
  })
  const old = site.quote(ad, 'wallet-eur', { now: testNow - day })
  await expect(site.buy(buyer, old)).rejects.toMatchObject({ code: 'quote_expired' })
  const own = site.quote(ad, 'wallet-eur')
  const forged = readQuote(own)
  if (!forged) throw new Error('our own quote does not read')
  const [, signature] = own.split('.')
  const [cheap] = signQuote({ ...forged, priceMinor: 1, billedMinor: 1 }).split('.')
  await expect(site.buy(buyer, `${cheap}.${signature}`)).rejects.toMatchObject({ code: 'quote_invalid' })
  expect(site.walletOf(buyer)).toBe(1000)
})

test('a browser without a cookie becomes one payer however often it clicks', async () => {
  const ad = await site.addAd()
  const nobody = { deviceHash: undefined, payerIds: [], memberId: undefined }
  const token = site.quote(ad, 'sms-83000')
  const [left, right] = await Promise.all([site.buy(nobody, token), site.buy(nobody, token)])
  expect(left).toMatchObject({ purchaseId: (right as { purchaseId?: string }).purchaseId })
  expect(left.newDeviceToken).toBe(right.newDeviceToken)
  expect(site.count('purchases', `ad_id = ${ad.id}`)).toBe(1)
})

test('what one payer spends in a day has a ceiling', async () => {
  const buyer = await site.payerWithBalance(eur(10_000))
  for (let bought = 0; bought < 16; bought += 1) await site.buy(buyer, site.quote(await site.addAd(), 'wallet-eur'))
  const ad = await site.addAd()
  const more = site.buy(buyer, site.quote(ad, 'wallet-eur'))
  await expect(more).rejects.toMatchObject({ code: 'cap_reached' })
  const tomorrow = testNow + day + hour
  expect(await site.buy(buyer, site.quote(ad, 'wallet-eur', { now: tomorrow }), { now: tomorrow })).toMatchObject({
    kind: 'settled',
  })
})

test('pounds are sold for pounds', async () => {
  const ad = await site.addAd({ price: money(300, 'GBP') })
  const buyer = await site.payerWithBalance(money(500, 'GBP'))
  await site.buy(buyer, site.quote(ad, 'wallet-gbp'))
  expect(site.walletOf(buyer, 'GBP')).toBe(200)
  await site.requireSoundBooks()
})

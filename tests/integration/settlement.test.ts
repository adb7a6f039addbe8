import { afterAll, beforeAll, expect, test } from 'vitest'
import { writer } from '../../db/client.ts'
import { cancelPurchase } from '../../lib/checkout/cancel-purchase.ts'
import { findPurchasePage } from '../../lib/checkout/purchase-page-queries.ts'
import { expirePurchases } from '../../lib/checkout/sweep-charges.ts'
import { refundPurchase } from '../../lib/claims/refund-purchase.ts'
import { eur, money } from '../../lib/money/money.ts'
import type { Payer } from '../../lib/payers/payers.ts'
import { findCharge, findPurchase } from '../../lib/purchases/purchases-queries.ts'
import { hour } from '../../lib/time/time.ts'
import { openTestSite, type TestAd, testNow } from '../support/test-site.ts'

let site: Awaited<ReturnType<typeof openTestSite>>
beforeAll(async () => {
  site = await openTestSite()
})
afterAll(() => site.close())

async function pending(accountId = 'sms-83000', given?: Readonly<{ buyer: Payer; ad: TestAd }>) {
  const ad = given?.ad ?? (await site.addAd({ price: eur(300) }))
  const buyer = given?.buyer ?? (await site.payer())
  const token = site.quote(ad, accountId)
  await site.buy(buyer, token)
  const charge = site.chargeOf(token)
  const said = () =>
    findPurchasePage(charge.purchaseId, buyer.payerIds, 'fr')?.statements.map((statement) => statement.code)
  return { ad, buyer, charge, said }
}

// Providers resend a callback until they see a 200, so the second delivery is ordinary traffic.
test('a callback delivered twice settles the purchase once', async () => {
  const { charge, buyer, ad, said } = await pending()
  const observation = site.paid(charge)
  expect(await site.deliver(charge, observation)).toMatchObject({ outcome: 'settled' })
  expect(await site.deliver(charge, observation)).toMatchObject({ outcome: 'already_settled' })
  expect(site.isUnlocked(buyer, ad)).toBe(true)
  expect(said()).toEqual(['open'])
  await site.requireSoundBooks()
})

test('one callback a hundred times at once settles once and never fails', async () => {
  const { charge, buyer } = await pending()
  const observation = site.paid(charge)
  const outcomes = await Promise.all(Array.from({ length: 100 }, () => site.deliver(charge, observation)))
  expect(outcomes.filter(({ outcome }) => outcome === 'settled')).toHaveLength(1)
  expect(site.count('unlocks', `payer_id = '${buyer.payerIds[0]}'`)).toBe(1)
  expect(site.count('callback_inbox', `event_id = '${observation.eventId}'`)).toBe(1)
  await site.requireSoundBooks()
})

test('two events about the same payment count once', async () => {
  const { charge, buyer } = await pending()
  await site.deliver(charge, site.paid(charge, { eventId: 'a-1', reference: 'same' }))
  expect(await site.deliver(charge, site.paid(charge, { eventId: 'a-2', reference: 'same' }))).toMatchObject({
    outcome: 'already_settled',
  })
  expect(site.walletOf(buyer)).toBe(0)
})

test('money after the time is over opens the access and says so', async () => {
  const { charge, buyer, ad, said } = await pending()
  await expirePurchases(testNow + hour)
  expect(said()).toEqual(['expired_nothing_received'])
  await site.deliver(charge, site.paid(charge, { at: testNow + 2 * hour }))
  expect(site.isUnlocked(buyer, ad)).toBe(true)
  expect(said()).toEqual(['open_late'])
  await site.requireSoundBooks()
})

test('money after the payer gave up is honoured too', async () => {
  const { charge, buyer, ad, said } = await pending()
  const context = { actor: buyer, now: testNow, locale: 'fr', address: '192.0.2.1' } as const
  await cancelPurchase({ id: charge.purchaseId, locale: 'fr' }, context)
  expect(said()).toEqual(['cancelled_nothing_received'])
  await site.deliver(charge, site.paid(charge))
  expect(site.isUnlocked(buyer, ad)).toBe(true)
})

test('paying by two methods opens once and keeps the second payment on the balance', async () => {
  const first = await pending('sms-83000')
  const second = await pending('card-eur', first)
  expect(second.charge.purchaseId).toBe(first.charge.purchaseId)
  await site.deliver(first.charge, site.paid(first.charge))
  expect(await site.deliver(second.charge, site.paid(second.charge))).toMatchObject({
    outcome: 'credited',
    note: 'duplicate',
  })
  expect(site.walletOf(first.buyer)).toBe(300)
  expect(first.said()).toEqual(['open', 'kept_duplicate'])
  await site.requireSoundBooks()
})

test('the same text sent twice is two payments: the second is kept', async () => {
  const { charge, buyer, said } = await pending()
  await site.deliver(charge, site.paid(charge, { reference: 'mo-1' }))
  await site.deliver(charge, site.paid(charge, { reference: 'mo-2' }))
  expect(site.walletOf(buyer)).toBe(300)
  expect(said()).toEqual(['open', 'kept_duplicate'])
  await site.requireSoundBooks()
})

test('two charges paid at the same moment: one buys, one is kept', async () => {
  const first = await pending('sms-83000')
  const second = await pending('card-eur', first)
  await Promise.all([
    site.deliver(first.charge, site.paid(first.charge)),
    site.deliver(second.charge, site.paid(second.charge)),
  ])
  expect(site.walletOf(first.buyer)).toBe(300)
  expect(site.isUnlocked(first.buyer, first.ad)).toBe(true)
  await site.requireSoundBooks()
})

test('too little money is kept and opens nothing', async () => {
  const { charge, buyer, ad, said } = await pending()
  expect(await site.deliver(charge, site.paid(charge, { amount: eur(150) }))).toMatchObject({
    outcome: 'credited',
    note: 'partial',
  })
  expect(site.isUnlocked(buyer, ad)).toBe(false)
  expect(site.walletOf(buyer)).toBe(150)
  expect(said()).toEqual(['kept_partial'])
  await site.requireSoundBooks()
})

test('too much money opens the access and keeps the rest', async () => {
  const { charge, buyer, said } = await pending()
  await site.deliver(charge, site.paid(charge, { amount: eur(450) }))
  expect(site.walletOf(buyer)).toBe(150)
  expect(said()).toEqual(['open', 'kept_over'])
  await site.requireSoundBooks()
})

// BTCPay and the like: an invoice paid in parts keeps its reference, and each message names the whole.
test('a payment that grows is credited by what was added, once, whatever order it is told in', async () => {
  const whole = await pending('card-eur')
  await site.deliver(whole.charge, site.paid(whole.charge, { reference: 'whole', amount: eur(250) }))
  const { charge, buyer, ad, said } = await pending('card-eur')
  const grown = (minor: number, eventId = `grown-${minor}`) =>
    site.paid(charge, { reference: 'grows', amount: eur(minor), eventId })
  await site.deliver(charge, grown(100))
  const tell = (minor: number, eventId?: string) => site.deliver(charge, grown(minor, eventId))
  expect(await tell(180)).toMatchObject({ outcome: 'credited', note: 'partial' })
  expect([await tell(180), await tell(180, 'again'), await tell(120)].map(({ outcome }) => outcome)).toEqual(
    Array(3).fill('already_settled'),
  )
  await Promise.all([tell(250), tell(250, 'twice'), tell(210), tell(250, 'thrice')])
  expect(site.walletOf(buyer)).toBe(250)
  expect(site.isUnlocked(buyer, ad)).toBe(false)
  expect(said()).toEqual(['kept_partial'])
  const figures = (id: string) =>
    site.row(
      'select paid_minor, commission_minor, payout_minor, estimated_commission_minor from charges where id = ?',
      id,
    )
  expect(figures(charge.id)).toEqual(figures(whole.charge.id))
  expect(findPurchase(charge.purchaseId)?.paidMinor).toBe(250)
  await site.requireSoundBooks()
})

test('more money for what is bought is kept, and taken back it comes out of the balance first', async () => {
  const { charge, buyer, ad, said } = await pending('card-eur')
  await site.deliver(charge, site.paid(charge, { reference: 'more' }))
  const more = { reference: 'more', amount: eur(420) }
  expect(await site.deliver(charge, site.paid(charge, more))).toMatchObject({ outcome: 'credited', note: 'over' })
  expect([site.walletOf(buyer), site.isUnlocked(buyer, ad)]).toEqual([120, true])
  expect(said()).toEqual(['open', 'kept_over'])
  const owed = site.balanceOf('provider:card-eur').minor
  // The last message names a still larger whole that is gone altogether.
  await site.deliver(charge, site.paid(charge, { ...more, amount: eur(450), reversedMinor: 450 }))
  expect([site.walletOf(buyer), site.isUnlocked(buyer, ad)]).toEqual([0, false])
  expect(findCharge(charge.id)).toMatchObject({ paidMinor: 450, reversedMinor: 450 })
  expect(site.balanceOf('provider:card-eur').minor).toBeLessThan(owed)
  await site.requireSoundBooks()
})

test('money for an ad that was sold meanwhile goes to the balance', async () => {
  const { charge, buyer, ad, said } = await pending()
  writer().$client.prepare("update ads set status = 'sold' where id = ?").run(ad.id)
  expect(await site.deliver(charge, site.paid(charge))).toMatchObject({ outcome: 'credited', note: 'ad_unavailable' })
  expect(site.isUnlocked(buyer, ad)).toBe(false)
  expect(site.walletOf(buyer)).toBe(300)
  expect(said()).toEqual(['kept_ad_unavailable'])
  await site.requireSoundBooks()
})

test('money that matches nothing, or in another currency, waits in suspense', async () => {
  const before = site.balanceOf('suspense:unmatched').minor
  const { charge, buyer, ad } = await pending()
  const stranger = site.paid({ ...charge, correlator: 'nobody', providerReference: 'nobody' })
  expect(await site.deliver(charge, stranger)).toMatchObject({ outcome: 'suspense' })
  expect(site.balanceOf('suspense:unmatched').minor - before).toBe(300)
  expect(await site.deliver(charge, site.paid(charge, { amount: money(300, 'GBP') }))).toMatchObject({
    outcome: 'suspense',
  })
  expect(site.isUnlocked(buyer, ad)).toBe(false)
  await site.requireSoundBooks()
})

test('an account cannot speak about another account’s charge', async () => {
  const { charge, buyer, ad } = await pending('card-eur')
  const other = { ...charge, accountId: 'prepaid' }
  expect(await site.deliver(other, site.paid(charge))).toMatchObject({ outcome: 'suspense' })
  expect(site.isUnlocked(buyer, ad)).toBe(false)
})

test('live money does not count on a test account', async () => {
  const { charge, buyer, ad } = await pending()
  expect(await site.deliver(charge, site.paid(charge, { isTest: false }))).toMatchObject({ outcome: 'ignored' })
  expect(site.isUnlocked(buyer, ad)).toBe(false)
})

test('a refusal is said and does not close the door to the payment that follows', async () => {
  const { charge, buyer, ad, said } = await pending('card-eur')
  await site.deliver(charge, site.paid(charge, { state: 'failed', failure: 'declined', amount: undefined }))
  expect(said()).toEqual(['failed_declined'])
  await site.deliver(charge, site.paid(charge))
  expect(site.isUnlocked(buyer, ad)).toBe(true)
  await site.requireSoundBooks()
})

test('a refusal that arrives after the payment changes nothing', async () => {
  const { charge, buyer, ad } = await pending()
  await site.deliver(charge, site.paid(charge))
  await site.deliver(charge, site.paid(charge, { state: 'failed', failure: 'declined', amount: undefined }))
  expect(findCharge(charge.id)?.state).toBe('paid')
  expect(site.isUnlocked(buyer, ad)).toBe(true)
})

test('money taken back ends the unlock, undoes the sale, and does so once', async () => {
  const income = site.balanceOf('revenue:reveals').minor
  const { charge, buyer, ad, said } = await pending()
  await site.deliver(charge, site.paid(charge))
  const back = { reversedMinor: 300 }
  expect(await site.deliver(charge, site.paid(charge, back))).toMatchObject({ outcome: 'reversed' })
  expect(await site.deliver(charge, site.paid(charge, back))).toMatchObject({ outcome: 'ignored' })
  expect(site.isUnlocked(buyer, ad)).toBe(false)
  expect(site.balanceOf('revenue:reveals').minor).toBe(income)
  expect(findPurchase(charge.purchaseId)?.reversedMinor).toBe(300)
  expect(said()).toEqual(['reversed'])
  await site.requireSoundBooks()
})

test('money taken back after it was refunded is a loss in the books, and nothing comes back twice', async () => {
  const loss = site.balanceOf('loss:clawbacks').minor
  const { charge, buyer } = await pending()
  await site.deliver(charge, site.paid(charge))
  await refundPurchase({
    purchaseId: charge.purchaseId,
    amountMinor: 300,
    reason: 'dead',
    actor: 'system',
    now: testNow,
  })
  expect(await site.deliver(charge, site.paid(charge, { reversedMinor: 300 }))).toMatchObject({ outcome: 'reversed' })
  expect(site.walletOf(buyer)).toBe(300)
  expect(site.balanceOf('loss:clawbacks').minor - loss).toBe(300)
  await site.requireSoundBooks()
})

test('a price that changed while a purchase waits begins another, and money for the first is still honoured', async () => {
  const { ad, buyer, charge } = await pending()
  const cheaper = { ...ad, price: eur(150) }
  await site.buy(buyer, site.quote(cheaper, 'sms-81234'))
  expect(findPurchase(charge.purchaseId)?.state).toBe('cancelled')
  await site.deliver(charge, site.paid(charge))
  expect(site.isUnlocked(buyer, ad)).toBe(true)
  await site.requireSoundBooks()
})

test('money taken back after it was kept comes out of the balance, and the rest is a loss in the books', async () => {
  const first = await pending('sms-83000')
  const second = await pending('card-eur', first)
  await site.deliver(first.charge, site.paid(first.charge))
  await site.deliver(second.charge, site.paid(second.charge))
  await site.buy(first.buyer, site.quote(await site.addAd({ price: eur(200) }), 'wallet-eur'))
  const loss = site.balanceOf('loss:clawbacks').minor
  await site.deliver(second.charge, site.paid(second.charge, { reversedMinor: 300 }))
  expect(site.walletOf(first.buyer)).toBe(0)
  expect(site.balanceOf('loss:clawbacks').minor - loss).toBe(200)
  await site.requireSoundBooks()
})

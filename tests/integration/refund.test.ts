import { afterAll, beforeAll, expect, test } from 'vitest'
import { refundPurchase } from '../../lib/claims/refund-purchase.ts'
import { eur } from '../../lib/money/money.ts'
import { openTestSite, testNow } from '../support/test-site.ts'

let site: Awaited<ReturnType<typeof openTestSite>>
beforeAll(async () => {
  site = await openTestSite()
})
afterAll(() => site.close())

async function bought() {
  const ad = await site.addAd({ price: eur(300) })
  const buyer = await site.payerWithBalance(eur(300))
  const outcome = await site.buy(buyer, site.quote(ad, 'wallet-eur'))
  if (outcome.kind !== 'settled') throw new Error('the purchase did not settle')
  const refund = (amountMinor: number) =>
    refundPurchase({
      purchaseId: outcome.purchaseId,
      amountMinor,
      reason: 'dead number',
      actor: 'system',
      now: testNow,
    })
  return { buyer, refund }
}

test('a refund returns the price to the balance and takes it out of income and tax', async () => {
  const income = site.balanceOf('revenue:reveals').minor
  const { buyer, refund } = await bought()
  await refund(300)
  expect(site.walletOf(buyer)).toBe(300)
  expect(site.balanceOf('revenue:reveals').minor).toBe(income)
  await site.requireSoundBooks()
})

test('no more comes back than was paid, however often and however fast it is asked', async () => {
  const { buyer, refund } = await bought()
  const answers = await Promise.allSettled(Array.from({ length: 20 }, () => refund(300)))
  expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1)
  expect(site.walletOf(buyer)).toBe(300)
  await expect(refund(1)).rejects.toMatchObject({ code: 'invalid_input' })
  await site.requireSoundBooks()
})

test('parts of a refund add up to the price at most', async () => {
  const { buyer, refund } = await bought()
  expect(await refund(100)).toMatchObject({ sequence: 1 })
  expect(await refund(150)).toMatchObject({ sequence: 2 })
  await expect(refund(100)).rejects.toMatchObject({ code: 'invalid_input' })
  expect(site.walletOf(buyer)).toBe(250)
  await expect(refund(0.5)).rejects.toMatchObject({ code: 'invalid_input' })
  await expect(refund(-50)).rejects.toMatchObject({ code: 'invalid_input' })
  await site.requireSoundBooks()
})

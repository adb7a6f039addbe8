import { afterAll, beforeAll, expect, test } from 'vitest'
import { sweepCharges } from '../../lib/checkout/sweep-charges.ts'
import { eventually, expectOneRefund, openCompanySite, pageIn } from '../support/company-site.ts'

let site: Awaited<ReturnType<typeof openCompanySite>>
beforeAll(async () => {
  site = await openCompanySite()
})
afterAll(() => site.close())

/** A visitor who chose to pay by card and was sent to Stripe's page. */
async function begin() {
  const { opening, ...begun } = await site.begin('stripe')
  const id = pageIn(opening)
  const pay = async (card: string) => {
    await site.phone(`consent/${id}`, { card })
    await site.phone(`consent/${id}`, { action: 'approve' })
  }
  return { ...begun, id, pay }
}

test('a card pays once and opens the access; its dispute closes it', async () => {
  const { id, pay, isUnlocked } = await begin()
  await pay('4970 0000 0000 0014')
  expect(isUnlocked()).toBe(true)
  await pay('4970 0000 0000 0014')
  await site.requireSoundBooks()
  await site.phone(`charges/${id}`, { action: 'reverse' })
  await eventually(() => !isUnlocked())
  await site.requireSoundBooks()
})

test('a card that is refused opens nothing', async () => {
  const { pay, isUnlocked, charge } = await begin()
  await pay('4970 0000 0000 0022')
  expect(isUnlocked()).toBe(false)
  expect(charge().state).toBe('failed')
})

test('a payment announced twice opens once, and one never announced is found by asking', async () => {
  const twice = await begin()
  await twice.pay('4970 0000 0000 0055')
  expect(twice.isUnlocked()).toBe(true)
  const lost = await begin()
  await lost.pay('4970 0000 0000 0063')
  expect(lost.isUnlocked()).toBe(false)
  await sweepCharges(Date.now() + 120_000)
  expect(lost.isUnlocked()).toBe(true)
  await site.requireSoundBooks()
})

test('our own refund is made once and is not taken for a reversal', async () => {
  const { pay, charge } = await begin()
  await pay('4970 0000 0000 0014')
  await expectOneRefund('stripe', charge())
})

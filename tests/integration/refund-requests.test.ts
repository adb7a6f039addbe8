import { afterAll, beforeAll, expect, test } from 'vitest'
import { commit } from '../../db/commit.ts'
import { listAuditOf } from '../../lib/audit/audit-queries.ts'
import { askForRefunds } from '../../lib/claims/ask-for-refund.ts'
import { decideRefundRequest } from '../../lib/claims/decide-refund-request.ts'
import { endRefundByHand } from '../../lib/claims/end-refund-by-hand.ts'
import { refundPurchase } from '../../lib/claims/refund-purchase.ts'
import { refundRequestInput } from '../../lib/claims/refund-requests.ts'
import { findRefundRequest } from '../../lib/claims/refund-requests-queries.ts'
import { requestRefund } from '../../lib/claims/request-refund.ts'
import { eur } from '../../lib/money/money.ts'
import { listCalls } from '../../lib/providers/calls-queries.ts'
import { listAskedRefunds } from '../../lib/reports/claims-queries.ts'
import { saveSetting } from '../../lib/settings/settings-store.ts'
import { hour } from '../../lib/time/time.ts'
import { openTestSite, testNow } from '../support/test-site.ts'

let site: Awaited<ReturnType<typeof openTestSite>>
beforeAll(async () => {
  site = await openTestSite()
})
afterAll(() => site.close())

async function bought(minor: number) {
  const ad = await site.addAd({ price: eur(minor) })
  const buyer = await site.payerWithBalance(eur(minor))
  const outcome = await site.buy(buyer, site.quote(ad, 'wallet-eur'))
  if (outcome.kind !== 'settled') throw new Error('the purchase did not settle')
  const ask = (amountMinor: number, staffId = 'ana') =>
    requestRefund({
      purchaseId: outcome.purchaseId,
      ...{ amountMinor, destination: 'wallet', reason: 'dead number', staffId, now: testNow },
    })
  const requested = async (amountMinor: number) => {
    const done = await ask(amountMinor)
    if (done.kind !== 'waiting') throw new Error('nobody was asked')
    return done.requestId
  }
  return { buyer, purchaseId: outcome.purchaseId, ask, requested }
}
const answer = (requestId: string, staffId: string, outcome: 'approved' | 'rejected' = 'approved') =>
  decideRefundRequest({ requestId, outcome, staffId, now: testNow + 1000 })

test('a small refund is made at once, a large one waits for a second person', async () => {
  const { buyer, ask, requested } = await bought(2500)
  expect(await ask(500)).toMatchObject({ kind: 'refunded' })
  expect(site.walletOf(buyer)).toBe(500)
  // 5,00 were given back already: with 15,01 more it is above 20,00.
  const requestId = await requested(1501)
  expect(site.walletOf(buyer)).toBe(500)
  expect(findRefundRequest(requestId)).toMatchObject({ state: 'waiting', requestedBy: 'ana' })
  await answer(requestId, 'bob')
  expect(site.walletOf(buyer)).toBe(2001)
  await site.requireSoundBooks()
})

test('nobody approves their own request, however they try', async () => {
  const { buyer, requested } = await bought(2500)
  const requestId = await requested(2500)
  await expect(answer(requestId, 'ana')).rejects.toMatchObject({ code: 'forbidden' })
  expect(site.walletOf(buyer)).toBe(0)
  await answer(requestId, 'ana', 'rejected')
  await expect(answer(requestId, 'bob')).rejects.toMatchObject({ code: 'conflict' })
  expect(site.walletOf(buyer)).toBe(0)
  await site.requireSoundBooks()
})

test('two small refunds at the same moment do not make the large one that needs a second person', async () => {
  const { buyer, ask } = await bought(3000)
  const asked = await Promise.allSettled([ask(1500), ask(1500)])
  expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(asked.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } })
  expect(site.walletOf(buyer)).toBe(1500)
  expect(await ask(1500)).toMatchObject({ kind: 'waiting' })
  await site.requireSoundBooks()
})

test('twenty approvals and rejections at once pay at most once', async () => {
  const { buyer, purchaseId, requested } = await bought(3000)
  const requestId = await requested(3000)
  const answers = await Promise.allSettled(
    Array.from({ length: 20 }, (_, at) => answer(requestId, `s${at}`, at % 4 === 3 ? 'rejected' : 'approved')),
  )
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const state = findRefundRequest(requestId)?.state
  expect(site.walletOf(buyer)).toBe(state === 'approved' ? 3000 : 0)
  expect(site.count('refunds', `purchase_id = '${purchaseId}'`)).toBe(state === 'approved' ? 1 : 0)
  await site.requireSoundBooks()
})

// No company listens here: that it was asked in vain is what support has to see.
test('what a provider is asked to give back is kept beside what else it was asked', async () => {
  const token = site.quote(await site.addAd(), 'card-eur')
  await site.buy(await site.payer(), token)
  const charge = site.chargeOf(token)
  await site.deliver(charge, site.paid(charge))
  const callsOf = () => listCalls('card-eur', 50).filter(({ chargeId }) => chargeId === charge.id).length
  const before = callsOf()
  const { purchaseId } = charge
  const refund = { purchaseId, amountMinor: 300, reason: 'dead number', actor: 'member:ana', now: testNow }
  expect(await refundPurchase({ ...refund, destination: 'provider' })).toEqual({ state: 'asking' })
  expect(callsOf()).toBe(before + 1)
})

test('a person ends a refund only when its provider answers no more, and only once', async () => {
  const buyer = await site.payer()
  const token = site.quote(await site.addAd(), 'card-eur')
  await site.buy(buyer, token)
  const charge = site.chargeOf(token)
  await site.deliver(charge, site.paid(charge))
  const { purchaseId } = charge
  const refund = { purchaseId, amountMinor: 300, reason: 'dead number', actor: 'member:ana', now: testNow }
  await refundPurchase({ ...refund, destination: 'provider' })
  const attemptOf = () => listAskedRefunds().find((asked) => asked.purchaseId === purchaseId)
  const attemptId = attemptOf()?.id ?? ''
  const end = (outcome: 'done' | 'refused') =>
    endRefundByHand({ attemptId, outcome, reason: 'seen in its back office', staffId: 'ana', now: testNow + 2 * hour })
  expect(attemptOf()?.isStuck).toBe(false)
  await expect(end('refused')).rejects.toMatchObject({ code: 'conflict' })

  for (let hours = 0; hours < 3; hours += 0.5) await askForRefunds(testNow + hours * hour)
  expect(attemptOf()?.isStuck).toBe(true)
  const ends = await Promise.allSettled(Array.from({ length: 20 }, (_, at) => end(at % 2 === 0 ? 'done' : 'refused')))
  expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const isOnBalance = site.walletOf(buyer) === 300
  expect(
    site.count('refunds', `purchase_id = '${purchaseId}' and destination = '${isOnBalance ? 'wallet' : 'provider'}'`),
  ).toBe(1)
  expect(attemptOf()).toBeUndefined()
  expect(listAuditOf(`purchase:${purchaseId}`).map(({ action }) => action)).toContain('refund_ended_by_hand')
  await site.requireSoundBooks()
})

test('one request for a purchase waits at a time, and what is left of the price bounds it', async () => {
  const { ask, requested } = await bought(2500)
  await requested(2400)
  await expect(ask(2300)).rejects.toMatchObject({ code: 'conflict' })
  await expect(ask(2501)).rejects.toMatchObject({ code: 'invalid_input' })
  // The balance cannot be asked as a provider.
  const purchase = await bought(2500)
  await expect(
    requestRefund({
      ...{ purchaseId: purchase.purchaseId, amountMinor: 100, destination: 'provider', reason: 'dead number' },
      ...{ staffId: 'ana', now: testNow },
    }),
  ).rejects.toMatchObject({ code: 'provider_unavailable' })
})

test('the amount above which two must agree is the operator’s, and everything is on the record', async () => {
  await commit([saveSetting('refunds', { secondPersonAboveMinor: 0 }, testNow)])
  const { purchaseId, requested } = await bought(300)
  await answer(await requested(1), 'bob')
  expect(listAuditOf(`purchase:${purchaseId}`).map(({ action }) => action)).toEqual(
    expect.arrayContaining(['refund_requested', 'refund_approved', 'purchase_refunded']),
  )
  await site.requireSoundBooks()
})

test('an amount is read as it is typed', () => {
  const read = (amount: string) =>
    refundRequestInput.safeParse({ id: 'x', amount, destination: 'wallet', reason: 'dead number' }).data?.amount
  expect([read('3,50'), read('3.5'), read(' 12 ')]).toEqual([350, 350, 1200])
  expect([read('-3'), read('3,505'), read('1e3'), read('')]).toEqual([undefined, undefined, undefined, undefined])
})

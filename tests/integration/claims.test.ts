import { afterEach, beforeEach, expect, test } from 'vitest'
import { reader } from '../../db/client.ts'
import { commit } from '../../db/commit.ts'
import { changeAdStatus } from '../../lib/ads/change-ad-status.ts'
import { markSold } from '../../lib/ads/contact-doubt-store.ts'
import { findAdForSaleById } from '../../lib/ads/sale-queries.ts'
import { showContact } from '../../lib/checkout/show-contact.ts'
import { claimWindowMs } from '../../lib/claims/claims.ts'
import type { FileClaimInput } from '../../lib/claims/claims-input.ts'
import { findClaimOfPurchase } from '../../lib/claims/claims-queries.ts'
import { confirmAd, findAdsAsked } from '../../lib/claims/confirm-ad.ts'
import { decideClaimByStaff } from '../../lib/claims/decide-claim.ts'
import { fileClaim } from '../../lib/claims/file-claim.ts'
import { refundPurchase } from '../../lib/claims/refund-purchase.ts'
import { settleSilentClaims } from '../../lib/claims/settle-silent-claims.ts'
import { createMember } from '../../lib/members/create-member.ts'
import type { StaffMember } from '../../lib/members/member.ts'
import { eur } from '../../lib/money/money.ts'
import { emailHashOf, type Payer } from '../../lib/payers/payers.ts'
import { linkDevice, rememberEmail } from '../../lib/payers/payers-store.ts'
import { recoveryCodeOf } from '../../lib/purchases/purchases.ts'
import { findReceipt } from '../../lib/purchases/purchases-queries.ts'
import type { Setting } from '../../lib/settings/settings.ts'
import { defaultSettings } from '../../lib/settings/settings.ts'
import { saveSetting } from '../../lib/settings/settings-store.ts'
import { hour, minute } from '../../lib/time/time.ts'
import { openTestSite, type TestAd, testContact, testNow } from '../support/test-site.ts'

let site: Awaited<ReturnType<typeof openTestSite>>
beforeEach(async () => {
  site = await openTestSite()
})
afterEach(() => site.close())

async function rules(changes: Partial<Setting<'claimRules'>>): Promise<void> {
  await commit([saveSetting('claimRules', { ...defaultSettings.claimRules, ...changes }, testNow)])
}

async function seller(email = 'vendeur@example.org') {
  return createMember({
    email,
    password: 'Lanterne-Sourde-1937',
    displayName: 'V',
    staffRole: null,
    locale: 'fr',
    now: testNow,
  })
}

async function bought(given: Readonly<{ ad?: TestAd; buyer?: Payer; memberId?: string }> = {}) {
  const ad =
    given.ad ?? (await site.addAd({ price: eur(300), ...(given.memberId ? { memberId: given.memberId } : {}) }))
  const buyer = given.buyer ?? (await site.payerWithBalance(eur(300)))
  const outcome = await site.buy(buyer, site.quote(ad, 'wallet-eur'))
  if (outcome.kind !== 'settled') throw new Error('the purchase did not settle')
  return { ad, buyer, purchaseId: outcome.purchaseId }
}

/** Paid by text message: opened by the operator's message, and not shown to anybody yet. */
async function boughtBySms(ad?: TestAd) {
  const sold = ad ?? (await site.addAd({ price: eur(300) }))
  const buyer = await site.payer()
  const token = site.quote(sold, 'sms-83000')
  await site.buy(buyer, token)
  const charge = site.chargeOf(token)
  await site.deliver(charge, site.paid(charge))
  return { ad: sold, buyer, purchaseId: charge.purchaseId, charge }
}

let lastAddress = 0
function claim(purchase: string, buyer: Payer, changes: Partial<FileClaimInput> & { now?: number } = {}) {
  lastAddress += 1
  const { now = testNow + hour, ...input } = changes
  const context = { actor: buyer, now, locale: 'fr', address: `198.51.100.${lastAddress % 250}` } as const
  return fileClaim({ purchase, reason: 'dead_number', destination: 'wallet', locale: 'fr', ...input }, context)
}

const staff = { id: 'm-staff', staffRole: 'support' } as StaffMember
const mails = (key: string) =>
  reader().$client.prepare('select recipient, text from outbox_mails where dedupe_key like ?').all(`${key}:%`) as {
    recipient: string
    text: string
  }[]
const tokenIn = (text: string) => /confirmer-annonce\/([\w-]+)/.exec(text)?.[1] ?? ''

test('a first showing is kept before the contact can be read, and counted at most once an hour', async () => {
  const { ad, buyer } = await boughtBySms()
  const show = (now: number) =>
    showContact({ ref: ad.ref, locale: 'fr' }, { actor: buyer, now, locale: 'fr', address: 'x' })
  expect(site.count('reveals')).toBe(0)
  await Promise.all([show(testNow + minute * 2), show(testNow + minute * 2)])
  await show(testNow + minute * 10)
  expect(site.count('reveals')).toBeLessThanOrEqual(2)
  await show(testNow + 2 * hour)
  expect(site.count('reveals', `at = ${testNow + 2 * hour}`)).toBe(1)
  const stranger = await site.payer()
  await expect(
    showContact({ ref: ad.ref, locale: 'fr' }, { actor: stranger, now: testNow, locale: 'fr', address: 'x' }),
  ).rejects.toMatchObject({ code: 'not_found' })
})

test('an ad sold before its contact was shown is refunded at once, and the access closed', async () => {
  const { ad, buyer, purchaseId } = await boughtBySms()
  await changeAdStatus(ad.id, { to: 'sold', now: testNow + minute })
  await commit([markSold(ad.id, testNow + minute)])
  const filed = await claim(purchaseId, buyer, { reason: 'sold' })
  expect(filed.claim).toMatchObject({ state: 'refunded', rule: 'sold_before' })
  expect(site.walletOf(buyer)).toBe(300)
  expect(site.isUnlocked(buyer, ad)).toBe(false)
  expect(site.balanceOf('revenue:reveals').minor).toBe(0)
  await site.requireSoundBooks()
})

test('an ad sold after its contact was shown is not refunded by that rule, and the contact stays', async () => {
  const { ad, buyer, purchaseId } = await bought()
  await changeAdStatus(ad.id, { to: 'sold', now: testNow + minute })
  await commit([markSold(ad.id, testNow + minute)])
  const filed = await claim(purchaseId, buyer, { reason: 'sold' })
  expect(filed.claim.state).toBe('open')
  expect(site.walletOf(buyer)).toBe(0)
  expect(site.isUnlocked(buyer, ad)).toBe(true)
})

test('two payers who agree are both refunded, and nobody can pay until the advertiser confirms', async () => {
  const first = await bought()
  const second = await bought({ ad: first.ad })
  expect((await claim(first.purchaseId, first.buyer)).claim.state).toBe('open')
  const filed = await claim(second.purchaseId, second.buyer, { reason: 'wrong_person' })
  expect(filed).toMatchObject({ claim: { state: 'refunded', rule: 'payers_agree' }, isAdDoubted: true })
  expect(findClaimOfPurchase(first.purchaseId)).toMatchObject({ state: 'refunded', rule: 'payers_agree' })
  expect([site.walletOf(first.buyer), site.walletOf(second.buyer)]).toEqual([300, 300])
  const third = await site.payerWithBalance(eur(300))
  await expect(site.buy(third, site.quote(first.ad, 'wallet-eur'))).rejects.toMatchObject({ code: 'contact_doubted' })
  expect(site.walletOf(third)).toBe(300)
  await site.requireSoundBooks()
})

test('money that arrives for a doubted contact is kept for its payer', async () => {
  const first = await bought()
  const second = await bought({ ad: first.ad })
  const late = await site.payer()
  const token = site.quote(first.ad, 'sms-83000')
  await site.buy(late, token)
  await claim(first.purchaseId, first.buyer)
  await claim(second.purchaseId, second.buyer)
  const charge = site.chargeOf(token)
  expect(await site.deliver(charge, site.paid(charge))).toMatchObject({ outcome: 'credited', note: 'ad_unavailable' })
  expect(site.isUnlocked(late, first.ad)).toBe(false)
  expect(site.walletOf(late)).toBe(300)
  await site.requireSoundBooks()
})

test('one person with two payers does not agree with herself', async () => {
  const first = await bought()
  const second = await bought({ ad: first.ad })
  const [payerId = ''] = first.buyer.payerIds
  await commit([linkDevice({ deviceHash: second.buyer.deviceHash ?? '', payerId, now: testNow })])
  await claim(first.purchaseId, first.buyer)
  expect((await claim(second.purchaseId, second.buyer)).claim.state).toBe('open')
  expect(findAdForSaleById(first.ad.id, 'fr')?.contactDoubtedAt).toBeNull()
})

test('a hundred claims on one unlock at once are one claim and one refund', async () => {
  const other = await bought()
  const mine = await bought({ ad: other.ad })
  await claim(other.purchaseId, other.buyer)
  const outcomes = await Promise.allSettled(Array.from({ length: 100 }, () => claim(mine.purchaseId, mine.buyer)))
  const wrong = outcomes.filter(
    (outcome) => outcome.status === 'rejected' && (outcome.reason as { code?: string }).code !== 'rate_limited',
  )
  expect(wrong).toEqual([])
  expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0)
  expect(site.count('claims', `purchase_id = '${mine.purchaseId}'`)).toBe(1)
  expect(site.count('refunds', `purchase_id = '${mine.purchaseId}'`)).toBe(1)
  expect(site.walletOf(mine.buyer)).toBe(300)
  await site.requireSoundBooks()
})

test('payers who say it at the same moment agree, and each is refunded once', async () => {
  const first = await bought()
  const second = await bought({ ad: first.ad })
  const third = await bought({ ad: first.ad })
  const all = [first, second, third]
  await Promise.all(all.map(({ purchaseId, buyer }) => claim(purchaseId, buyer)))
  expect(all.map(({ purchaseId }) => findClaimOfPurchase(purchaseId)?.state)).toEqual([
    'refunded',
    'refunded',
    'refunded',
  ])
  expect(all.map(({ buyer }) => site.walletOf(buyer))).toEqual([300, 300, 300])
  expect(site.count('refunds')).toBe(3)
  await site.requireSoundBooks()
})

test('said twice it is the same claim; too late, of another browser, after a refund or a claw-back it is none', async () => {
  const { buyer, purchaseId } = await bought()
  const once = await claim(purchaseId, buyer)
  expect((await claim(purchaseId, buyer, { reason: 'other' })).claim).toEqual(once.claim)

  const late = await bought()
  const tooLate = testNow + claimWindowMs + 1
  await expect(claim(late.purchaseId, late.buyer, { now: tooLate })).rejects.toMatchObject({ code: 'claim_too_late' })
  const stranger = await site.payer()
  await expect(claim(late.purchaseId, stranger)).rejects.toMatchObject({ code: 'not_found' })

  await refundPurchase({ purchaseId: late.purchaseId, amountMinor: 300, reason: 'x', actor: 'system', now: testNow })
  await expect(claim(late.purchaseId, late.buyer)).rejects.toMatchObject({ code: 'nothing_to_refund' })

  const { charge, ...back } = await boughtBySms()
  await site.deliver(charge, site.paid(charge, { reversedMinor: 300 }))
  await expect(claim(back.purchaseId, back.buyer)).rejects.toMatchObject({ code: 'nothing_to_refund' })
  await site.requireSoundBooks()
})

test('without the device, number and code of a receipt make a claim, and a wrong pair tells nothing', async () => {
  const { purchaseId } = await bought()
  const receipt = String(findReceipt(purchaseId)?.number)
  const recovery = recoveryCodeOf(purchaseId)
  const elsewhere = { deviceHash: undefined, payerIds: [], memberId: undefined }
  const other = await bought()
  const codes: string[] = []
  for (const wrong of [
    { receipt: String(findReceipt(other.purchaseId)?.number), recovery },
    { receipt: '999999', recovery },
    { receipt, recovery: recoveryCodeOf('nothing') },
  ])
    await claim('', elsewhere, wrong).catch((error: { code: string }) => codes.push(error.code))
  expect(codes).toEqual(['code_refused', 'code_refused', 'code_refused'])
  expect((await claim('', elsewhere, { receipt: `n° ${receipt}`, recovery })).claim.state).toBe('open')
})

test('a silent advertiser is asked by mail once, and its silence refunds', async () => {
  const { id: memberId } = await seller()
  const { ad, buyer, purchaseId } = await bought({ memberId })
  const filed = await claim(purchaseId, buyer)
  expect(filed.claim).toMatchObject({ state: 'open', sellerUntil: testNow + hour + 72 * hour })
  await claim(purchaseId, buyer)
  expect(mails('claimAskSeller').map(({ recipient }) => recipient)).toEqual(['vendeur@example.org'])
  expect(await settleSilentClaims(testNow + 72 * hour)).toEqual([])
  const later = testNow + 74 * hour
  const [left, right] = await Promise.all([settleSilentClaims(later), settleSilentClaims(later)])
  expect([...left, ...right]).toEqual([ad.ref])
  expect(findClaimOfPurchase(purchaseId)).toMatchObject({ state: 'refunded', rule: 'seller_silent' })
  expect(findAdForSaleById(ad.id, 'fr')?.contactDoubtedAt).toBe(later)
  expect(site.walletOf(buyer)).toBe(300)
  await site.requireSoundBooks()
})

test('an advertiser who says it is still good confirms the ad and leaves the claim to a person', async () => {
  const { id: memberId } = await seller()
  const { ad, buyer, purchaseId } = await bought({ memberId })
  await claim(purchaseId, buyer)
  const token = tokenIn(mails('claimAskSeller')[0]?.text ?? '')
  const now = testNow + 2 * hour
  const asked = findAdsAsked(token, { locale: 'fr', now })
  expect(asked).toMatchObject([{ ref: ad.ref, isClaimed: true }])
  expect(JSON.stringify(asked)).not.toContain(testContact.email)
  const answer = () => confirmAd({ token, answer: 'still_good', locale: 'fr' }, { now, locale: 'fr' })
  const twice = await Promise.allSettled([answer(), answer()])
  expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await expect(answer()).rejects.toMatchObject({ code: 'gone' })
  expect(findAdsAsked(token, { locale: 'fr', now })).toBeUndefined()
  expect(findAdForSaleById(ad.id, 'fr')).toMatchObject({ confirmedAt: now, contactDoubtedAt: null })
  expect(findClaimOfPurchase(purchaseId)).toMatchObject({ state: 'open', sellerAnswer: 'still_good' })
  expect(await settleSilentClaims(testNow + 100 * hour)).toEqual([])
})

test('an advertiser who says it is over refunds everybody who claimed, and the ad is sold', async () => {
  const { id: memberId } = await seller()
  const { ad, buyer, purchaseId } = await bought({ memberId })
  await claim(purchaseId, buyer)
  const token = tokenIn(mails('claimAskSeller')[0]?.text ?? '')
  const now = testNow + 2 * hour
  await confirmAd({ token, answer: 'no_longer', locale: 'fr' }, { now, locale: 'fr' })
  expect(findClaimOfPurchase(purchaseId)).toMatchObject({ state: 'refunded', decidedBy: 'seller' })
  expect(findAdForSaleById(ad.id, 'fr')).toMatchObject({ status: 'sold', soldAt: now })
  expect(site.count('search_documents', `ad_id = ${ad.id}`)).toBe(0)
  expect(site.walletOf(buyer)).toBe(300)
  await site.requireSoundBooks()
})

test('forged and foreign links answer nothing', async () => {
  const wrong = { token: 'A'.repeat(43), answer: 'no_longer', locale: 'fr' } as const
  await expect(confirmAd(wrong, { now: testNow, locale: 'fr' })).rejects.toMatchObject({ code: 'gone' })
  expect(findAdsAsked('A'.repeat(43), { locale: 'fr', now: testNow })).toBeUndefined()
})

test('beyond the month’s claims and the share a person decides, and the words say why', async () => {
  await rules({ perPayerPerMonth: 1, firstClaimFree: true })
  const buyer = await site.payerWithBalance(eur(600))
  const one = await bought({ buyer })
  const two = await bought({ buyer })
  expect((await claim(one.purchaseId, buyer)).claim).toMatchObject({ state: 'refunded', rule: 'first_claim' })
  const second = await claim(two.purchaseId, buyer)
  expect(second.claim.state).toBe('open')
  expect(second.claim.answer).toContain('plusieurs réclamations')
})

test('a person decides once, with a reason the payer reads', async () => {
  const { buyer, purchaseId } = await bought()
  const [payerId = ''] = buyer.payerIds
  const email = 'acheteur@example.org'
  await commit([rememberEmail({ payerId, email, emailHash: emailHashOf(email), addedAt: testNow })])
  const { id } = (await claim(purchaseId, buyer)).claim
  const decide = (decision: 'refund' | 'reject') =>
    decideClaimByStaff(
      { id, decision, destination: 'wallet', answer: 'Le numéro ne répond pas.' },
      { actor: staff, now: testNow + 2 * hour },
    )
  const outcomes = await Promise.allSettled([decide('refund'), decide('reject'), decide('refund')])
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(site.walletOf(buyer)).toBe(300)
  expect(mails('claimReceived').map(({ recipient }) => recipient)).toEqual([email])
  expect(mails('claimRefunded')[0]?.text).toContain('Le numéro ne répond pas.')
  expect(site.count('audit_log', `subject = 'claim:${id}' and actor = 'member:m-staff'`)).toBe(1)
  await site.requireSoundBooks()
})

test('a refund in another way closes the claim', async () => {
  const { buyer, purchaseId } = await bought()
  const { id } = (await claim(purchaseId, buyer)).claim
  await refundPurchase({ purchaseId, amountMinor: 300, reason: 'x', actor: 'member:x', now: testNow + 2 * hour })
  expect(findClaimOfPurchase(purchaseId)?.state).toBe('refunded')
  await expect(
    decideClaimByStaff(
      { id, decision: 'refund', destination: 'wallet', answer: 'encore' },
      { actor: staff, now: testNow },
    ),
  ).rejects.toMatchObject({ code: 'conflict' })
  expect(site.walletOf(buyer)).toBe(300)
})

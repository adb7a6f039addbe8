import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { reader, writer } from '../../db/client.ts'
import { commit } from '../../db/commit.ts'
import { markConfirmationAsked } from '../../lib/ads/contact-doubt-store.ts'
import { findAdForSaleById } from '../../lib/ads/sale-queries.ts'
import { requestTopUp } from '../../lib/checkout/request-top-up.ts'
import { showContact } from '../../lib/checkout/show-contact.ts'
import { askForConfirmations } from '../../lib/claims/ask-for-confirmations.ts'
import { askForRefunds } from '../../lib/claims/ask-for-refund.ts'
import { findRefundState } from '../../lib/claims/claim-page-queries.ts'
import { confirmAd, findAdsAsked } from '../../lib/claims/confirm-ad.ts'
import { confirmWithdrawal } from '../../lib/claims/confirm-withdrawal.ts'
import { fileClaim } from '../../lib/claims/file-claim.ts'
import { prepareWithdrawal } from '../../lib/claims/prepare-withdrawal.ts'
import { refundPurchase } from '../../lib/claims/refund-purchase.ts'
import { findShownStatement } from '../../lib/claims/withdrawal-statement.ts'
import { findWithdrawal } from '../../lib/claims/withdrawals-queries.ts'
import { createMember } from '../../lib/members/create-member.ts'
import { eur } from '../../lib/money/money.ts'
import type { Payer } from '../../lib/payers/payers.ts'
import { newQuote, signQuote } from '../../lib/pricing/quotes.ts'
import { recoveryCodeOf } from '../../lib/purchases/purchases.ts'
import { findPurchase, findReceipt } from '../../lib/purchases/purchases-queries.ts'
import { countStuckRefunds } from '../../lib/reports/claims-queries.ts'
import { day, hour, minute } from '../../lib/time/time.ts'
import { openTestSite, type TestAd, testContact, testNow } from '../support/test-site.ts'

/** What the provider answers when it is asked for a refund. */
let provider: 'done' | 'refused' | 'silent' | 'pending' = 'done'
const asked: string[] = []

let site: Awaited<ReturnType<typeof openTestSite>>
beforeEach(async () => {
  site = await openTestSite()
  provider = 'done'
  asked.length = 0
  vi.stubGlobal('fetch', async (url: string | URL, init?: { body?: string }) => {
    if (!String(url).endsWith('/refund')) throw new Error('nobody there')
    if (provider === 'silent') throw new Error('no answer')
    const { refundId } = JSON.parse(init?.body ?? '{}') as { refundId: string }
    asked.push(refundId)
    return new Response(JSON.stringify({ id: `r-${refundId}`, status: provider }))
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  site.close()
})

async function paidBy(accountId: string, given?: TestAd) {
  const ad = given ?? (await site.addAd({ price: eur(300) }))
  const buyer = await site.payer()
  const token = site.quote(ad, accountId)
  await site.buy(buyer, token)
  const charge = site.chargeOf(token)
  await site.deliver(charge, site.paid(charge))
  return { ad, buyer, charge, purchaseId: charge.purchaseId }
}

const context = (actor: Payer, now = testNow + hour) => ({ actor, now, locale: 'fr', address: '192.0.2.9' }) as const
const who = { name: 'Jeanne Morel', email: 'jeanne@example.org', locale: 'fr' } as const

async function prepare(purchase: string, buyer: Payer, now?: number) {
  const prepared = await prepareWithdrawal({ ...who, purchase }, context(buyer, now))
  return prepared.kind === 'draft' ? prepared.draft : ''
}

async function withdraw(purchase: string, buyer: Payer, now?: number) {
  const draft = await prepare(purchase, buyer, now)
  const { ref } = await confirmWithdrawal({ draft, locale: 'fr' }, context(buyer, now))
  return findWithdrawal(ref)
}

function show(ad: TestAd, buyer: Payer) {
  return showContact({ ref: ad.ref, locale: 'fr' }, context(buyer, testNow + 2 * minute))
}

const mailsTo = (address: string) =>
  reader().$client.prepare('select subject, text from outbox_mails where recipient = ?').all(address) as {
    subject: string
    text: string
  }[]

test('a contact never shown is given back whole by the rail that can, and closed', async () => {
  const { ad, buyer, purchaseId } = await paidBy('card-eur')
  expect(await withdraw(purchaseId, buyer)).toMatchObject({ outcome: 'refunded', name: who.name })
  expect(asked).toHaveLength(1)
  expect(findPurchase(purchaseId)?.refundedMinor).toBe(300)
  expect(findRefundState(purchaseId).given).toMatchObject([{ destination: 'provider', amountMinor: 300 }])
  expect(site.isUnlocked(buyer, ad)).toBe(false)
  expect(site.walletOf(buyer)).toBe(0)
  expect(site.balanceOf('revenue:reveals').minor).toBe(0)
  await site.requireSoundBooks()
})

test('where the rail cannot give back, the balance does', async () => {
  const { buyer, purchaseId } = await paidBy('sms-83000')
  expect(await withdraw(purchaseId, buyer)).toMatchObject({ outcome: 'refunded' })
  expect(asked).toHaveLength(0)
  expect(site.walletOf(buyer)).toBe(300)
  await site.requireSoundBooks()
})

test('the acknowledgement has the statement word for word, with date and time, by mail and on its page', async () => {
  const { ad, buyer, purchaseId } = await paidBy('card-eur')
  const draft = await prepare(purchaseId, buyer)
  const shown = findShownStatement(draft, { locale: 'fr', now: testNow + hour })
  const { ref } = await confirmWithdrawal({ draft, locale: 'fr' }, context(buyer))
  const kept = findWithdrawal(ref)
  expect(kept?.statement).toBe(shown?.statement)
  expect(kept?.statement).toContain(ad.ref)
  const [mail] = mailsTo(who.email)
  expect(mail?.text.replace(/\s+/g, ' ')).toContain((kept?.statement ?? '').replace(/\s+/g, ' '))
  expect(mail?.text).toMatch(/20 novembre 2026 à 11:00:00/)
  expect(JSON.stringify([mail, kept])).not.toContain(testContact.phone)
})

test('a contact that was shown has no right left; the statement is kept all the same', async () => {
  const { ad, buyer, purchaseId } = await paidBy('card-eur')
  await show(ad, buyer)
  expect(await withdraw(purchaseId, buyer)).toMatchObject({ outcome: 'right_waived' })
  expect(site.isUnlocked(buyer, ad)).toBe(true)
  expect(findPurchase(purchaseId)?.refundedMinor).toBe(0)
  expect(mailsTo(who.email)).toHaveLength(1)
})

test('shown and withdrawn from at the same moment, nobody has both the contact and the money', async () => {
  const { ad, buyer, purchaseId } = await paidBy('sms-83000')
  const draft = await prepare(purchaseId, buyer)
  await Promise.allSettled([
    show(ad, buyer),
    confirmWithdrawal({ draft, locale: 'fr' }, context(buyer)),
    show(ad, buyer),
  ])
  const wasShown = site.count('reveals') > 0
  expect(site.walletOf(buyer)).toBe(wasShown ? 0 : 300)
  expect(site.isUnlocked(buyer, ad)).toBe(wasShown)
  await site.requireSoundBooks()
})

test('confirmed a hundred times at once it is one withdrawal, one refund and one answer', async () => {
  const { buyer, purchaseId } = await paidBy('sms-83000')
  const draft = await prepare(purchaseId, buyer)
  const answers = await Promise.all(
    Array.from({ length: 100 }, () => confirmWithdrawal({ draft, locale: 'fr' }, context(buyer))),
  )
  expect(new Set(answers.map(({ ref }) => ref)).size).toBe(1)
  expect(site.walletOf(buyer)).toBe(300)
  expect(await prepareWithdrawal({ ...who, purchase: purchaseId }, context(buyer))).toEqual({
    kind: 'known',
    ref: answers[0]?.ref,
  })
  expect(mailsTo(who.email)).toHaveLength(1)
  await site.requireSoundBooks()
})

test('too late, after a refund and after a claw-back it says so', async () => {
  const late = await paidBy('sms-83000')
  expect(await withdraw(late.purchaseId, late.buyer, testNow + 20 * day)).toMatchObject({ outcome: 'too_late' })
  const given = await paidBy('sms-83000')
  await refundPurchase({ purchaseId: given.purchaseId, amountMinor: 300, reason: 'x', actor: 'system', now: testNow })
  expect(await withdraw(given.purchaseId, given.buyer)).toMatchObject({ outcome: 'already_refunded' })
  const taken = await paidBy('sms-83000')
  await site.deliver(taken.charge, site.paid(taken.charge, { reversedMinor: 300 }))
  expect(await withdraw(taken.purchaseId, taken.buyer)).toMatchObject({ outcome: 'already_refunded' })
  await site.requireSoundBooks()
})

test('it needs no device: number and code of the receipt do; forged and old first steps do not', async () => {
  const { purchaseId } = await paidBy('sms-83000')
  const nobody = { deviceHash: undefined, payerIds: [], memberId: undefined }
  const receipt = String(findReceipt(purchaseId)?.number)
  const named = { ...who, receipt, recovery: recoveryCodeOf(purchaseId) }
  await expect(prepareWithdrawal({ ...who, purchase: purchaseId }, context(nobody))).rejects.toMatchObject({
    code: 'not_found',
  })
  await expect(
    prepareWithdrawal({ ...named, recovery: recoveryCodeOf('other') }, context(nobody)),
  ).rejects.toMatchObject({ code: 'code_refused' })
  const prepared = await prepareWithdrawal(named, context(nobody))
  if (prepared.kind !== 'draft') throw new Error('there is no draft')
  expect(site.count('withdrawals')).toBe(0)
  const later = context(nobody, testNow + 3 * hour)
  await expect(confirmWithdrawal({ draft: prepared.draft, locale: 'fr' }, later)).rejects.toMatchObject({
    code: 'gone',
  })
  const forged = `${prepared.draft.slice(0, -4)}AAAA`
  await expect(confirmWithdrawal({ draft: forged, locale: 'fr' }, context(nobody))).rejects.toMatchObject({
    code: 'gone',
  })
  await confirmWithdrawal({ draft: prepared.draft, locale: 'fr' }, context(nobody))
  expect(site.count('withdrawals')).toBe(1)
})

async function toppedUp(minor: number) {
  const buyer = await site.payer()
  const terms = {
    kind: 'top_up',
    adId: null,
    accountId: 'card-eur',
    country: 'FR',
    currency: 'EUR',
    pricePointId: null,
  } as const
  const token = signQuote(newQuote({ ...terms, priceMinor: minor, billedMinor: minor }, testNow))
  await requestTopUp({ quote: token, locale: 'fr' }, context(buyer, testNow))
  const charge = site.chargeOf(token)
  await site.deliver(charge, site.paid(charge))
  return { buyer, charge, purchaseId: charge.purchaseId }
}

test('of a top-up the unspent part goes back, and cannot be spent meanwhile', async () => {
  const { buyer, purchaseId } = await toppedUp(1000)
  await site.buy(buyer, site.quote(await site.addAd({ price: eur(300) }), 'wallet-eur'), { now: testNow + 20 * minute })
  provider = 'silent'
  expect(await withdraw(purchaseId, buyer)).toMatchObject({ outcome: 'refunded' })
  expect(site.walletOf(buyer)).toBe(0)
  expect(site.balanceOf('payable:refunds').minor).toBe(700)
  expect(findRefundState(purchaseId)).toMatchObject({ given: [], askedMinor: 700 })
  await site.requireSoundBooks()
  provider = 'done'
  await askForRefunds(testNow + 2 * hour)
  expect(findRefundState(purchaseId)).toMatchObject({ given: [{ amountMinor: 700 }], askedMinor: undefined })
  expect(site.balanceOf('payable:refunds').minor).toBe(0)
  await site.requireSoundBooks()
})

test('a top-up whose provider refuses comes back to the balance', async () => {
  const { buyer, purchaseId } = await toppedUp(1000)
  provider = 'refused'
  await withdraw(purchaseId, buyer)
  expect(site.walletOf(buyer)).toBe(1000)
  expect(findRefundState(purchaseId)).toMatchObject({ given: [], isRefused: true })
  await site.requireSoundBooks()
})

test('a provider that does not answer is asked again under the same id, and nothing else is given back meanwhile', async () => {
  const { buyer, purchaseId } = await paidBy('card-eur')
  provider = 'silent'
  const wanted = {
    purchaseId,
    amountMinor: 300,
    reason: 'x',
    actor: 'system',
    now: testNow,
    destination: 'provider',
  } as const
  expect(await refundPurchase(wanted)).toEqual({ state: 'asking' })
  await expect(refundPurchase({ ...wanted, destination: 'wallet' })).rejects.toThrow()
  await expect(refundPurchase(wanted)).rejects.toThrow()
  expect([site.walletOf(buyer), findPurchase(purchaseId)?.refundedMinor]).toEqual([0, 0])
  provider = 'done'
  await Promise.all([askForRefunds(testNow + 10 * minute), askForRefunds(testNow + 10 * minute)])
  expect(new Set(asked).size).toBe(1)
  expect(findPurchase(purchaseId)?.refundedMinor).toBe(300)
  expect(site.count('refunds', `purchase_id = '${purchaseId}'`)).toBe(1)
  await site.requireSoundBooks()
})

test('a refund the provider has only taken is asked about until it is made, and counts as given back no sooner', async () => {
  const { buyer, purchaseId } = await paidBy('card-eur')
  provider = 'pending'
  const wanted = { amountMinor: 300, reason: 'x', actor: 'system', now: testNow, destination: 'provider' } as const
  expect(await refundPurchase({ ...wanted, purchaseId })).toEqual({ state: 'asking' })
  for (let days = 1; days <= 20; days += 1) await askForRefunds(testNow + days * day)
  expect(findRefundState(purchaseId)).toEqual({ given: [], askedMinor: 300, isRefused: false })
  await expect(refundPurchase({ ...wanted, purchaseId, destination: 'wallet' })).rejects.toThrow()
  expect(countStuckRefunds()).toBe(0)
  provider = 'done'
  await askForRefunds(testNow + 21 * day)
  expect(new Set(asked).size).toBe(1)
  expect(findRefundState(purchaseId)).toMatchObject({ given: [{ destination: 'provider', amountMinor: 300 }] })
  expect(site.walletOf(buyer)).toBe(0)
  await site.requireSoundBooks()
})

test('a refund that fails after it was taken comes to the balance, once', async () => {
  const [sale, topUp] = [await paidBy('card-eur'), await toppedUp(1000)]
  provider = 'pending'
  const wanted = { amountMinor: 300, reason: 'x', actor: 'system', now: testNow, destination: 'provider' } as const
  await refundPurchase({ ...wanted, purchaseId: sale.purchaseId })
  await withdraw(topUp.purchaseId, topUp.buyer)
  expect([site.walletOf(sale.buyer), site.walletOf(topUp.buyer)]).toEqual([0, 0])
  provider = 'refused'
  const later = testNow + 3 * hour
  await Promise.all([askForRefunds(later), askForRefunds(later)])
  await askForRefunds(later + day)
  expect([site.walletOf(sale.buyer), site.walletOf(topUp.buyer)]).toEqual([300, 1000])
  expect([sale, topUp].map(({ purchaseId }) => findRefundState(purchaseId).isRefused)).toEqual([true, true])
  expect(site.balanceOf('payable:refunds').minor).toBe(0)
  await site.requireSoundBooks()
})

test('a provider that took a refund and is silent ever since is noticed within days, one silent day is not', async () => {
  const { purchaseId } = await paidBy('card-eur')
  const wanted = { amountMinor: 300, reason: 'x', actor: 'system', now: testNow, destination: 'provider' } as const
  provider = 'pending'
  await refundPurchase({ ...wanted, purchaseId })
  const askOn = async (from: number, to: number) => {
    for (let days = from; days <= to; days += 1) await askForRefunds(testNow + days * day)
    return countStuckRefunds()
  }
  expect(await askOn(1, 10)).toBe(0)
  provider = 'silent'
  expect(await askOn(11, 12)).toBe(0)
  provider = 'pending'
  expect(await askOn(13, 20)).toBe(0)
  provider = 'silent'
  expect(await askOn(21, 25)).toBe(1)
})

test('a refund that nobody says anything about is left to staff in the end', async () => {
  const { purchaseId } = await paidBy('card-eur')
  provider = 'pending'
  const wanted = { amountMinor: 300, reason: 'x', actor: 'system', now: testNow, destination: 'provider' } as const
  await refundPurchase({ ...wanted, purchaseId })
  for (let days = 1; days <= 60; days += 1) await askForRefunds(testNow + days * day)
  expect(asked.length).toBeLessThan(60)
  expect(countStuckRefunds()).toBe(1)
})

test('a refund that fails for a reason of our own leaves the others their turn, and its own comes later', async () => {
  const [broken, sound] = [await paidBy('card-eur'), await paidBy('card-eur')]
  provider = 'silent'
  const wanted = { amountMinor: 300, reason: 'x', actor: 'system', now: testNow, destination: 'provider' } as const
  for (const { purchaseId } of [broken, sound]) await refundPurchase({ ...wanted, purchaseId })
  const set = (amount: number) =>
    writer()
      .$client.prepare('update refund_attempts set amount_minor = ? where purchase_id = ?')
      .run(amount, broken.purchaseId)
  set(0)
  provider = 'done'
  await expect(askForRefunds(testNow + 10 * minute)).rejects.toThrow('1 of 2 failed')
  expect(findPurchase(sound.purchaseId)?.refundedMinor).toBe(300)
  expect(await askForRefunds(testNow + 11 * minute)).toEqual([])
  set(300)
  await askForRefunds(testNow + 2 * hour)
  expect(findPurchase(broken.purchaseId)?.refundedMinor).toBe(300)
  await site.requireSoundBooks()
})

test('a sale whose provider refuses the refund is refunded to the balance', async () => {
  const { buyer, purchaseId } = await paidBy('card-eur')
  provider = 'refused'
  const wanted = {
    purchaseId,
    amountMinor: 300,
    reason: 'x',
    actor: 'system',
    now: testNow,
    destination: 'provider',
  } as const
  expect(await refundPurchase(wanted)).toMatchObject({ state: 'done', destination: 'wallet' })
  expect(site.walletOf(buyer)).toBe(300)
  await site.requireSoundBooks()
})

test('money the bank takes back while the provider is asked leaves twice, and the books say so', async () => {
  const { charge, purchaseId } = await paidBy('card-eur')
  provider = 'silent'
  await refundPurchase({
    purchaseId,
    amountMinor: 300,
    reason: 'x',
    actor: 'system',
    now: testNow,
    destination: 'provider',
  })
  await site.deliver(charge, site.paid(charge, { reversedMinor: 300 }))
  provider = 'done'
  await askForRefunds(testNow + 10 * minute)
  expect(site.balanceOf('loss:clawbacks').minor).toBe(300)
  await site.requireSoundBooks()
})

test('a claim that asks for the provider is refunded by it', async () => {
  const { ad, buyer, purchaseId } = await paidBy('card-eur')
  const other = await paidBy('sms-83000', ad)
  await show(ad, buyer)
  const claim = (purchase: string, actor: Payer) =>
    fileClaim({ purchase, reason: 'dead_number', destination: 'provider', locale: 'fr' }, context(actor))
  await claim(purchaseId, buyer)
  await claim(other.purchaseId, other.buyer)
  expect(findRefundState(purchaseId).given).toMatchObject([{ destination: 'provider', amountMinor: 300 }])
  expect(findRefundState(other.purchaseId).given).toMatchObject([{ destination: 'wallet', amountMinor: 300 }])
  expect(site.isUnlocked(buyer, ad)).toBe(true)
  await site.requireSoundBooks()
})

test('advertisers are asked once a week about ads they did not confirm for long, in one mail', async () => {
  const email = 'vendeur@example.org'
  const { id: memberId } = await createMember({
    email,
    password: 'Lanterne-Sourde-1937',
    displayName: 'V',
    staffRole: null,
    locale: 'fr',
    now: testNow,
  })
  const ads = [await site.addAd({ memberId }), await site.addAd({ memberId, status: 'sold' }), await site.addAd()]
  const later = testNow + 22 * day
  expect(await askForConfirmations(testNow + 20 * day)).toBe(0)
  expect(await askForConfirmations(later)).toBe(1)
  expect(await askForConfirmations(later + 6 * day)).toBe(0)
  const [mail] = mailsTo(email)
  expect(mailsTo(email)).toHaveLength(1)
  expect(mail?.text).toContain(ads[0]?.ref)
  expect(mail?.text).not.toContain(ads[1]?.ref)
  const tokens = [...(mail?.text ?? '').matchAll(/confirmer-annonce\/([\w-]+)/g)].map(([, token = '']) => token)
  expect(tokens).toHaveLength(2)
  const now = later + hour
  expect(findAdsAsked(tokens[1] ?? '', { locale: 'fr', now })).toMatchObject([{ ref: ads[0]?.ref, isClaimed: false }])
  await confirmAd({ token: tokens[1] ?? '', answer: 'still_good', locale: 'fr' }, { now, locale: 'fr' })
  expect(findAdForSaleById(ads[0]?.id ?? 0, 'fr')?.confirmedAt).toBe(now)
  await commit([markConfirmationAsked(ads[0]?.id ?? 0, testNow)])
  expect(await askForConfirmations(later + 8 * day)).toBe(0)
})

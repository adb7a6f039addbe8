import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { POST as forgetRoute } from '../../app/api/v1/account/cards/forget/route.ts'
import { GET as listCardsRoute } from '../../app/api/v1/account/cards/route.ts'
import { POST as purchasesRoute } from '../../app/api/v1/purchases/route.ts'
import { commit } from '../../db/commit.ts'
import { eraseAccount } from '../../lib/accounts/erase-account.ts'
import { exportMyData } from '../../lib/accounts/export-my-data.ts'
import { listOffers } from '../../lib/checkout/list-offers.ts'
import { requestTopUp } from '../../lib/checkout/request-top-up.ts'
import { requestUnlock } from '../../lib/checkout/request-unlock.ts'
import { sweepCharges } from '../../lib/checkout/sweep-charges.ts'
import { newId, newToken } from '../../lib/ids/ids.ts'
import type { Member } from '../../lib/members/member.ts'
import { memberWithoutPassword } from '../../lib/members/member-without-password.ts'
import { eur } from '../../lib/money/money.ts'
import { deviceHashOf, type Payer } from '../../lib/payers/payers.ts'
import { insertDevice } from '../../lib/payers/payers-store.ts'
import { changeAccountState } from '../../lib/providers/change-account-state.ts'
import { forgetInstrument } from '../../lib/providers/forget-instrument.ts'
import { giveUpInstruments } from '../../lib/providers/give-up-instruments.ts'
import { listInstruments } from '../../lib/providers/instruments-queries.ts'
import type { ChargeOpening, PaymentProvider } from '../../lib/providers/provider.ts'
import { providerOf } from '../../lib/providers/registry.ts'
import { useAccountFirst } from '../../lib/providers/use-account-first.ts'
import { keptIn } from '../../lib/simulator/companies/stripe/stripe-cards.ts'
import { findChargeByCorrelator, listChargesOf, listEvents } from '../../lib/simulator/company-store.ts'
import { stopPump } from '../../lib/simulator/pump.ts'
import { tellMerchant } from '../../lib/simulator/tell-merchant.ts'
import { closeWorld } from '../../lib/simulator/world.ts'
import { day } from '../../lib/time/time.ts'
import { refusalOf } from '../support/accounts.ts'
import { freePorts } from '../support/real-kannel.ts'
import { signedIn } from '../support/staff.ts'
import { openTestSite, type TestAd } from '../support/test-site.ts'
import { startWorldServer } from '../support/world-server.ts'

let site: Awaited<ReturnType<typeof openTestSite>>
let server: Awaited<ReturnType<typeof startWorldServer>>
beforeAll(async () => {
  const [port = 0] = await freePorts(1)
  site = await openTestSite({ PORT: String(port), OBOLE_ORIGIN: `http://127.0.0.1:${port}` })
  server = await startWorldServer(port)
  await useAccountFirst('stripe', { actor: 'test', now: Date.now() })
})
afterAll(async () => {
  stopPump()
  await server.close()
  closeWorld()
  site.close()
})

const accepted = '4970 0000 0000 0014'
const announcedTwice = '4970 0000 0000 0055'
const neverAnnounced = '4970 0000 0000 0063'
const asksAgain = '4970 0000 0000 0089'
const refusedLater = '4970 0000 0000 0097'

type Someone = Readonly<{ member: Member; payer: Payer }>

/** Somebody signed in on a browser of her own. */
async function someone(): Promise<Someone> {
  const email = `${newId()}@example.org`
  const now = Date.now()
  const made = memberWithoutPassword({ email, displayName: 'Léa', locale: 'fr', emailVerifiedAt: now, now })
  const deviceHash = deviceHashOf(newToken())
  const payerId = newId()
  await commit(made.steps)
  await commit(insertDevice({ deviceHash, payerId, now, memberId: made.member.id }))
  return { member: made.member, payer: { deviceHash, payerIds: [payerId], memberId: made.member.id } }
}

const contextOf = (actor: Payer) => ({ actor, now: Date.now(), locale: 'fr', address: '192.0.2.1' }) as const
const tokenFor = (ad: TestAd) => site.quote(ad, 'stripe', { now: Date.now() })

type Wish = Readonly<{ quote: string; instrumentId?: string; keepCard?: boolean }>
const press = (actor: Payer, wish: Wish) => requestUnlock({ locale: 'fr', waiver: true, ...wish }, contextOf(actor))

async function phone(path: string, body: Record<string, unknown>): Promise<unknown> {
  const response = await fetch(`${server.origin}/simulator/api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return response.json()
}

function pageOf(opening: unknown): string {
  const { kind, url = '' } = (opening ?? {}) as Partial<Extract<ChargeOpening, { kind: 'redirect' }>>
  if (kind !== 'redirect') throw new Error(`not a page: ${kind}`)
  return url.split('/').at(-1) ?? ''
}

/** Types a card on Stripe's page and agrees in the bank's application. */
async function payOnPage(id: string, card: string): Promise<void> {
  await phone(`consent/${id}`, { card })
  await phone(`consent/${id}`, { action: 'approve' })
}

/** Buys a contact by a card and ticks the box. */
async function buyAndKeep(who: Someone, card: string): Promise<string> {
  const quote = tokenFor(await site.addAd({ price: eur(150) }))
  await press(who.payer, { quote, keepCard: true })
  await payOnPage(pageOf(site.chargeOf(quote).opening), card)
  return quote
}

/** Somebody whose card is kept, and its id. */
async function someoneWithCard(card = accepted) {
  const who = await someone()
  const quote = await buyAndKeep(who, card)
  if (card === neverAnnounced) await sweepCharges(Date.now() + 120_000)
  const kept = listInstruments(who.member.id)[0]
  if (!kept) throw new Error('no card was kept')
  return { ...who, card: kept, quote }
}

function offersFor(payer: Payer, kind: 'reveal' | 'top_up' = 'reveal') {
  const request = { kind, ad: undefined, price: eur(1000), country: 'FR', wallets: [], payer } as const
  return listOffers({ ...request, locale: 'fr', now: Date.now() })
}

const takenByCompany = () => listChargesOf('stripe').filter(({ status }) => status === 'paid').length
const methodOf = (quote: string) => `pm_${findChargeByCorrelator('stripe', site.chargeOf(quote).correlator)?.id}`
const receiptOf = (quote: string) =>
  site.row<{ keepText: string | null; buttonText: string }>(
    'select keep_text as keepText, button_text as buttonText from consent_receipts where charge_id = ?',
    site.chargeOf(quote).id,
  )

test('a member may have her card kept, says so by a box, and it is kept once and sealed', async () => {
  const who = await someone()
  expect(offersFor(who.payer).filter(({ canKeep }) => canKeep)).toMatchObject([{ accountId: 'stripe' }])
  const quote = await buyAndKeep(who, announcedTwice)
  await sweepCharges(Date.now() + 120_000)

  expect(listInstruments(who.member.id)).toMatchObject([{ accountId: 'stripe', label: 'Visa •••• 0055' }])
  expect(receiptOf(quote).keepText).toContain('Ce n’est pas un abonnement')
  const reference = methodOf(quote)
  expect(keptIn(reference)).toBeDefined()
  const { sealed } = site.row<{ sealed: Buffer }>('select reference_sealed as sealed from saved_instruments limit 1')
  expect(sealed.includes(reference)).toBe(false)
  expect(site.count('callback_inbox', `observation like '%${reference}%'`)).toBe(0)
  await site.requireSoundBooks()
})

test('without the box nothing is kept', async () => {
  const who = await someone()
  const quote = tokenFor(await site.addAd({ price: eur(150) }))
  await press(who.payer, { quote })
  await payOnPage(pageOf(site.chargeOf(quote).opening), accepted)
  expect(site.chargeOf(quote).state).toBe('paid')
  expect(receiptOf(quote).keepText).toBeNull()
  expect(keptIn(methodOf(quote))).toBeUndefined()
  expect(listInstruments(who.member.id)).toEqual([])
})

test('a guest has no such choice, whatever the form says', async () => {
  const guest = await site.payer()
  expect(offersFor(guest).some(({ canKeep, card }) => canKeep || card)).toBe(false)
  const quote = tokenFor(await site.addAd({ price: eur(150) }))
  await press(guest, { quote, keepCard: true })
  await payOnPage(pageOf(site.chargeOf(quote).opening), accepted)
  expect(site.chargeOf(quote).state).toBe('paid')
  expect(receiptOf(quote).keepText).toBeNull()
  expect(keptIn(methodOf(quote))).toBeUndefined()
})

test('the next purchase is one press of a button that names the price and the card', async () => {
  const { payer, card } = await someoneWithCard()
  const [offer, next] = offersFor(payer)
  expect(next?.card).toBeUndefined()
  expect(offer).toMatchObject({ accountId: 'stripe', card: { id: card.id, label: 'Visa •••• 0014' }, canKeep: false })
  expect(offer?.consent.button).toBe('Payer 10,00\u00a0€ avec Visa •••• 0014')

  const ad = await site.addAd({ price: eur(150) })
  const quote = tokenFor(ad)
  const before = takenByCompany()
  expect(await press(payer, { quote, instrumentId: card.id })).toMatchObject({ kind: 'settled' })
  expect(site.isUnlocked(payer, ad)).toBe(true)
  expect(site.chargeOf(quote)).toMatchObject({ state: 'paid', instrumentId: card.id, paidMinor: 150 })
  expect(receiptOf(quote).buttonText).toContain('Visa •••• 0014')
  expect(takenByCompany()).toBe(before + 1)
  await site.requireSoundBooks()
})

test('twenty presses at once of one button are one payment', async () => {
  const { payer, card } = await someoneWithCard()
  const quote = tokenFor(await site.addAd({ price: eur(150) }))
  const before = takenByCompany()
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => press(payer, { quote, instrumentId: card.id })))
  expect(new Set(outcomes.map((outcome) => 'purchaseId' in outcome && outcome.purchaseId)).size).toBe(1)
  expect(takenByCompany()).toBe(before + 1)
  expect(await press(payer, { quote, instrumentId: card.id })).toMatchObject({ kind: 'settled' })
  expect(takenByCompany()).toBe(before + 1)
  await site.requireSoundBooks()
})

test('twenty pages of one contact pressed at once are one payment', async () => {
  const { payer, card } = await someoneWithCard()
  const ad = await site.addAd({ price: eur(150) })
  const before = takenByCompany()
  const presses = Array.from({ length: 20 }, () => press(payer, { quote: tokenFor(ad), instrumentId: card.id }))
  await Promise.all(presses)
  expect(takenByCompany()).toBe(before + 1)
  expect(site.isUnlocked(payer, ad)).toBe(true)
  expect(site.walletOf(payer)).toBe(0)
  await site.requireSoundBooks()
})

test('twenty presses at once of one top-up add to the balance once', async () => {
  const { payer, card } = await someoneWithCard()
  const offer = offersFor(payer, 'top_up').find((found) => found.card !== undefined)
  const input = { locale: 'fr', quote: offer?.quote ?? '', instrumentId: card.id } as const
  const before = takenByCompany()
  await Promise.all(Array.from({ length: 20 }, () => requestTopUp(input, contextOf(payer))))
  expect(takenByCompany()).toBe(before + 1)
  expect(site.walletOf(payer)).toBe(1000)
  await site.requireSoundBooks()
})

test('a bank that refuses is told, nothing is charged, and another card pays', async () => {
  const { payer, card } = await someoneWithCard(refusedLater)
  const ad = await site.addAd({ price: eur(150) })
  const quote = tokenFor(ad)
  expect(await press(payer, { quote, instrumentId: card.id })).toMatchObject({
    kind: 'open',
    opening: { kind: 'refused', failure: 'declined' },
  })
  expect(site.chargeOf(quote)).toMatchObject({ state: 'failed', failureCode: 'declined' })
  expect(site.isUnlocked(payer, ad)).toBe(false)
  const other = tokenFor(ad)
  await press(payer, { quote: other })
  await payOnPage(pageOf(site.chargeOf(other).opening), accepted)
  expect(site.isUnlocked(payer, ad)).toBe(true)
  expect(site.walletOf(payer)).toBe(0)
  await site.requireSoundBooks()
})

test('a bank that asks is answered on its page, by one payment however often the button is pressed', async () => {
  const { payer, card } = await someoneWithCard(asksAgain)
  const ad = await site.addAd({ price: eur(150) })
  const outcome = await press(payer, { quote: tokenFor(ad), instrumentId: card.id })
  const again = await press(payer, { quote: tokenFor(ad), instrumentId: card.id })
  expect(outcome).toMatchObject({ kind: 'open', opening: { kind: 'redirect' } })
  expect(again).toEqual(outcome)
  expect(site.isUnlocked(payer, ad)).toBe(false)
  const before = takenByCompany()
  await phone(`consent/${pageOf('opening' in outcome && outcome.opening)}`, { action: 'approve' })
  expect(takenByCompany()).toBe(before + 1)
  expect(site.isUnlocked(payer, ad)).toBe(true)
  await site.requireSoundBooks()
})

test('a bank that asks and is told no has charged nothing', async () => {
  const { payer, card } = await someoneWithCard(asksAgain)
  const ad = await site.addAd({ price: eur(150) })
  const quote = tokenFor(ad)
  const outcome = await press(payer, { quote, instrumentId: card.id })
  await phone(`consent/${pageOf('opening' in outcome && outcome.opening)}`, { action: 'refuse' })
  expect(site.chargeOf(quote)).toMatchObject({ state: 'failed', failureCode: 'declined' })
  expect(site.isUnlocked(payer, ad)).toBe(false)
})

test('a lost answer is not asked a second time to charge: the sweeper asks what became of the first', async () => {
  const { payer, card } = await someoneWithCard(neverAnnounced)
  const ad = await site.addAd({ price: eur(150) })
  const quote = tokenFor(ad)
  const before = takenByCompany()
  const first = await press(payer, { quote, instrumentId: card.id })
  expect(first).toMatchObject({ kind: 'open', opening: undefined })
  expect(await press(payer, { quote, instrumentId: card.id })).toEqual(first)
  expect(await press(payer, { quote: tokenFor(ad), instrumentId: card.id })).toEqual(first)
  expect(takenByCompany()).toBe(before + 1)
  expect(site.isUnlocked(payer, ad)).toBe(false)

  await sweepCharges(Date.now() + 120_000)
  expect(site.isUnlocked(payer, ad)).toBe(true)
  expect(site.walletOf(payer)).toBe(0)
  await site.requireSoundBooks()
})

test('a card is charged only for its member, at its own company', async () => {
  const { card } = await someoneWithCard()
  const other = await someoneWithCard()
  const ad = await site.addAd({ price: eur(150) })
  const before = listChargesOf('stripe').length
  for (const actor of [other.payer, await site.payer()]) {
    const foreign = press(actor, { quote: tokenFor(ad), instrumentId: card.id })
    expect(await refusalOf(foreign)).toBe('instrument_refused')
  }
  const elsewhere = { quote: site.quote(ad, 'card-eur', { now: Date.now() }), instrumentId: other.card.id }
  expect(await refusalOf(press(other.payer, elsewhere))).toBe('instrument_refused')
  const foreign = forgetInstrument(card.id, { memberId: other.member.id, now: Date.now() })
  expect(await refusalOf(foreign)).toBe('not_found')
  expect(listChargesOf('stripe')).toHaveLength(before)
})

const route = { params: Promise.resolve({}) }
const headers = (cookie: string) => ({ 'sec-fetch-site': 'same-origin', 'x-obole-address': '192.0.2.9', cookie })
const ask = (cookie = '') => listCardsRoute(new Request('http://localhost/', { headers: headers(cookie) }))

function send(fields: Record<string, string>, { cookie, asProgram = false }: { cookie: string; asProgram?: boolean }) {
  const accept = asProgram ? 'application/json' : 'text/html'
  const body = new URLSearchParams({ locale: 'en', from: '/en/wallet', ...fields })
  return new Request('http://localhost/', { method: 'POST', body, headers: { ...headers(cookie), accept } })
}

test('over the interface: a plain form keeps a card, a program names it, another member cannot, its owner forgets it', async () => {
  const cookie = await signedIn(null, 'en')
  const stranger = await signedIn(null, 'fr')
  const first = tokenFor(await site.addAd({ price: eur(150) }))
  const sent = await purchasesRoute(send({ quote: first, waiver: 'on', keepCard: 'on' }, { cookie }), route)
  await payOnPage(sent.headers.get('location')?.split('/').at(-1) ?? '', accepted)
  expect((await ask()).status).toBe(401)
  const { cards } = (await (await ask(cookie)).json()) as { cards: readonly { id: string; label: string }[] }
  expect(cards).toMatchObject([{ label: 'Visa •••• 0014' }])
  const { id = '' } = cards[0] ?? {}

  const ad = await site.addAd({ price: eur(150) })
  const wish = { quote: tokenFor(ad), waiver: 'true', instrumentId: id }
  const foreign = await purchasesRoute(send(wish, { cookie: stranger, asProgram: true }), route)
  expect([foreign.status, (await foreign.json()).title]).toEqual([422, 'instrument_refused'])
  expect((await forgetRoute(send({ card: id }, { cookie: stranger, asProgram: true }), route)).status).toBe(404)
  const paid = await purchasesRoute(send(wish, { cookie, asProgram: true }), route)
  expect([paid.status, (await paid.json()).outcome]).toEqual([201, 'settled'])

  const forgotten = await forgetRoute(send({ card: id }, { cookie }), route)
  expect([forgotten.status, forgotten.headers.get('location')]).toEqual([
    303,
    '/en/dashboard/security?done=card-forgotten#cards',
  ])
  expect(await (await ask(cookie)).json()).toEqual({ cards: [] })
  expect(keptIn(methodOf(first))).toBeUndefined()
  await site.requireSoundBooks()
})

test('a card past its date is neither offered nor charged', async () => {
  const { payer, member, card } = await someoneWithCard()
  const later = (listInstruments(member.id)[0]?.expiresAt ?? 0) + 1
  const request = { kind: 'reveal', ad: undefined, price: eur(150), country: 'FR', wallets: [], payer } as const
  expect(listOffers({ ...request, locale: 'fr', now: later }).some((offer) => offer.card)).toBe(false)
  const quote = site.quote(await site.addAd({ expiresAt: later + day }), 'stripe', { now: later })
  const pressed = requestUnlock(
    { locale: 'fr', waiver: true, quote, instrumentId: card.id },
    { ...contextOf(payer), now: later },
  )
  expect(await refusalOf(pressed)).toBe('instrument_refused')
})

test('a forgotten card is given up by its company, pays nothing, and no message brings it back', async () => {
  const { payer, member, card, quote } = await someoneWithCard()
  const method = methodOf(quote)
  await forgetInstrument(card.id, { memberId: member.id, now: Date.now() })
  expect(keptIn(method)).toBeUndefined()
  expect(site.count('saved_instruments', `id = '${card.id}'`)).toBe(0)
  expect(offersFor(payer).some((offer) => offer.card)).toBe(false)
  const pressed = press(payer, { quote: tokenFor(await site.addAd()), instrumentId: card.id })
  expect(await refusalOf(pressed)).toBe('instrument_refused')
  expect(await refusalOf(forgetInstrument(card.id, { memberId: member.id, now: Date.now() }))).toBe('not_found')
  expect(site.count('audit_log', `action = 'instrument_forgotten' and actor = 'member:${member.id}'`)).toBe(1)

  const charge = findChargeByCorrelator('stripe', site.chargeOf(quote).correlator)
  for (const event of listEvents(200).filter(({ chargeId }) => chargeId === charge?.id)) {
    await tellMerchant(event.id, Date.now())
  }
  await sweepCharges(Date.now() + 120_000)
  expect(listInstruments(member.id)).toEqual([])
  await site.requireSoundBooks()
})

test('a card whose company does not answer is forgotten here at once and there as soon as it does', async () => {
  const { payer, member, card, quote } = await someoneWithCard()
  const provider = providerOf('stripe') as Required<PaymentProvider>
  const silent = vi.spyOn(provider, 'forgetInstrument').mockRejectedValueOnce(new Error('silent'))
  await forgetInstrument(card.id, { memberId: member.id, now: Date.now() })
  silent.mockRestore()
  expect(offersFor(payer).some((offer) => offer.card)).toBe(false)
  expect(keptIn(methodOf(quote))).toBeDefined()
  await giveUpInstruments(Date.now())
  expect(keptIn(methodOf(quote))).toBeUndefined()
  expect(site.count('saved_instruments', `id = '${card.id}'`)).toBe(0)
})

test('a card typed again replaces the one that was kept', async () => {
  const who = await someoneWithCard()
  const second = await buyAndKeep(who, accepted)
  expect(listInstruments(who.member.id)).toHaveLength(1)
  await giveUpInstruments(Date.now())
  expect(keptIn(methodOf(who.quote))).toBeUndefined()
  expect(keptIn(methodOf(second))).toBeDefined()
})

test('an account that is paused offers and charges none of the cards it keeps', async () => {
  const { payer, card } = await someoneWithCard()
  const quote = tokenFor(await site.addAd({ price: eur(150) }))
  await changeAccountState('stripe', { state: 'paused', actor: 'test', now: Date.now() })
  expect(offersFor(payer).some((offer) => offer.card)).toBe(false)
  const pressed = await refusalOf(press(payer, { quote, instrumentId: card.id }))
  await changeAccountState('stripe', { state: 'active', actor: 'test', now: Date.now() })
  expect(pressed).toBe('provider_unavailable')
})

test('a kept card whose company does not answer is not tried at another company', async () => {
  const { payer, card } = await someoneWithCard()
  const ad = await site.addAd({ price: eur(150) })
  const quote = tokenFor(ad)
  const silent = vi.spyOn(providerOf('stripe'), 'openCharge').mockRejectedValueOnce(new Error('silent'))
  const outcome = await press(payer, { quote, instrumentId: card.id })
  silent.mockRestore()
  expect(outcome).toMatchObject({ kind: 'open', opening: undefined })
  expect(site.count('charges', `purchase_id = '${site.chargeOf(quote).purchaseId}'`)).toBe(1)
  await sweepCharges(Date.now() + 120_000)
  expect(site.isUnlocked(payer, ad)).toBe(false)
  expect(site.chargeOf(quote).paidMinor).toBe(0)
})

test('where another company takes over that keeps no cards, nothing is said to be kept', async () => {
  const { payer } = await someone()
  const quote = tokenFor(await site.addAd({ price: eur(150) }))
  const silent = vi.spyOn(providerOf('stripe'), 'openCharge').mockRejectedValueOnce(new Error('silent'))
  await press(payer, { quote, keepCard: true })
  silent.mockRestore()
  const kept = site.row<{ texts: string }>(
    `select group_concat(c.account_id || ':' || (s.keep_text is not null)) as texts from charges c
     join consent_receipts s on s.charge_id = c.id where c.purchase_id = ?`,
    site.chargeOf(quote).purchaseId,
  )
  expect(kept.texts.split(',').sort()).toEqual(['card-eur:0', 'stripe:1'])
})

test('what one press is enough for is kept to the spending caps', async () => {
  const { payer, card } = await someoneWithCard()
  const buy = async (minor: number) =>
    press(payer, { quote: tokenFor(await site.addAd({ price: eur(minor) })), instrumentId: card.id })
  expect(await buy(5000)).toMatchObject({ kind: 'settled' })
  expect(await refusalOf(buy(5000))).toBe('cap_reached')
})

test('my data names the card without what pays with it, and erasing gives it up everywhere', async () => {
  const { payer, member, quote } = await someoneWithCard()
  const exported = exportMyData(member, Date.now())
  expect(exported['saved_instruments']).toMatchObject([{ label: 'Visa •••• 0014' }])
  expect(JSON.stringify(exported)).not.toMatch(/pm_|cus_/)

  const late = tokenFor(await site.addAd({ price: eur(150) }))
  await press(payer, { quote: late, keepCard: true })
  await eraseAccount(member, Date.now())
  expect(site.count('saved_instruments', `payer_id = '${payer.payerIds[0]}' and label <> ''`)).toBe(0)
  await payOnPage(pageOf(site.chargeOf(late).opening), accepted)
  expect(listInstruments(member.id)).toEqual([])
  await giveUpInstruments(Date.now())
  expect(site.count('saved_instruments', `payer_id = '${payer.payerIds[0]}'`)).toBe(0)
  for (const kept of [quote, late]) expect(keptIn(methodOf(kept))).toBeUndefined()
  await site.requireSoundBooks()
})

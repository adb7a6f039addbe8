import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { anyRows, commit } from '../../db/commit.ts'
import { writeSql } from '../../db/statement.ts'
import { listOffers } from '../../lib/checkout/list-offers.ts'
import { eur } from '../../lib/money/money.ts'
import { findAccount } from '../../lib/providers/accounts-queries.ts'
import { insertAccount } from '../../lib/providers/accounts-store.ts'
import { saveSetting } from '../../lib/settings/settings-store.ts'
import { day, hour } from '../../lib/time/time.ts'
import { startFakeCompany } from '../contract/fake-company.ts'
import { openTestSite, testNow } from '../support/test-site.ts'

let site: Awaited<ReturnType<typeof openTestSite>>
let company: Awaited<ReturnType<typeof startFakeCompany>>

const change = writeSql(
  'update provider_accounts set failures = ?, rests_until = ?, monthly_cap_minor = ? where id = ?',
)
const addTerms = writeSql(`insert into commission_terms
  (id, account_id, commission_bp, fixed_minor, payout_delay_days, valid_from, valid_until, created_by, created_at)
  values (?, ?, ?, ?, ?, ?, null, 'test', ?)`)
const point = writeSql('update provider_accounts set state = ? where id = ?')

beforeAll(async () => {
  site = await openTestSite()
  company = await startFakeCompany()
  const card = findAccount('card-eur')
  if (!card) throw new Error('the test site has no card account')
  const { baseUrl: _, ...settings } = card.settings
  for (const [id, position, baseUrl] of [
    ['card-dead', 61, 'http://127.0.0.1:9'],
    ['card-standby', 62, company.baseUrl],
  ] as const)
    await commit([insertAccount({ ...card, id, label: id, position, settings: { ...settings, baseUrl } }, testNow)])
  await commit([anyRows(point('paused', 'card-eur'))])
})
afterAll(async () => {
  await company.close()
  site.close()
})
beforeEach(async () => {
  for (const id of ['card-dead', 'card-standby']) await commit([anyRows(change(0, null, null, id))])
})

const nobody = { deviceHash: undefined, payerIds: [], memberId: undefined }

function railsAt(price = eur(300), now = testNow) {
  const request = { kind: 'reveal' as const, ad: undefined, price, country: 'FR', wallets: [], payer: nobody, now }
  return listOffers({ ...request, locale: 'fr' })
}

test('a payer is offered each rail once, and the same request serves half a euro and five hundred', () => {
  const small = railsAt(eur(50)).map(({ rail }) => rail)
  const large = railsAt(eur(50_000)).map(({ rail }) => rail)
  expect(new Set(small).size).toBe(small.length)
  expect(small).toContain('carrier_billing')
  expect(large).toEqual(['card', 'voucher', 'lightning'])
})

test('when a provider cannot be reached before the payer went anywhere, the next account of the rail takes over', async () => {
  const ad = await site.addAd()
  const token = site.quote(ad, 'card-dead')
  const outcome = await site.buy(await site.payer(), token)
  expect(outcome).toMatchObject({ kind: 'open', opening: { kind: 'redirect' } })
  const { purchaseId = '' } = outcome as { purchaseId?: string }
  expect(site.count('charges', `purchase_id = '${purchaseId}'`)).toBe(2)
  expect(site.count('consent_receipts', `purchase_id = '${purchaseId}'`)).toBe(2)
  expect(findAccount('card-dead')?.failures).toBe(1)
})

test('without a standby the payer is told, nothing is lost and the charge stays open for the sweeper', async () => {
  await commit([anyRows(point('paused', 'card-standby'))])
  const ad = await site.addAd()
  const outcome = await site.buy(await site.payer(), site.quote(ad, 'card-dead'))
  expect(outcome).toMatchObject({ kind: 'open', opening: undefined })
  await commit([anyRows(point('active', 'card-standby'))])
})

test('after five failures an account is not offered until it has rested, and one success forgives them', async () => {
  await commit([anyRows(change(4, null, null, 'card-dead'))])
  await site.buy(await site.payer(), site.quote(await site.addAd(), 'card-dead'))
  expect(findAccount('card-dead')).toMatchObject({ failures: 5, restsUntil: testNow + 30_000 })
  expect(railsAt().map(({ accountId }) => accountId)).toContain('card-standby')
  expect(railsAt(eur(300), testNow + 31_000).map(({ accountId }) => accountId)).toContain('card-dead')

  await commit([anyRows(change(3, null, null, 'card-standby'))])
  await site.buy(await site.payer(), site.quote(await site.addAd(), 'card-standby'))
  expect(findAccount('card-standby')).toMatchObject({ failures: 0, lastSuccessAt: testNow })
})

test('an account that has reached its monthly cap is passed over', async () => {
  await commit([anyRows(change(0, null, 299, 'card-dead')), anyRows(change(0, null, 300, 'card-standby'))])
  expect(railsAt().find(({ rail }) => rail === 'card')?.accountId).toBe('card-standby')
})

test('the operator may have the best net first', async () => {
  await commit([saveSetting('routing', { order: 'best_net' }, testNow)])
  const [first] = railsAt()
  expect(first?.rail).toBe('lightning')
  await commit([saveSetting('routing', { order: 'operator' }, testNow)])
  expect(railsAt()[0]?.rail).toBe('premium_sms')
})

test('the commission that holds is the newest that has begun, kept as estimated beside what is stated', async () => {
  const begun = testNow - day
  await commit([
    anyRows(addTerms('t1', 'card-standby', 1000, 0, 7, begun, begun)),
    anyRows(addTerms('t2', 'card-standby', 5000, 0, 7, testNow + hour, begun)),
  ])
  const token = site.quote(await site.addAd(), 'card-standby')
  await site.buy(await site.payer(), token)
  const charge = site.chargeOf(token)
  const observation = site.paid(charge, { payoutMinor: charge.billedMinor - 45 })
  expect(await site.deliver(charge, observation)).toMatchObject({ outcome: 'settled' })
  const row = site.row<Record<string, number>>(
    'select commission_minor, estimated_commission_minor, vat_minor, payout_minor, is_payout_estimate from charges where id = ?',
    charge.id,
  )
  expect(row).toEqual({
    commission_minor: 45,
    estimated_commission_minor: Math.ceil(charge.billedMinor / 10),
    vat_minor: Math.round((charge.billedMinor * 2000) / 12_000),
    payout_minor: charge.billedMinor - 45,
    is_payout_estimate: 0,
  })
  await site.requireSoundBooks()
})

test('a card may pay more than the caps that guard payments of one press', async () => {
  const buyer = await site.payer()
  const ad = await site.addAd({ price: eur(50_000) })
  expect(await site.buy(buyer, site.quote(ad, 'card-standby'))).toMatchObject({ kind: 'open' })
})

// The first could not be reached when it was asked, and may have heard all the same.
test('when both accounts that were tried are paid after all, the second payment is kept on the balance', async () => {
  const ad = await site.addAd()
  const buyer = await site.payer()
  const token = site.quote(ad, 'card-dead')
  await site.buy(buyer, token)
  const dead = site.chargeOf(token)
  const otherId = 'select id from charges where purchase_id = ? and id <> ?'
  const other = site.row<{ id: string }>(otherId, dead.purchaseId, dead.id)
  const standby = site.chargeById(other.id)
  const pay = (charge: typeof dead) => site.deliver(charge, site.paid(charge))
  const outcomes = await Promise.all([pay(standby), pay(dead), pay(dead)])
  expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['already_settled', 'credited', 'settled'])
  expect(site.walletOf(buyer)).toBe(dead.billedMinor)
  expect(site.isUnlocked(buyer, ad)).toBe(true)
  await site.requireSoundBooks()
})

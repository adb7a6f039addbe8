// What no adapter decides for itself, for an account of every adapter: each differs in terms, in who owes the tax, in the
// law's caps and in how its messages name a charge.
import { afterAll, expect, test } from 'vitest'
import { writer } from '../../db/client.ts'
import { demoAccounts } from '../../db/seed/seed-accounts.ts'
import { eur, money } from '../../lib/money/money.ts'
import { changeAccountState } from '../../lib/providers/change-account-state.ts'
import type { Observation } from '../../lib/providers/provider.ts'
import { providerOf } from '../../lib/providers/registry.ts'
import type { Charge } from '../../lib/purchases/purchases.ts'
import { openTestSite } from '../support/test-site.ts'

const site = await openTestSite()
afterAll(() => site.close())

/** What a program pays is told in the answer to its own request, and never announced. */
const announced = demoAccounts().filter(({ kind }) => providerOf(kind).facts.isForPrograms !== true)
const rails = announced.map(({ id, kind, ladder, currency, settings }) => {
  const minor = Number(settings['priceMinor'] ?? ladder?.[0]?.minor ?? 300)
  return { id, kind, price: money(minor, currency), pricePointId: ladder?.[0]?.id }
})
type Rail = (typeof rails)[number]

async function begin({ id, price, pricePointId }: Rail) {
  await changeAccountState(id, { state: 'active', actor: 'test', now: Date.now() })
  const ad = await site.addAd({ price })
  const buyer = await site.payer()
  const token = site.quote(ad, id, pricePointId === undefined ? {} : { pricePointId })
  await site.buy(buyer, token)
  const { id: chargeId } = site.chargeOf(token)
  // What its provider answered to our request is not kept yet: a message may be faster than that.
  writer()
    .$client.prepare(
      "update charges set state = 'created', failure_code = null, provider_reference = null, opening = null where id = ?",
    )
    .run(chargeId)
  return { ad, buyer, charge: site.chargeById(chargeId) }
}

/** The three ways a message names its charge before our own reference is known. */
const names: readonly Readonly<{ by: string; of: (charge: Charge) => Partial<Observation> }>[] = [
  { by: 'correlator', of: ({ correlator }) => ({ correlator }) },
  { by: 'payer code', of: ({ payerCode }) => ({ correlator: undefined, payerCode: payerCode ?? undefined }) },
]

test('there is an account of every kind that the demonstration can play', () => {
  expect(new Set(rails.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(10)
})

test.each(rails)('$id: a hundred at once, before our own reference is kept, open once', async (rail) => {
  for (const { by, of } of names) {
    const { ad, buyer, charge } = await begin(rail)
    const told = site.paid(charge, { reference: `r-${charge.id}`, payerAlias: `+3363998${charge.id}`, ...of(charge) })
    const outcomes = await Promise.all(Array.from({ length: 100 }, () => site.deliver(charge, told)))
    expect(`${by}: ${outcomes.filter(({ outcome }) => outcome === 'settled').length}`).toBe(`${by}: 1`)
    expect(site.isUnlocked(buyer, ad)).toBe(true)
    expect(site.walletOf(buyer, rail.price.currency)).toBe(0)
    expect(site.count('ledger_transactions', `source_id = '${charge.id}'`)).toBe(1)
    // Another account that knows the same words opens nothing.
    const stranger = await begin(rail)
    const other = { ...stranger.charge, accountId: rail.id === 'prepaid' ? 'carrier' : 'prepaid' }
    await site.deliver(other, site.paid(stranger.charge, of(stranger.charge)))
    expect(site.isUnlocked(stranger.buyer, stranger.ad)).toBe(false)
  }
  await site.requireSoundBooks()
})

test.each(rails)(
  '$id: live money on a test account, another currency and an unknown charge open nothing',
  async (rail) => {
    const { ad, buyer, charge } = await begin(rail)
    const other = rail.price.currency === 'EUR' ? money(rail.price.minor, 'GBP') : eur(rail.price.minor)
    await site.deliver(charge, site.paid(charge, { isTest: false }))
    await site.deliver(charge, site.paid(charge, { amount: other }))
    await site.deliver(charge, site.paid(charge, { reference: `nobody-${charge.id}`, correlator: 'nobody' }))
    expect(site.isUnlocked(buyer, ad)).toBe(false)
    expect(site.walletOf(buyer, rail.price.currency)).toBe(0)
    await site.requireSoundBooks()
  },
)

test.each(rails)('$id: who owes the tax is who the adapter says', async (rail) => {
  const { charge } = await begin(rail)
  const before = site.balanceOf('vat:FR:2000', rail.price.currency).minor
  await site.deliver(charge, site.paid(charge))
  const owed = site.balanceOf('vat:FR:2000', rail.price.currency).minor - before
  expect(owed > 0).toBe(!providerOf(rail.kind).facts.providerOwesVat)
})

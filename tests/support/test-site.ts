import { reader, writer } from '../../db/client.ts'
import { commit } from '../../db/commit.ts'
import { seedAccounts } from '../../db/seed/seed-accounts.ts'
import { newStanding } from '../../lib/ads/ad-record.ts'
import { nextAdId } from '../../lib/ads/ad-record-queries.ts'
import type { AdRevealMode, AdStatus } from '../../lib/ads/ads.ts'
import { sortKeyOf } from '../../lib/ads/ads.ts'
import { insertAd, insertAdvertiser } from '../../lib/ads/ads-store.ts'
import { categoryTrail } from '../../lib/categories/categories.ts'
import { loadCategoryTree } from '../../lib/categories/categories-queries.ts'
import { applyObservation } from '../../lib/checkout/apply-observation.ts'
import { voucherToWalletSteps } from '../../lib/checkout/redeem-voucher-steps.ts'
import { requestUnlock } from '../../lib/checkout/request-unlock.ts'
import { newAdRef, newId, newPublicId, newToken } from '../../lib/ids/ids.ts'
import { balanceOf } from '../../lib/ledger/ledger-queries.ts'
import { sealLedger } from '../../lib/ledger/seal-ledger.ts'
import { verifyLedger } from '../../lib/ledger/verify-ledger.ts'
import { type Currency, type Money, money } from '../../lib/money/money.ts'
import { deviceHashOf, type Payer } from '../../lib/payers/payers.ts'
import { insertDevice } from '../../lib/payers/payers-store.ts'
import { findPlaceBySlug } from '../../lib/places/places-queries.ts'
import { savePlaces } from '../../lib/places/places-store.ts'
import { newQuote, signQuote } from '../../lib/pricing/quotes.ts'
import { findAccount } from '../../lib/providers/accounts-queries.ts'
import type { Observation } from '../../lib/providers/provider.ts'
import type { Charge } from '../../lib/purchases/purchases.ts'
import { findCharge, findChargeByQuote } from '../../lib/purchases/purchases-queries.ts'
import type { Contact } from '../../lib/reveals/reveals.ts'
import { findUnlock } from '../../lib/reveals/reveals-queries.ts'
import { saveContact } from '../../lib/reveals/reveals-store.ts'
import { day } from '../../lib/time/time.ts'
import { issueVouchers } from '../../lib/vouchers/issue-vouchers.ts'
import { readVoucherCode, voucherHash } from '../../lib/vouchers/vouchers.ts'
import { findVoucher } from '../../lib/vouchers/vouchers-queries.ts'
import { listWallets } from '../../lib/wallet/wallet-queries.ts'
import { saveExampleCategories } from './example-categories.ts'
import { openTestDatabase } from './test-database.ts'

export const testNow = Date.UTC(2026, 10, 20, 9, 0)
export const testContact: Contact = {
  name: 'Marcel',
  phone: '02 61 91 48 37',
  email: 'marcel@example.org',
  hours: 'le soir',
}

type AdOptions = Partial<
  Readonly<{ price: Money; mode: AdRevealMode; status: AdStatus; memberId: string; expiresAt: number }>
>
export type TestAd = Readonly<{ id: number; ref: string; price: Money }>

/** A site with one category tree, one town, the demonstration's accounts, and builders for the rest. */
export async function openTestSite(env: Record<string, string> = {}) {
  const database = openTestDatabase(env)
  await saveExampleCategories()
  await seedAccounts(testNow)
  pauseStandbys()
  savePlaces([moulins])
  return {
    ...database,
    addAd,
    payer,
    payerWithBalance,
    quote,
    buy,
    chargeOf: (token: string) => chargeOf(token),
    chargeById,
    deliver,
    paid,
    balanceOf: (account: string, currency: Currency = 'EUR') => balanceOf(account, currency),
    walletOf: (buyer: Payer, currency: Currency = 'EUR') =>
      listWallets(buyer.payerIds).find((wallet) => wallet.currency === currency)?.balanceMinor ?? 0,
    isUnlocked: (buyer: Payer, ad: TestAd) => findUnlock(buyer.payerIds, ad.id) !== undefined,
    count: (table: string, where = '1 = 1') =>
      Number(reader().$client.prepare(`select count(*) from ${table} where ${where}`).pluck().get()),
    row: <Row>(query: string, ...values: readonly unknown[]) =>
      reader()
        .$client.prepare(query)
        .get(...values) as Row,
    requireSoundBooks,
  }
}

/** They would take over wherever a test leaves the first account of their rail unanswered, or adds one of its own. */
function pauseStandbys(): void {
  writer().$client.exec(
    "update provider_accounts set state = 'paused' where id in ('paysafecard', 'neosurf', 'mollie', 'programs')",
  )
}

const moulins = {
  country: 'FR',
  name: 'Moulins',
  postcode: '03000',
  slug: 'moulins-03000',
  areaCode: '03',
  areaName: 'Allier',
  regionCode: '84',
  regionName: 'Auvergne-Rhône-Alpes',
  latitude: 46.56,
  longitude: 3.33,
  population: 19_000,
}

async function addAd(options: AdOptions = {}): Promise<TestAd> {
  const { price = money(300, 'EUR'), mode = 'paid', status = 'published', memberId } = options
  const tree = loadCategoryTree()
  const category = [...tree.byId.values()].find((found) => found.key === 'vehicules/motos')
  const place = findPlaceBySlug(moulins.slug)
  if (!category || !place) throw new Error('the test site lacks its category or its town')
  const id = nextAdId()
  const ref = newAdRef()
  const advertiserId = newId()
  await commit([
    insertAdvertiser({
      id: advertiserId,
      handle: `h-${ref.toLowerCase()}`,
      publicName: 'Particulier',
      isProfessional: false,
      businessId: null,
      memberId: memberId ?? null,
      createdAt: testNow,
    }),
    ...insertAd(
      {
        ...newStanding,
        id,
        ref,
        sortKey: sortKeyOf(testNow - id * 1000, id % 1000),
        trail: categoryTrail(tree, category.id),
        advertiserId,
        place,
        latitude: place.latitude,
        longitude: place.longitude,
        status,
        sourceLocale: 'fr',
        priceMinor: 120_000,
        currency: price.currency,
        revealMode: mode,
        revealPriceMinor: price.minor,
        freeFrom: null,
        boost: null,
        fields: { make: 'Terrot', year: 1951 },
        hasPhone: true,
        hasEmail: true,
        phoneVerifiedAt: testNow,
        confirmedAt: testNow,
        externalId: null,
        publishedAt: testNow - id * 1000,
        expiresAt: options.expiresAt ?? testNow + 60 * day,
        updatedAt: testNow,
        texts: [
          { locale: 'fr', title: `Terrot 125 de 1951, lot ${id}`, body: 'Sortie de grange, complète.' },
          { locale: 'en', title: `1951 Terrot 125, lot ${id}`, body: 'Barn find, complete.' },
        ],
        photos: [],
      },
      testNow,
    ),
    saveContact(id, testContact, testNow),
  ])
  return { id, ref, price }
}

/** A browser that has bought before. */
async function payer(memberId?: string): Promise<Payer> {
  const deviceHash = deviceHashOf(newToken())
  const payerId = newId()
  await commit(insertDevice({ deviceHash, payerId, now: testNow }))
  return { deviceHash, payerIds: [payerId], memberId }
}

async function payerWithBalance(balance: Money): Promise<Payer> {
  const buyer = await payer()
  const { codes } = await issueVouchers({
    label: 'test',
    count: 1,
    faceMinor: balance.minor,
    currency: balance.currency,
    validDays: 400,
    now: testNow,
  })
  const voucher = findVoucher(voucherHash(readVoucherCode(codes[0] ?? '') ?? ''))
  if (!voucher) throw new Error('the voucher just issued is not there')
  const [payerId = ''] = buyer.payerIds
  const known = {
    payerId,
    payerIds: buyer.payerIds,
    memberId: undefined,
    deviceHash: buyer.deviceHash ?? '',
    newDeviceToken: undefined,
  }
  await commit(voucherToWalletSteps({ voucher, buyer: known, purchaseId: null, now: testNow }))
  return buyer
}

/** The signed price of an ad through an account, as the contact page writes it. */
function quote(
  ad: TestAd,
  accountId: string,
  changes: Partial<Readonly<{ billedMinor: number; now: number; pricePointId: string }>> = {},
): string {
  return signQuote(
    newQuote(
      {
        kind: 'reveal',
        adId: ad.id,
        accountId,
        country: 'FR',
        currency: ad.price.currency,
        priceMinor: ad.price.minor,
        billedMinor: changes.billedMinor ?? ad.price.minor,
        pricePointId: changes.pricePointId ?? null,
      },
      changes.now ?? testNow,
    ),
  )
}

function buy(
  actor: Payer,
  token: string,
  changes: Partial<Readonly<{ voucher: string; waiver: boolean; now: number; address: string }>> = {},
) {
  const { waiver = true, voucher, now = testNow, address = '192.0.2.1' } = changes
  return requestUnlock({ locale: 'fr', quote: token, waiver, voucher }, { actor, now, locale: 'fr', address })
}

function chargeOf(token: string): Charge {
  const quoteId = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()).id
  const charge = findChargeByQuote(quoteId)
  if (!charge) throw new Error('that quote was never answered')
  return charge
}

function chargeById(id: string): Charge {
  const charge = findCharge(id)
  if (!charge) throw new Error('there is no such charge')
  return charge
}

/** What a provider says of a charge once it is believed. */
function paid(charge: Charge, changes: Partial<Observation> = {}): Observation {
  return {
    eventId: newPublicId(),
    reference: charge.providerReference ?? `ref-${charge.id}`,
    correlator: charge.correlator,
    state: 'paid',
    amount: money(charge.billedMinor, charge.currency),
    isTest: true,
    at: testNow + 60_000,
    ...changes,
  }
}

async function deliver(charge: Charge, observation: Observation) {
  const account = findAccount(charge.accountId)
  if (!account) throw new Error('the charge has no account')
  const message = {
    method: 'POST',
    url: '/api/callbacks/x/[token]',
    headers: {},
    body: new Uint8Array(),
    receivedAt: observation.at,
  }
  return applyObservation(account, observation, message)
}

/** Every money test ends here: balanced, chained, stored balances equal to the entries. */
async function requireSoundBooks(): Promise<void> {
  await sealLedger()
  const { faults } = verifyLedger()
  if (faults.length > 0) throw new Error(`the books are not sound: ${JSON.stringify(faults)}`)
}

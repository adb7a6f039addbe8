import { reader } from '../../db/client.ts'
import { commit } from '../../db/commit.ts'
import { findAdForSaleById } from '../../lib/ads/sale-queries.ts'
import { applyObservation } from '../../lib/checkout/apply-observation.ts'
import { beginCharge } from '../../lib/checkout/begin-charge.ts'
import type { Buyer } from '../../lib/checkout/buyer.ts'
import { requestUnlock } from '../../lib/checkout/request-unlock.ts'
import { expirePurchases } from '../../lib/checkout/sweep-charges.ts'
import { refundPurchase } from '../../lib/claims/refund-purchase.ts'
import { isDomainError } from '../../lib/errors/domain-error.ts'
import { newId, newPublicId, newToken } from '../../lib/ids/ids.ts'
import { sealLedger } from '../../lib/ledger/seal-ledger.ts'
import { money } from '../../lib/money/money.ts'
import { deviceHashOf, type Payer } from '../../lib/payers/payers.ts'
import { insertDevice } from '../../lib/payers/payers-store.ts'
import { newQuote, type Quote, signQuote } from '../../lib/pricing/quotes.ts'
import { billingOf, type ProviderAccount } from '../../lib/providers/accounts.ts'
import { findAccount, listAccounts } from '../../lib/providers/accounts-queries.ts'
import type { Observation } from '../../lib/providers/provider.ts'
import type { Charge } from '../../lib/purchases/purchases.ts'
import { moveCharge } from '../../lib/purchases/purchases-store.ts'
import { day, hour, minute } from '../../lib/time/time.ts'
import { issueVouchers } from '../../lib/vouchers/issue-vouchers.ts'
import { demoVoucherCodes } from './demo-vouchers.ts'
import { days, fates, outage, railWeights, type SeedRail, weekdayVisits, weighted } from './purchase-habits.ts'
import { type Chance, chanceFrom, seedOf } from './random.ts'

type SoldAd = Readonly<{ id: number; revealMinor: number; currency: 'EUR' | 'GBP'; publishedAt: number }>
type History = Readonly<{ random: Chance; now: number; ads: readonly SoldAd[]; payers: Payer[] }>

/**
 * Ninety days of purchases on every rail, through the use cases that real ones take: refusals, money that came late,
 * twice or short, refunds, claw-backs, and purchases nobody finished. Does nothing when there are any already.
 */
export async function seedPurchases(
  request: Readonly<{ now: number; onProgress: (done: number) => void }>,
): Promise<number> {
  const { now, onProgress } = request
  if (reader().$client.prepare('select 1 from purchases limit 1').get()) return 0
  await issueDemoVouchers(now)
  const history: History = { random: chanceFrom(seedOf('purchases')), now, ads: listSoldAds(), payers: [] }
  if (history.ads.length === 0) return 0
  let done = 0
  for (let ago = days; ago > 0; ago -= 1) {
    for (const at of momentsOf(history, ago)) {
      await visit(history, at, ago)
      done += 1
    }
    await expirePurchases(now - (ago - 1) * day)
    onProgress(done)
  }
  await sealLedger()
  return done
}

async function issueDemoVouchers(now: number): Promise<void> {
  const codes = demoVoucherCodes()
  const order = { faceMinor: 1000, currency: 'EUR', validDays: 730 } as const
  await issueVouchers({
    ...order,
    label: 'Bourse de Reims, stand du club',
    count: codes.length,
    codes,
    now: now - 80 * day,
  })
  await issueVouchers({
    ...order,
    label: 'Comptoir du garage, série 2',
    count: 48,
    faceMinor: 500,
    now: now - 30 * day,
  })
}

function listSoldAds(): readonly SoldAd[] {
  return reader()
    .$client.prepare<[], SoldAd>(
      `select id, reveal_price_minor as revealMinor, currency, published_at as publishedAt from ads
       where status = 'published' and reveal_mode = 'paid' and reveal_price_minor > 0 order by id`,
    )
    .all()
}

function momentsOf({ random, now }: History, ago: number): readonly number[] {
  const midnight = now - ago * day - ((now - ago * day) % day)
  const weekday = (new Date(midnight).getUTCDay() + 6) % 7
  const growth = 0.6 + 0.6 * ((days - ago) / days)
  const count = Math.max(1, Math.round((weekdayVisits[weekday] ?? 10) * growth * (0.7 + 0.6 * random.next())))
  return Array.from({ length: count }, () =>
    Math.min(midnight + 7 * hour + Math.floor(random.next() * 16 * hour), now - hour),
  ).sort((a, b) => a - b)
}

async function visit(history: History, at: number, ago: number): Promise<void> {
  const { random, ads } = history
  const ad = random.pick(ads)
  const payer = await payerFor(history, at)
  const rail = weighted(random, railWeights)
  if (rail === outage.rail && ago <= outage.to && ago >= outage.from) return
  const account = accountFor(rail, ad)
  if (!account) return
  if (rail === 'wallet') return spendBalance({ history, ad, payer, at })
  await payThrough({ history, ad, payer, account, at })
}

async function payerFor({ random, payers }: History, at: number): Promise<Payer> {
  if (payers.length > 12 && random.next() < 0.45) return random.pick(payers)
  const deviceHash = deviceHashOf(newToken())
  const payer: Payer = { deviceHash, payerIds: [newId()], memberId: undefined }
  await commit(insertDevice({ deviceHash, payerId: payer.payerIds[0] ?? '', now: at }))
  payers.push(payer)
  return payer
}

function accountFor(rail: SeedRail, ad: SoldAd): ProviderAccount | undefined {
  const price = money(ad.revealMinor, ad.currency)
  return listAccounts().find((account) => account.rail === rail && billingOf(account, price, 'FR') !== undefined)
}

type Paying = Readonly<{ history: History; ad: SoldAd; payer: Payer; at: number }>

function quoteFor({ ad, at }: Pick<Paying, 'ad' | 'at'>, account: ProviderAccount, topUpMinor?: number): Quote {
  const priceMinor = topUpMinor ?? ad.revealMinor
  const billing = billingOf(account, money(priceMinor, ad.currency), 'FR')
  return newQuote(
    {
      kind: topUpMinor === undefined ? 'reveal' : 'top_up',
      adId: topUpMinor === undefined ? ad.id : null,
      accountId: account.id,
      country: 'FR',
      currency: ad.currency,
      priceMinor,
      billedMinor: billing?.billed.minor ?? priceMinor,
      pricePointId: billing?.pricePoint?.id ?? null,
    },
    at,
  )
}

/** From the balance, after topping it up by card when it is short. */
async function spendBalance(paying: Paying): Promise<void> {
  const { ad, payer, at } = paying
  const wallet = findAccount(`wallet-${ad.currency.toLowerCase()}`)
  const card = findAccount(`card-${ad.currency.toLowerCase()}`)
  if (!wallet || !card) return
  const buy = () =>
    requestUnlock(
      { locale: 'fr', quote: signQuote(quoteFor(paying, wallet)), waiver: true },
      { actor: payer, now: at, locale: 'fr', address: 'seed' },
    )
  try {
    await buy()
  } catch (error) {
    if (!isDomainError(error) || error.code !== 'insufficient_balance') return
    await begin(paying, card, 1000).then((begun) => deliver(card, paidOf(begun.charge, at + minute)))
    await buy().catch(() => undefined)
  }
}

async function begin(paying: Paying, account: ProviderAccount, topUpMinor?: number) {
  const { ad, payer, at } = paying
  const buyer: Buyer = {
    payerId: payer.payerIds[0] ?? '',
    payerIds: payer.payerIds,
    memberId: undefined,
    deviceHash: payer.deviceHash ?? '',
    newDeviceToken: undefined,
  }
  const quote = quoteFor(paying, account, topUpMinor)
  const begun = beginCharge({
    quote,
    buyer,
    account,
    pending: undefined,
    ad: topUpMinor === undefined ? findAdForSaleById(ad.id, 'fr') : undefined,
    locale: 'fr',
    address: 'seed',
    now: at,
  })
  const reference = newPublicId()
  const opened = { id: begun.charge.id, state: 'awaiting_payer', reference, nextCheckAt: null, now: at } as const
  await commit([...begun.steps, moveCharge(opened)])
  return { ...begun, charge: { ...begun.charge, providerReference: reference } }
}

function paidOf(charge: Charge, at: number, changes: Partial<Observation> = {}): Observation {
  return {
    eventId: newPublicId(),
    reference: charge.providerReference ?? undefined,
    correlator: charge.correlator,
    state: 'paid',
    amount: money(charge.billedMinor, charge.currency),
    isTest: true,
    at,
    ...changes,
  }
}

function deliver(account: ProviderAccount, observation: Observation) {
  const message = {
    method: 'POST',
    url: `/api/callbacks/${account.id}/[token]`,
    headers: {},
    body: new Uint8Array(),
    receivedAt: observation.at,
  }
  return applyObservation(account, observation, message)
}

async function payThrough(paying: Paying & Readonly<{ account: ProviderAccount }>): Promise<void> {
  const { account, at, history } = paying
  const fate = weighted(history.random, fates)
  const begun = await begin(paying, account).catch(() => undefined)
  if (!begun || fate === 'abandoned') return
  const { charge, purchase } = begun
  const soon = at + minute
  if (fate === 'declined') {
    await deliver(account, paidOf(charge, soon, { state: 'failed', failure: 'insufficient_funds', amount: undefined }))
    return
  }
  if (fate === 'late') await expirePurchases(at + hour)
  const when = fate === 'late' ? at + 2 * hour : soon
  const amount = fate === 'short' ? money(Math.ceil(charge.billedMinor / 2), charge.currency) : undefined
  await deliver(account, paidOf(charge, when, amount ? { amount } : {}))
  if (fate === 'twice') await deliver(account, paidOf(charge, when + minute, { reference: newPublicId() }))
  if (fate === 'refunded') {
    const refund = {
      purchaseId: purchase.id,
      amountMinor: purchase.priceMinor,
      reason: 'Numéro hors service',
      actor: 'system',
    }
    await refundPurchase({ ...refund, now: when + day }).catch(() => undefined)
  }
  if (fate === 'reversed') await deliver(account, paidOf(charge, when + 2 * day, { reversedMinor: charge.billedMinor }))
}

import { reader } from '../../db/client.ts'
import { commit } from '../../db/commit.ts'
import { seedAccounts } from '../../db/seed/seed-accounts.ts'
import { newId, newToken } from '../../lib/ids/ids.ts'
import { deviceHashOf, type Payer } from '../../lib/payers/payers.ts'
import { insertDevice } from '../../lib/payers/payers-store.ts'
import { newQuote, signQuote } from '../../lib/pricing/quotes.ts'
import { walletIdOf } from '../../lib/wallet/wallet.ts'
import { creditWallet, insertWallet } from '../../lib/wallet/wallet-store.ts'
import { type BenchSite, openBenchSite } from './bench-site.ts'

export const priceMinor = 100
/** What one payer may buy within the day's cap and one browser within its limit of requests. */
export const salesPerBuyer = 40
export const inFlight = 32

export type Buyer = Readonly<{ payer: Payer; payerId: string; walletId: string; cookie: string }>
export type SalesSite = BenchSite &
  Readonly<{ adIds: readonly number[]; newBuyers: (count: number) => Promise<Buyer[]> }>

/** A site of so many ads that sells: the demonstration's accounts, and buyers with money on their balance. */
export async function openSalesSite(ads: number): Promise<SalesSite> {
  process.env['OBOLE_TRUSTED_PROXIES'] = '1'
  const site = await openBenchSite(Math.max(ads, salesPerBuyer))
  await seedAccounts(Date.now())
  const adIds = reader()
    .$client.prepare(
      "select id from ads where status = 'published' and reveal_mode = 'paid' and expires_at > ? limit ?",
    )
    .pluck()
    .all(Date.now(), salesPerBuyer)
    .map(Number)
  if (adIds.length < salesPerBuyer)
    throw new Error(`Only ${adIds.length} ads are for sale: use more, or a new directory.`)
  return { ...site, adIds, newBuyers: (count) => Promise.all(Array.from({ length: count }, newBuyer)) }
}

async function newBuyer(): Promise<Buyer> {
  const token = newToken()
  const deviceHash = deviceHashOf(token)
  const payerId = newId()
  const walletId = walletIdOf(payerId, 'EUR')
  const now = Date.now()
  await commit([
    ...insertDevice({ deviceHash, payerId, now }),
    insertWallet({ id: walletId, payerId, currency: 'EUR', balanceMinor: 0, createdAt: now }),
    creditWallet(walletId, priceMinor * salesPerBuyer),
  ])
  const payer = { deviceHash, payerIds: [payerId], memberId: undefined }
  return { payer, payerId, walletId, cookie: `obole_device=${token}` }
}

/** The signed price of a contact through an account, as a page of this moment writes it. */
export function quoteOf(adId: number, accountId: string) {
  const terms = { kind: 'reveal', adId, accountId, country: 'FR', currency: 'EUR' } as const
  const quote = newQuote({ ...terms, priceMinor, billedMinor: priceMinor, pricePointId: null }, Date.now())
  return { quote, token: signQuote(quote) }
}

/** Runs `work` for each item with so many under way at once. @returns How long all of it took, in seconds. */
export async function timeAll<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<number> {
  const waiting = items.values()
  const startedAt = performance.now()
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      for (const item of waiting) await work(item)
    }),
  )
  return (performance.now() - startedAt) / 1000
}

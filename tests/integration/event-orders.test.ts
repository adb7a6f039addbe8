// Providers repeat themselves, hurry ahead of themselves and arrive in any order. Whatever the order, no money is lost
// or counted twice. A failure prints its seed and the shortest order that breaks: run it again with EVENT_ORDERS_SEED.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findCharge, findPurchase } from '../../lib/purchases/purchases-queries.ts'
import {
  type Books,
  beginTrial,
  booksOf,
  everyEvent,
  happen,
  nameOf,
  type PurchaseEvent,
  priceMinor,
  providerEvents,
  refundEvents,
  type Trial,
} from '../support/purchase-events.ts'
import { openTestSite } from '../support/test-site.ts'

let site: Awaited<ReturnType<typeof openTestSite>>
beforeAll(async () => {
  site = await openTestSite()
})
afterAll(() => site.close())

const seed = Number(process.env['EVENT_ORDERS_SEED'] ?? Math.floor(Math.random() * 2 ** 31))

/** A list of events that prints as one, in the order in which they happened. */
const order = (events: readonly PurchaseEvent[], { max = 14 } = {}) =>
  fc
    .array(fc.constantFrom(...events.map((_, at) => at)), { minLength: 1, maxLength: max })
    .map((picks) => new Order(picks.flatMap((at) => events[at] ?? [])))

class Order {
  readonly events: readonly PurchaseEvent[]
  constructor(events: readonly PurchaseEvent[]) {
    this.events = events
  }
  toString(): string {
    return this.events.map(nameOf).join(' → ')
  }
}

const account = fc.constantFrom('sms-83000', 'card-eur')

function check<Given extends [unknown, ...unknown[]]>(property: fc.IAsyncProperty<Given>, numRuns: number) {
  console.info(`event orders: seed ${seed}`)
  return fc.assert(property, { seed, numRuns, endOnFailure: false })
}

/** What the events say of each payment of the provider, whatever their order. */
function paymentsIn(events: readonly PurchaseEvent[]) {
  const payments = new Map<string, { minor: number; reversed: number }>()
  for (const event of events) {
    if (event.is !== 'paid' && event.is !== 'reversed') continue
    const known = payments.get(event.reference) ?? { minor: event.minor, reversed: 0 }
    const reversed = Math.max(known.reversed, event.is === 'reversed' ? event.totalMinor : 0)
    payments.set(event.reference, { ...known, reversed })
  }
  return payments
}

/** What must be in the books after these events, in any order: all that came less all that was taken back. */
function requireConserved(books: Books, events: readonly PurchaseEvent[]): void {
  const suspense = events.some(({ is }) => is === 'unknown_reference') ? priceMinor : 0
  const kept = [...paymentsIn(events).values()].reduce((sum, { minor, reversed }) => sum + minor - reversed, 0)
  expect(books.suspense).toBe(suspense)
  expect(books.came).toBe(kept + suspense)
  expect(books.sale + books.wallet + books.suspense - books.loss).toBe(books.came)
  for (const minor of Object.values(books)) expect(minor).toBeGreaterThanOrEqual(0)
  expect(books.sale).toBeLessThanOrEqual(priceMinor)
}

function requireAccess({ charge, buyer, ad }: Trial, events: readonly PurchaseEvent[]): void {
  const [payerId] = buyer.payerIds
  expect(site.count('unlocks', `payer_id = '${payerId}'`)).toBeLessThanOrEqual(1)
  const purchase = findPurchase(charge.purchaseId)
  const sold = purchase?.settledChargeId ? findCharge(purchase.settledChargeId) : undefined
  expect(site.isUnlocked(buyer, ad)).toBe(sold !== undefined && sold.reversedMinor === 0)
  const whole = [...paymentsIn(events).values()].filter(({ minor }) => minor >= priceMinor)
  expect(sold !== undefined).toBe(whole.length > 0)
  if (whole.length > 0 && whole.every(({ reversed }) => reversed === 0)) expect(site.isUnlocked(buyer, ad)).toBe(true)
}

/** Lets everything happen one after the other; access once given is lost to money taken back and to nothing else. */
async function live(accountId: string, events: readonly PurchaseEvent[]): Promise<Trial> {
  const trial = await beginTrial(site, accountId)
  const so: PurchaseEvent[] = []
  for (const event of events) {
    const before = site.isUnlocked(trial.buyer, trial.ad)
    await happen(trial, event)
    so.push(event)
    requireConserved(booksOf(trial), so)
    if (before && event.is !== 'reversed') expect(site.isUnlocked(trial.buyer, trial.ad)).toBe(true)
  }
  requireAccess(trial, events)
  expect(site.walletOf(trial.buyer)).toBe(booksOf(trial).wallet)
  return trial
}

test('after any events in any order, every cent that came is somewhere, once, and who paid is let in', async () => {
  await check(
    fc.asyncProperty(account, order(everyEvent), async (accountId, { events }) => {
      await live(accountId, events)
      await site.requireSoundBooks()
    }),
    150,
  )
}, 180_000)

test('all of them at the same moment come to the same', async () => {
  await check(
    fc.asyncProperty(account, order(everyEvent), async (accountId, { events }) => {
      const trial = await beginTrial(site, accountId)
      await Promise.all(events.map((event) => happen(trial, event)))
      requireConserved(booksOf(trial), events)
      requireAccess(trial, events)
    }),
    80,
  )
  await site.requireSoundBooks()
}, 180_000)

/**
 * Whether the order can not show in the books. Of two payments that reach the price the first buys and the other is
 * kept, so when some was taken back from one of them only, it matters which came first: what is left is the same, but it
 * lies in the sale or in the balance.
 */
function isOrderFree(events: readonly PurchaseEvent[]): boolean {
  const whole = [...paymentsIn(events).values()].filter(({ minor }) => minor >= priceMinor)
  const isUntouched = whole.every(({ reversed }) => reversed === 0)
  return whole.length <= 1 || isUntouched || whole.every(({ minor, reversed }) => reversed === minor)
}

/** Two orders of the same events: `keys` decide the second. */
const twoOrders = fc
  .tuple(order(providerEvents), fc.array(fc.nat(), { minLength: 14, maxLength: 14 }))
  .map(([{ events }, keys]) => {
    const moved = events.map((event, at) => ({ event, key: keys[at] ?? 0 })).sort((one, other) => one.key - other.key)
    return { one: new Order(events), other: new Order(moved.map(({ event }) => event)) }
  })

// A refund is an act of staff on what was sold, refused when nothing was: it is no event to be reordered, so it follows.
test('the same events in two orders end in the same books', async () => {
  let freeOnes = 0
  await check(
    fc.asyncProperty(account, twoOrders, fc.boolean(), async (accountId, { one, other }, isRefunded) => {
      const after = isRefunded ? refundEvents : []
      const books = booksOf(await live(accountId, [...one.events, ...after]))
      const otherBooks = booksOf(await live(accountId, [...other.events, ...after]))
      if (isOrderFree(one.events)) {
        freeOnes += 1
        expect(otherBooks).toEqual(books)
      } else if (!isRefunded) {
        expect(sharedOf(otherBooks)).toEqual(sharedOf(books))
      }
    }),
    100,
  )
  expect(freeOnes).toBeGreaterThan(30)
  await site.requireSoundBooks()
}, 180_000)

/** What is the same in every order: what came, what matched nothing, and what is left in all. */
const sharedOf = ({ came, suspense, sale, wallet, loss }: Books) => ({ came, suspense, left: sale + wallet - loss })

// What every proof above rests on: an event is known again by its id, a payment by its reference.
test('with a new id and a new reference each time, a repeated message is money again, and the proof sees it', async () => {
  const events: PurchaseEvent[] = [{ is: 'paid', reference: 'first', minor: priceMinor }, { is: 'unknown_reference' }]
  const trial = await beginTrial(site, 'sms-83000')
  for (const copy of ['', ' again']) for (const event of events) await happen(trial, event, copy)
  expect(booksOf(trial)).toMatchObject({ came: 4 * priceMinor, wallet: priceMinor, suspense: 2 * priceMinor })
  expect(() => requireConserved(booksOf(trial), events)).toThrow()
  await site.requireSoundBooks()
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { refundPurchase } from '../../lib/claims/refund-purchase.ts'
import { eur } from '../../lib/money/money.ts'
import { setTerms } from '../../lib/providers/set-terms.ts'
import { beginTrial, booksOf, happen, type PurchaseEvent, priceMinor } from '../support/purchase-events.ts'
import { openTestSite, testNow } from '../support/test-site.ts'

let site: Awaited<ReturnType<typeof openTestSite>>
beforeAll(async () => {
  site = await openTestSite()
})
afterAll(() => site.close())

const paid = (reference: string, minor = priceMinor): PurchaseEvent => ({ is: 'paid', reference, minor })
const takenBack = (reference: string, totalMinor = priceMinor, minor = priceMinor): PurchaseEvent => ({
  is: 'reversed',
  reference,
  minor,
  totalMinor,
})

async function after(...events: readonly PurchaseEvent[]) {
  const trial = await beginTrial(site, 'card-eur')
  for (const event of events) await happen(trial, event)
  await site.requireSoundBooks()
  return { trial, books: booksOf(trial), isUnlocked: site.isUnlocked(trial.buyer, trial.ad) }
}

test('money whose return is the first we hear of it gives no access, whatever is said afterwards', async () => {
  const { books, isUnlocked } = await after(takenBack('first'), paid('first'), paid('first'))
  expect(books).toEqual({ came: 0, sale: 0, wallet: 0, suspense: 0, loss: 0 })
  expect(isUnlocked).toBe(false)
})

test('the return of a second payment never undoes what the first bought', async () => {
  const { books, isUnlocked } = await after(paid('first'), takenBack('second'))
  expect(books).toEqual({ came: 300, sale: 300, wallet: 0, suspense: 0, loss: 0 })
  expect(isUnlocked).toBe(true)
})

test('what was paid above the price comes back out of the balance, not out of income', async () => {
  const { books, trial } = await after(paid('over', 450), takenBack('over', 450, 450))
  expect(books).toEqual({ came: 0, sale: 0, wallet: 0, suspense: 0, loss: 0 })
  expect(site.walletOf(trial.buyer)).toBe(0)
})

test('a sale refunded before its money is taken back is a loss, even where a second payment is on the balance', async () => {
  const { books } = await after(paid('first'), paid('second'), { is: 'refund', minor: 300 }, takenBack('first'))
  expect(books).toEqual({ came: 300, sale: 0, wallet: 600, suspense: 0, loss: 300 })
})

test('money taken back in parts leaves what one taking would, commission and tax included', async () => {
  const before = accountsNow()
  await after(paid('first'), takenBack('first', 100), takenBack('first', 101), takenBack('first', 300))
  expect(accountsNow()).toEqual(before)
})

const accountsNow = () =>
  ['provider:card-eur', 'commission:card-eur', 'revenue:reveals', 'vat:FR:2000'].map((name) => site.balanceOf(name))

test('a contact stays refundable when only a second payment was taken back', async () => {
  const { trial } = await after(paid('first'), paid('second'), takenBack('second'))
  const { purchaseId } = trial.charge
  const refund = { purchaseId, amountMinor: 300, reason: 'dead', actor: 'system', now: testNow }
  expect(await refundPurchase(refund)).toMatchObject({ state: 'done' })
  expect(site.walletOf(trial.buyer)).toBe(eur(300).minor)
  await site.requireSoundBooks()
})

// The account's own terms stay in its row; those that hold are dated, and may have changed since the charge was settled.
test('money taken back undoes the commission that was booked for it, not what the terms would be', async () => {
  const dated = { id: 'card-eur', actor: 'member:finance', now: testNow }
  await setTerms({ commission: '40', fixed: '0,20', delay: '30', begins: '2020-01-01' }, dated)
  const before = accountsNow()
  await after(paid('first'), takenBack('first', 100), takenBack('first', 300))
  expect(accountsNow()).toEqual(before)
})

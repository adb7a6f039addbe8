import { afterEach, beforeEach, expect, test } from 'vitest'
import { commit } from '../../db/commit.ts'
import { listAuditByPrefix } from '../../lib/audit/audit-queries.ts'
import { eur } from '../../lib/money/money.ts'
import { findAccount, listAccounts } from '../../lib/providers/accounts-queries.ts'
import { insertAccount } from '../../lib/providers/accounts-store.ts'
import { changeAccountState } from '../../lib/providers/change-account-state.ts'
import { closeAccount } from '../../lib/providers/close-account.ts'
import { useAccountFirst } from '../../lib/providers/use-account-first.ts'
import { findComparison, previewSwitch } from '../../lib/reports/compare-queries.ts'
import { day } from '../../lib/time/time.ts'
import { openTestSite, testNow } from '../support/test-site.ts'

let site: Awaited<ReturnType<typeof openTestSite>>
beforeEach(async () => {
  site = await openTestSite()
  const card = findAccount('card-eur')
  if (!card) throw new Error('the test site lacks its card account')
  const cheap = {
    ...card,
    id: 'card-2',
    label: 'Cheap card',
    position: 99,
    terms: { commissionBp: 100, fixedMinor: 0 },
  }
  await commit([insertAccount(cheap, testNow)])
})
afterEach(() => site.close())

const staff = { actor: 'member:test', now: testNow }
const period = { from: testNow - day, to: testNow + day }
const compare = () => findComparison(period, { now: testNow, proposal: undefined })
const compared = (id: string) => compare().accounts.find((account) => account.id === id)

async function sellByCard() {
  const quote = site.quote(await site.addAd({ price: eur(1000) }), 'card-eur')
  await site.buy(await site.payer(), quote)
  const charge = site.chargeOf(quote)
  await site.deliver(charge, site.paid(charge))
}

test('the account that sold compares with itself to the cent, and a cheaper one says what it would have left', async () => {
  await sellByCard()
  await sellByCard()

  expect(compare().sold).toMatchObject([{ currency: 'EUR', outcome: { count: 2, grossMinor: 2000 } }])
  expect(compared('card-eur')?.differenceMinor).toBe(0)
  const cheap = compared('card-2')
  expect(cheap?.would).toMatchObject({ count: 2, commissionMinor: 20 })
  expect(cheap?.differenceMinor).toBe((cheap?.did.commissionMinor ?? 0) - 20)
  await site.requireSoundBooks()
})

test('what was paid from a balance is no question for providers, and unfinished purchases are none either', async () => {
  const buyer = await site.payerWithBalance(eur(1000))
  await site.buy(buyer, site.quote(await site.addAd(), 'wallet-eur'))
  await site.buy(await site.payer(), site.quote(await site.addAd(), 'card-eur'))

  expect(compare().sold).toEqual([])
  const { diverted, others } = previewSwitch('card-2', period) ?? { diverted: -1, others: [] }
  expect(diverted).toBe(0)
  expect(others.filter(({ open }) => open > 0)).toMatchObject([{ id: 'card-eur', open: 1 }])
})

test('how often an account was paid and refused comes from its own charges', async () => {
  await sellByCard()
  const quote = site.quote(await site.addAd(), 'card-eur')
  await site.buy(await site.payer(), quote)
  const charge = site.chargeOf(quote)
  await site.deliver(charge, site.paid(charge, { state: 'failed', amount: undefined, failure: 'declined' }))

  expect(compared('card-eur')?.history).toMatchObject({ paid: 1, refused: 1, ended: 2 })
  expect(compared('card-2')?.history).toBeUndefined()
})

test('a switch puts a paused account first of its rail, says so, and buyers are offered it at once', async () => {
  await sellByCard()
  await changeAccountState('card-2', { state: 'paused', ...staff })
  expect(previewSwitch('card-2', period)).toMatchObject({ diverted: 1, state: 'paused' })
  const orderOfOthers = () =>
    listAccounts()
      .filter(({ id }) => id !== 'card-2')
      .map(({ id }) => id)
  const before = orderOfOthers()

  await useAccountFirst('card-2', staff)

  const rails = listAccounts().filter(({ rail }) => rail === 'card')
  expect(rails.map(({ id }) => id)[0]).toBe('card-2')
  expect(findAccount('card-2')?.state).toBe('active')
  expect(orderOfOthers()).toEqual(before)
  expect(listAuditByPrefix('provider_account:card-2', 5)).toMatchObject([
    { action: 'provider_first', actor: 'member:test' },
    { action: 'provider_paused' },
  ])
  expect(compared('card-2')?.isFirst).toBe(true)
})

test('a purchase begun before the switch is finished by the account it began with', async () => {
  const quote = site.quote(await site.addAd({ price: eur(1000) }), 'card-eur')
  await site.buy(await site.payer(), quote)
  const charge = site.chargeOf(quote)
  await useAccountFirst('card-2', staff)

  expect(await site.deliver(charge, site.paid(charge))).toMatchObject({ outcome: 'settled' })
  expect(site.chargeOf(quote).accountId).toBe('card-eur')
  await site.requireSoundBooks()
})

test('asked twice it is done once; a closed or unknown account is refused', async () => {
  await useAccountFirst('card-2', staff)
  await useAccountFirst('card-2', staff)
  expect(site.count('audit_log', "action = 'provider_first'")).toBe(1)

  await closeAccount({ id: 'card-2', ...staff })
  await expect(useAccountFirst('card-2', staff)).rejects.toMatchObject({ code: 'not_found' })
  await expect(useAccountFirst('nobody', staff)).rejects.toMatchObject({ code: 'not_found' })
})

import { afterEach, beforeEach, expect, test } from 'vitest'
import { writer } from '../../db/client.ts'
import { commit } from '../../db/commit.ts'
import { postTransaction } from '../../lib/ledger/post-transaction.ts'
import { sealLedger } from '../../lib/ledger/seal-ledger.ts'
import { verifyLedger } from '../../lib/ledger/verify-ledger.ts'
import { eur } from '../../lib/money/money.ts'
import { openTestSite, testNow } from '../support/test-site.ts'

let site: Awaited<ReturnType<typeof openTestSite>>
beforeEach(async () => {
  site = await openTestSite()
  const buyer = await site.payerWithBalance(eur(1000))
  for (let bought = 0; bought < 3; bought += 1) await site.buy(buyer, site.quote(await site.addAd(), 'wallet-eur'))
  await sealLedger()
})
afterEach(() => site.close())

const byHand = (sql: string) => {
  const client = writer().$client
  client.exec(
    'drop trigger if exists ledger_entries_no_update; drop trigger if exists ledger_entries_no_delete; drop trigger if exists ledger_transactions_no_update',
  )
  client.exec(sql)
}

test('whole books are proved', () => {
  expect(verifyLedger()).toMatchObject({ checked: 5, unsealed: 0, faults: [] })
})

test('a transaction out of balance is refused before any SQL', () => {
  const entries = [
    { account: 'stock:vouchers', amountMinor: 100 },
    { account: 'suspense:unmatched', amountMinor: -99 },
  ]
  const post = () =>
    postTransaction({ kind: 'correction', sourceId: 'x', purchaseId: undefined, currency: 'EUR', at: testNow, entries })
  expect(post).toThrow(/out of balance/)
})

test('the same cause posts once and takes its whole commit with it', async () => {
  const entries = [
    { account: 'stock:vouchers', amountMinor: 100 },
    { account: 'suspense:unmatched', amountMinor: -100 },
  ]
  const post = () =>
    postTransaction({
      kind: 'correction',
      sourceId: 'once',
      purchaseId: undefined,
      currency: 'EUR',
      at: testNow,
      entries,
    })
  await commit(post())
  await expect(commit(post())).rejects.toMatchObject({ code: 'already_recorded' })
  expect(site.count('ledger_transactions', "source_id = 'once'")).toBe(1)
})

test.each([
  [
    'an amount moved from one side to another',
    'update ledger_entries set amount_minor = amount_minor + 1 where id = 2',
  ],
  ['an account renamed', "update ledger_entries set account = 'revenue:posts' where account = 'revenue:reveals'"],
  ['an entry deleted', 'delete from ledger_entries where id = 3'],
  ['a time changed', 'update ledger_transactions set at = at + 1 where id = 2'],
])('%s by hand is found, and where', (_name, sql) => {
  byHand(sql)
  const { faults } = verifyLedger()
  expect(faults).toContainEqual(expect.objectContaining({ kind: 'chain_broken', transactionId: expect.any(Number) }))
})

test('a balance changed by hand is found', () => {
  writer().$client.exec('update wallets set balance_minor = balance_minor + 500')
  expect(verifyLedger().faults).toContainEqual(
    expect.objectContaining({ kind: 'balance_differs', storedMinor: 600, postedMinor: 100 }),
  )
})

test('the books refuse updates, deletes and REPLACE while their triggers stand', () => {
  const client = writer().$client
  for (const table of ['ledger_entries', 'ledger_transactions', 'ledger_seals', 'audit_log', 'receipts']) {
    if (site.count(table) === 0) continue
    expect(() => client.exec(`delete from ${table}`)).toThrow(/append-only/)
  }
  expect(() =>
    client.exec(
      "replace into ledger_entries (id, transaction_id, account, amount_minor, currency) values (1, 1, 'x', 1, 'EUR')",
    ),
  ).toThrow(/append-only/)
  client.pragma('recursive_triggers = OFF')
  // The control: without the setting the same statement slips past the trigger.
  expect(() =>
    client.exec(
      "replace into ledger_entries (id, transaction_id, account, amount_minor, currency) values (1, 1, 'x', 1, 'EUR')",
    ),
  ).not.toThrow()
})

test('a connection keeps its durable settings when the file is opened again', async () => {
  const { openConnection, databaseFile } = await import('../../db/client.ts')
  for (let opened = 0; opened < 2; opened += 1) {
    const connection = openConnection(databaseFile(site.dir), { isReadOnly: false })
    expect(connection.$client.pragma('synchronous', { simple: true })).toBe(2)
    connection.$client.close()
  }
})

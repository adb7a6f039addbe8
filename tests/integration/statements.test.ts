import { afterAll, beforeAll, expect, test } from 'vitest'
import { accounts } from '../../lib/ledger/ledger.ts'
import type { Charge } from '../../lib/purchases/purchases.ts'
import { closeMonth } from '../../lib/statements/close-month.ts'
import { explainStatementLine } from '../../lib/statements/explain-statement-line.ts'
import { importStatement } from '../../lib/statements/import-statement.ts'
import { loadReconciliation } from '../../lib/statements/load-reconciliation.ts'
import { recordPayout } from '../../lib/statements/record-payout.ts'
import { releaseSuspense } from '../../lib/statements/release-suspense.ts'
import { reopenClosedMonth } from '../../lib/statements/reopen-closed-month.ts'
import { listPayoutsDue, listSuspense } from '../../lib/statements/statements-queries.ts'
import { monthOf } from '../../lib/time/time.ts'
import { openTestSite, testNow } from '../support/test-site.ts'

let site: Awaited<ReturnType<typeof openTestSite>>
const accountId = 'card-eur'
const month = monthOf(testNow)
const by = { actor: 'member:finance', now: testNow }
const mapping = { reference: 'Référence', gross: 'Montant', commission: 'Frais', kind: 'Type' }

beforeAll(async () => {
  site = await openTestSite()
})
afterAll(() => site.close())

async function paidCharge(): Promise<Charge> {
  const token = site.quote(await site.addAd(), accountId)
  await site.buy(await site.payer(), token)
  const charge = site.chargeOf(token)
  await site.deliver(charge, site.paid(charge, { reference: `card-${charge.id}` }))
  return site.chargeOf(token)
}

function fileOf(lines: readonly string[]): Uint8Array {
  return Buffer.from(['\ufeffRéférence;Montant;Frais;Type', ...lines].join('\n'))
}

function importLines(lines: readonly string[], at = month) {
  return importStatement({ accountId, month: at, fileName: 'releve.csv', bytes: fileOf(lines), mapping }, by)
}

test('a statement falls into three piles, its differences are explained, and closing books what was stated once', async () => {
  const [same, dearer, unlisted] = [await paidCharge(), await paidCharge(), await paidCharge()]
  const estimated = site.row<{ commission: number }>(
    'select commission_minor as commission from charges where id = ?',
    same.id,
  ).commission
  const before = site.balanceOf(accounts.commission(accountId)).minor
  const owed = site.balanceOf(accounts.receivable(accountId)).minor
  const { id, lines } = await importLines([
    `${same.providerReference};3,00;${(estimated / 100).toFixed(2).replace('.', ',')};paiement`,
    `${dearer.correlator};3,00;0,90;paiement`,
    'nobody-knows-this;12,00;1,00;paiement',
  ])
  expect(lines).toBe(3)
  const { piles, unexplained } = loadReconciliation(id)
  expect(piles.matched.map(({ variance }) => variance?.reason)).toEqual([undefined, 'commission_tier'])
  expect(piles.missingHere.map(({ reference }) => reference)).toEqual(['nobody-knows-this'])
  expect(piles.missingThere.map((charge) => charge.id)).toEqual([unlisted.id])
  expect(unexplained).toBe(1)
  await expect(closeMonth(id, by)).rejects.toMatchObject({ code: 'conflict' })

  const [unknown] = piles.missingHere
  const words = { variance: 'other', explanation: 'Another shop of theirs' } as const
  await explainStatementLine({ statementId: id, lineId: unknown?.id ?? '', ...words }, by)
  const closings = await Promise.allSettled([closeMonth(id, by), closeMonth(id, by)])
  expect(closings.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const added = 90 - estimated
  expect(site.balanceOf(accounts.commission(accountId)).minor).toBe(before + added)
  expect(site.balanceOf(accounts.receivable(accountId)).minor).toBe(owed - added)
  expect(
    site.row(
      'select commission_minor, estimated_commission_minor, is_payout_estimate from charges where id = ?',
      dearer.id,
    ),
  ).toEqual({ commission_minor: 90, estimated_commission_minor: estimated, is_payout_estimate: 0 })
  await site.requireSoundBooks()

  const late = importLines([`${unlisted.correlator};3,00;0,30;paiement`])
  await expect(late).rejects.toMatchObject({ code: 'invalid_input' })
  const closing = site.row<{ id: string }>('select id from month_closings where reopened_at is null')
  await reopenClosedMonth(closing.id, { reason: 'one line was missing', ...by })
  const again = await importLines([`${dearer.correlator};3,00;0,90;paiement`])
  expect(await closeMonth(again.id, by)).toMatchObject({ varianceMinor: 0 })
  await site.requireSoundBooks()
})

test('the same file is imported once, and one that cannot be read says which line', async () => {
  const charge = await paidCharge()
  const lines = [`${charge.correlator};3,00;0,30;paiement`]
  await importLines(lines, '2026-12')
  await expect(importLines(lines, '2026-12')).rejects.toMatchObject({ fields: [{ field: 'file', code: 'taken' }] })
  await expect(importLines(['ref;three euros;0,30;paiement'], '2026-12')).rejects.toMatchObject({
    fields: [{ field: 'file', message: 'line 2 has an amount that cannot be read' }],
  })
})

test('a payout is noted once for each reference of the bank, and what is due is what is left', async () => {
  await paidCharge()
  const [due] = listPayoutsDue().filter((row) => row.accountId === accountId)
  if (!due) throw new Error('nothing is due')
  const payout = { accountId, month: due.month, amountMinor: 100, bankReference: 'VIR 1', receivedAt: testNow }
  const noted = await Promise.allSettled([recordPayout(payout, by), recordPayout(payout, by)])
  expect(noted.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const [left] = listPayoutsDue().filter((row) => row.accountId === accountId && row.month === due.month)
  expect(left).toMatchObject({ receivedMinor: 100, dueMinor: due.dueMinor })
  expect(site.balanceOf(accounts.bank).minor).toBe(100)
  await site.requireSoundBooks()
})

test('money in suspense leaves it once, with a reason', async () => {
  const charge = await paidCharge()
  const stray = site.paid(charge, { reference: 'stray', correlator: 'unknown-to-us', eventId: 'stray-1' })
  expect(await site.deliver(charge, stray)).toMatchObject({ outcome: 'suspense' })
  const [item] = listSuspense()
  if (!item) throw new Error('suspense is empty')
  const owed = site.balanceOf(accounts.receivable(accountId)).minor
  const release = { id: item.id, outcome: 'returned', reason: 'sent back by the bank' } as const
  const released = await Promise.allSettled([releaseSuspense(release, by), releaseSuspense(release, by)])
  expect(released.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(listSuspense()).toEqual([])
  expect(site.balanceOf(accounts.suspense).minor).toBe(0)
  expect(site.balanceOf(accounts.receivable(accountId)).minor).toBe(owed - item.amountMinor)
  await site.requireSoundBooks()
})

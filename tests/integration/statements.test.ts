import { afterAll, beforeAll, expect, test } from 'vitest'
import { reader } from '../../db/client.ts'
import { listAuditOf } from '../../lib/audit/audit-queries.ts'
import { accounts } from '../../lib/ledger/ledger.ts'
import { findAccount } from '../../lib/providers/accounts-queries.ts'
import { changeAccountState } from '../../lib/providers/change-account-state.ts'
import { setTerms } from '../../lib/providers/set-terms.ts'
import type { Charge } from '../../lib/purchases/purchases.ts'
import { collectedSql } from '../../lib/purchases/purchases-queries.ts'
import { closeMonth } from '../../lib/statements/close-month.ts'
import { explainStatementLine } from '../../lib/statements/explain-statement-line.ts'
import { importStatement } from '../../lib/statements/import-statement.ts'
import { loadReconciliation } from '../../lib/statements/load-reconciliation.ts'
import { recordPayout } from '../../lib/statements/record-payout.ts'
import { releaseSuspense } from '../../lib/statements/release-suspense.ts'
import { reopenClosedMonth } from '../../lib/statements/reopen-closed-month.ts'
import {
  listChargesOfMonth,
  listNotedPayouts,
  listPayoutsDue,
  listSuspense,
  payoutsDueSql,
} from '../../lib/statements/statements-queries.ts'
import { takeBackPayout } from '../../lib/statements/take-back-payout.ts'
import { day, monthOf } from '../../lib/time/time.ts'
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
  expect(site.balanceOf(accounts.commission(accountId)).minor).toBe(before + added + 100)
  expect(site.balanceOf(accounts.receivable(accountId)).minor).toBe(owed - added + 1100)
  expect(listSuspense().map(({ amountMinor }) => amountMinor)).toEqual([1200])
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
  expect(listSuspense()).toEqual([])
  expect(site.balanceOf(accounts.receivable(accountId)).minor).toBe(owed - added)
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

test('a file in the provider’s own format finds its charge by our mark, with no column named', async () => {
  await changeAccountState('stripe', { state: 'active', actor: 'test', now: testNow })
  const token = site.quote(await site.addAd(), 'stripe')
  await site.buy(await site.payer(), token)
  const charge = site.chargeOf(token)
  await site.deliver(charge, site.paid(charge, { reference: 'cs_1' }))
  const file = [
    'created_utc,currency,gross,fee,net,reporting_category,payment_intent_id,payment_metadata[correlator]',
    `2026-11-20 09:00:00,eur,3.00,0.29,2.71,charge,pi_1,${charge.correlator}`,
  ]
  const bytes = Buffer.from(file.join('\n'))
  const { id } = await importStatement(
    { accountId: 'stripe', month, fileName: 'balance.csv', bytes, mapping: undefined },
    by,
  )
  const { piles } = loadReconciliation(id)
  expect(piles.matched).toHaveLength(1)
  expect(piles.missingHere).toEqual([])
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

test('a payout noted wrongly is taken back once, with a reason, and can then be noted as it was', async () => {
  await paidCharge()
  const [due] = listPayoutsDue().filter((row) => row.accountId === accountId)
  if (!due) throw new Error('nothing is due')
  const before = [site.balanceOf(accounts.bank).minor, site.balanceOf(accounts.receivable(accountId)).minor] as const
  const wrong = { accountId, month: due.month, amountMinor: 5000, bankReference: 'VIR 2', receivedAt: testNow }
  const { id } = await recordPayout(wrong, by)
  const back = { id, reason: 'a figure too many' }
  const tries = await Promise.allSettled([takeBackPayout(back, by), takeBackPayout(back, by)])
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await expect(takeBackPayout(back, by)).rejects.toMatchObject({ code: 'conflict' })
  const opposite = site.row<{ id: string }>('select id from payouts where corrects_id = ?', id)
  await expect(takeBackPayout({ ...back, id: opposite.id }, by)).rejects.toMatchObject({ code: 'not_found' })
  expect([site.balanceOf(accounts.bank).minor, site.balanceOf(accounts.receivable(accountId)).minor]).toEqual(before)
  expect(listNotedPayouts().find((payout) => payout.id === id)).toMatchObject({ takenBackBecause: back.reason })
  expect(listAuditOf(`provider_account:${accountId}`)[0]).toMatchObject({ action: 'payout_taken_back' })

  const right = { ...wrong, amountMinor: 50 }
  const again = await Promise.allSettled([recordPayout(right, by), recordPayout(right, by)])
  expect(again.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const [left] = listPayoutsDue().filter((row) => row.accountId === accountId && row.month === due.month)
  expect(left).toMatchObject({ receivedMinor: due.receivedMinor + 50, dueMinor: due.dueMinor })
  await site.requireSoundBooks()
})

test('what is due, and what an account has collected, are summed from an index alone', () => {
  const planOf = (sql: string) =>
    reader()
      .$client.prepare(`explain query plan ${sql}`)
      .all()
      .map((step) => (step as { detail: string }).detail)
  const touching = (sql: string) => planOf(sql).filter((detail) => /\bc(harges)?\b/.test(detail))
  expect(touching(collectedSql.replace(/\?/g, "'x'"))).toEqual([
    'SEARCH charges USING COVERING INDEX charges_collected (account_id=? AND created_at>?)',
  ])
  expect(touching(payoutsDueSql)).toEqual([
    'SEARCH c USING COVERING INDEX charges_payout (account_id=? AND payout_due_at>?)',
    expect.stringMatching(/^SEARCH c USING INDEX sqlite_autoindex_charges/),
  ])
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

/** What is owed by the provider and what it keeps, by our books. */
const booked = () => [
  site.balanceOf(accounts.receivable(accountId)).minor,
  site.balanceOf(accounts.commission(accountId)).minor,
]
const moved = (before: readonly number[]) => booked().map((minor, at) => minor - (before[at] ?? 0))

async function explainAll(statementId: string, variance: 'other' | 'vat' = 'other'): Promise<void> {
  const { matched, missingHere } = loadReconciliation(statementId).piles
  const open = matched.filter((one) => one.variance?.reason === 'other').map(({ line }) => line)
  for (const { id } of [...open, ...missingHere])
    await explainStatementLine({ statementId, lineId: id, variance, explanation: 'as agreed' }, by)
}

test('a month closed again books its fees once, wherever the file writes them', async () => {
  const fees = ['F1;0,00;5,00;frais', 'F2;-2,50;0,00;Frais de remboursement']
  const before = booked()
  const { id } = await importLines(fees, '2027-01')
  expect(await closeMonth(id, by)).toMatchObject({ varianceMinor: 750 })
  const closing = site.row<{ id: string }>("select id from month_closings where month = '2027-01'")
  await reopenClosedMonth(closing.id, { reason: 'a fee was missing', ...by })
  const again = await importLines([...fees, 'F3;0,00;1,00;fee'], '2027-01')
  expect(await closeMonth(again.id, by)).toMatchObject({ varianceMinor: 100 })
  expect(moved(before)).toEqual([-850, 850])
  await site.requireSoundBooks()
})

test('what a statement lists and we do not know waits in suspense, once, until a statement says otherwise', async () => {
  const strangers = [
    'T1;12,00;1,00;paiement',
    'T1;12,00;1,00;paiement',
    'T2;-5,00;0,00;chargeback',
    'T3;8,00;0,80;paiement',
  ]
  const before = booked()
  const waiting = () => listSuspense().map(({ sourceId, amountMinor }) => [sourceId.split(':')[1], amountMinor])
  const close = async (lines: readonly string[]) => {
    const { id } = await importLines(lines, '2027-06')
    await explainAll(id)
    await Promise.allSettled([closeMonth(id, by), closeMonth(id, by)])
    expect(site.count('month_closings', "month = '2027-06' and reopened_at is null")).toBe(1)
    await site.requireSoundBooks()
  }
  const reopen = async () => {
    const open = "select id from month_closings where month = '2027-06' and reopened_at is null"
    await reopenClosedMonth(site.row<{ id: string }>(open).id, { reason: 'another file came', ...by })
  }
  await close(strangers)
  const all = [
    ['T1', 1200],
    ['T1', 1200],
    ['T2', -500],
    ['T3', 800],
  ]
  expect(waiting()).toEqual(all)
  expect(moved(before)).toEqual([1100 + 1100 - 500 + 720, 100 + 100 + 80])
  await reopen()
  await close([...strangers, 'F9;0,00;0,10;frais'])
  expect(waiting()).toEqual(all)
  expect(moved(before)).toEqual([1100 + 1100 - 500 + 720 - 10, 100 + 100 + 80 + 10])

  const release = (reference: string, outcome: 'returned' | 'kept') => {
    const id = listSuspense().find(({ sourceId }) => sourceId.includes(`:${reference}:`))?.id ?? 0
    return releaseSuspense({ id, outcome, reason: 'settled by telephone' }, by)
  }
  await release('T3', 'kept')
  await release('T2', 'returned')
  await reopen()
  await close([...strangers.slice(0, 1), 'F9;0,00;0,10;frais;again'])
  expect(waiting()).toEqual([['T1', 1200]])
  expect(moved(before)).toEqual([1100 - 10, 100 + 10])
  expect(site.balanceOf(accounts.otherIncome).minor).toBe(0)
  expect(site.balanceOf(accounts.suspense).minor).toBe(1200)
  await reopen()
  await close(strangers.toReversed())
  expect(waiting().toSorted()).toEqual(all.toSorted())
  await release('T1', 'returned')
})

test('a payment listed twice is a question, and closing the month books its commission once', async () => {
  const charge = await paidCharge()
  const before = booked()
  const { commissionMinor } = charge
  const line = `${charge.correlator};3,00;0,90;paiement`
  const { id } = await importLines([line, line], '2027-02')
  expect(loadReconciliation(id)).toMatchObject({ unexplained: 1, piles: { missingHere: [{ lineNumber: 2 }] } })
  await explainAll(id)
  await closeMonth(id, by)
  const added = 90 - (commissionMinor ?? 0)
  expect(moved(before)).toEqual([-added, added])
  await site.requireSoundBooks()
})

test('a payment listed for less is explained and booked as the provider lists it, unless only the tax is missing', async () => {
  const [short, taxless] = [await paidCharge(), await paidCharge()]
  const before = booked()
  const [shortFile, taxFile] = [
    await importLines([`${short.correlator};2,00;0,20;paiement`], '2027-03'),
    await importLines([`${taxless.correlator};2,50;0,20;paiement`], '2027-04'),
  ]
  await expect(closeMonth(shortFile.id, by)).rejects.toMatchObject({ code: 'conflict' })
  await explainAll(shortFile.id)
  const kept = [120 - (short.commissionMinor ?? 0), 20 - (taxless.commissionMinor ?? 0)] as const
  expect(await closeMonth(shortFile.id, by)).toMatchObject({ varianceMinor: kept[0] })
  expect(await closeMonth(taxFile.id, by)).toMatchObject({ varianceMinor: kept[1] })
  const added = kept[0] + kept[1]
  expect(moved(before)).toEqual([-added, added])
  await site.requireSoundBooks()
})

test('money the provider says it took back, and of which we never heard, has to be explained', async () => {
  const [unheard, heard] = [await paidCharge(), await paidCharge()]
  await site.deliver(heard, site.paid(heard, { reversedMinor: 300 }))
  const { id } = await importLines(
    [
      `${unheard.correlator};-3,00;0,00;chargeback`,
      `${heard.correlator};-1,00;0,00;chargeback`,
      `${heard.correlator};-2,00;0,00;chargeback`,
    ],
    '2027-05',
  )
  const { piles, unexplained } = loadReconciliation(id)
  expect(piles.matched.map(({ variance }) => variance?.reason)).toEqual(['other', 'clawback', 'clawback'])
  expect(unexplained).toBe(1)
})

test('what was taken or given back by the provider is no longer due, and stays in the month it was paid in', async () => {
  const charge = await paidCharge()
  const dueNow = () =>
    listPayoutsDue().reduce((sum, { accountId: id, dueMinor }) => sum + (id === accountId ? dueMinor : 0), 0)
  const due = dueNow()
  const [owed = 0] = booked()
  const later = testNow + 40 * day
  await site.deliver(charge, site.paid(charge, { reversedMinor: 100, at: later }))
  expect(dueNow() - due).toBe((booked()[0] ?? 0) - owed)
  await site.deliver(charge, site.paid(charge, { reversedMinor: 300, at: later }))
  expect(dueNow() - due).toBe((booked()[0] ?? 0) - owed)
  expect(listChargesOfMonth(accountId, month).map(({ id }) => id)).toContain(charge.id)
})

test('money in suspense is split by the terms that hold, not by those of the contract', async () => {
  await setTerms({ commission: '40', fixed: '', delay: '30', begins: '2020-01-01' }, { id: accountId, ...by })
  expect(findAccount(accountId)?.terms).not.toMatchObject({ commissionBp: 4000 })
  const charge = await paidCharge()
  const before = booked()
  const stray = site.paid(charge, { reference: 'stray-2', correlator: 'unknown', eventId: 'stray-2' })
  await site.deliver(charge, stray)
  expect(moved(before)).toEqual([180, 120])
  await site.requireSoundBooks()
})

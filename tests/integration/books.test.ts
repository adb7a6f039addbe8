import { afterEach, beforeEach, expect, test } from 'vitest'
import { listAuditByPrefix } from '../../lib/audit/audit-queries.ts'
import { findMember } from '../../lib/members/find-member.ts'
import { isStaff, type StaffMember } from '../../lib/members/member.ts'
import { eur } from '../../lib/money/money.ts'
import { listVat } from '../../lib/reports/books-export-queries.ts'
import { listTrialBalance, listTrialBalanceAt } from '../../lib/reports/books-queries.ts'
import { exportBooks, exportedBooks, fecLines } from '../../lib/reports/export-books.ts'
import { fecColumns, fecName } from '../../lib/reports/fec.ts'
import { day, minute } from '../../lib/time/time.ts'
import { issueVouchers } from '../../lib/vouchers/issue-vouchers.ts'
import { signedIn } from '../support/staff.ts'
import { openTestSite, testNow } from '../support/test-site.ts'

let site: Awaited<ReturnType<typeof openTestSite>>
beforeEach(async () => {
  site = await openTestSite()
})
afterEach(() => site.close())

async function sale(minor = 300) {
  const ad = await site.addAd({ price: eur(minor) })
  const buyer = await site.payer()
  const token = site.quote(ad, 'card-eur')
  await site.buy(buyer, token)
  const charge = site.chargeOf(token)
  await site.deliver(charge, site.paid(charge))
  return charge
}

const year = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2027, 0, 1) }

async function staffMember(role: 'finance' | 'owner' = 'finance'): Promise<StaffMember> {
  const member = await findMember(await signedIn(role), Date.now())
  if (!member || !isStaff(member)) throw new Error('nobody signed in')
  return member
}

// The rules of article A47 A-1 of the livre des procédures fiscales.
function checkFec(text: string): readonly Readonly<Record<string, string>>[] {
  expect(text.endsWith('\r\n')).toBe(true)
  const [head = '', ...lines] = text.slice(0, -2).split('\r\n')
  expect(head.split('\t')).toEqual([...fecColumns])
  const rows = lines.map((line) => {
    const fields = line.split('\t')
    expect(fields).toHaveLength(18)
    return Object.fromEntries(fecColumns.map((column, at) => [column, fields[at] ?? '']))
  })
  const sums = new Map<string, number>()
  let number = 0
  for (const row of rows) {
    for (const column of ['JournalCode', 'JournalLib', 'CompteLib', 'PieceRef', 'EcritureLib'])
      expect(row[column], column).not.toBe('')
    for (const column of ['EcritureDate', 'PieceDate', 'ValidDate'])
      expect(row[column]).toMatch(/^2026(0[1-9]|1[0-2])[0-3]\d$/)
    for (const column of ['Debit', 'Credit']) expect(row[column]).toMatch(/^\d+,\d\d$/)
    expect(row['CompteNum']).toMatch(/^[1-7]\d{5}$/)
    expect((row['Debit'] === '0,00') !== (row['Credit'] === '0,00')).toBe(true)
    expect((row['CompAuxNum'] === '') === (row['CompAuxLib'] === '')).toBe(true)
    const own = Number(row['EcritureNum'])
    expect([number, number + 1]).toContain(own)
    number = own
    const cents = (column: string) => Number((row[column] ?? '').replace(',', ''))
    sums.set(String(own), (sums.get(String(own)) ?? 0) + cents('Debit') - cents('Credit'))
  }
  expect([...sums.values()].every((sum) => sum === 0)).toBe(true)
  expect([...sums.keys()].map(Number)).toEqual(Array.from({ length: sums.size }, (_, at) => at + 1))
  return rows
}

test('the FEC follows every rule of its decree, and its parts balance', async () => {
  await sale()
  await sale(150)
  await issueVouchers({ label: 'x', count: 2, faceMinor: 500, currency: 'EUR', validDays: 400, now: testNow })
  await issueVouchers({ label: '£', count: 2, faceMinor: 500, currency: 'GBP', validDays: 400, now: testNow })
  const rows = checkFec([...fecLines(year)].join(''))
  expect(new Set(rows.map((row) => row['JournalCode']))).toEqual(new Set(['VE', 'OD']))
  expect(rows.filter((row) => row['CompteNum'] === '445710').map((row) => row['Credit'])).toEqual(['0,50', '0,25'])
  expect(rows.find((row) => row['CompteNum'] === '706000')?.['PieceRef']).toBe('R1')
  expect(new Set(rows.map((row) => row['EcritureNum'])).size).toBe(3)
})

test('the checks of the FEC notice a broken file', () => {
  const head = `${fecColumns.join('\t')}\r\n`
  const line = [
    'VE',
    'Ventes',
    '1',
    '20261120',
    '706000',
    'x',
    '',
    '',
    'R1',
    '20261120',
    'x',
    '0,00',
    '2,50',
    '',
    '',
    '20261120',
    '',
    '',
  ]
  expect(() => checkFec(`${head}${line.join('\t')}\r\n`)).toThrow()
  expect(() => checkFec(`${head}${line.join('\t').replace('2,50', '2.50')}\r\n`)).toThrow()
})

test('the file is named by the SIREN and the last day of the year', () => {
  expect(fecName('123 456 789 00012', 2026)).toBe('123456789FEC20261231.txt')
})

test('VAT is counted by country and rate, and what was given back is taken off', async () => {
  await sale()
  const charge = await sale(150)
  const before = listVat(year)
  expect(before).toEqual([{ country: 'FR', vatBp: 2000, currency: 'EUR', netMinor: 375, vatMinor: 75, sales: 2 }])
  await site.deliver(charge, site.paid(charge, { state: 'paid', reversedMinor: 150, eventId: 'reversed' }))
  expect(listVat(year)).toMatchObject([{ netMinor: 250, vatMinor: 50 }])
  expect(listVat({ from: 0, to: testNow - day })).toEqual([])
})

test('the balance on a day shows what was posted until then, and debits equal credits', async () => {
  await sale()
  const at = testNow + 60_000
  expect(listTrialBalanceAt(at)).toEqual([])
  expect(listTrialBalanceAt(at + 1)).toEqual(listTrialBalance())
  expect(listTrialBalanceAt(at + 1).reduce((sum, { balanceMinor }) => sum + balanceMinor, 0)).toBe(0)
})

test('an export is noted, and its file opens for that person and a while only', async () => {
  await sale()
  const actor = await staffMember()
  const other = await staffMember('owner')
  const period = { from: '2026-11-01', to: '2026-11-30' }
  const grant = await exportBooks({ format: 'entries', ...period }, { actor, now: testNow })
  expect(listAuditByPrefix('books:')).toMatchObject([{ action: 'books_exported', subject: 'books:entries' }])

  const file = exportedBooks(grant, { actor, now: testNow })
  const text = [...file.lines].join('')
  expect(file.name).toBe('entries-2026-11-01-2026-11-30.csv')
  expect(text.startsWith('\ufeffDate;')).toBe(true)
  expect(text).toContain('vat:FR:2000;0;0,5;EUR')
  expect(() => exportedBooks(grant, { actor: other, now: testNow })).toThrow('not_found')
  expect(() => exportedBooks(grant, { actor, now: testNow + 11 * minute })).toThrow('not_found')
  expect(() => exportedBooks(`${grant}x`, { actor, now: testNow })).toThrow('not_found')
  await expect(
    exportBooks({ format: 'vat', from: '2026-11-02', to: '2026-11-01' }, { actor, now: testNow }),
  ).rejects.toMatchObject({ code: 'invalid_input' })
})

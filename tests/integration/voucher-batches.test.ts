import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import decodeQR from 'qr/decode.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { commit } from '../../db/commit.ts'
import { listAuditOf } from '../../lib/audit/audit-queries.ts'
import { redeemVoucher } from '../../lib/checkout/redeem-voucher.ts'
import { voucherToWalletSteps } from '../../lib/checkout/redeem-voucher-steps.ts'
import { day } from '../../lib/time/time.ts'
import { issueVouchers } from '../../lib/vouchers/issue-vouchers.ts'
import { findIssuedCodes, keepIssuedCodes } from '../../lib/vouchers/issued-codes.ts'
import { listResellerAccounts } from '../../lib/vouchers/resellers-queries.ts'
import { revokeVouchers } from '../../lib/vouchers/revoke-vouchers.ts'
import { saveReseller } from '../../lib/vouchers/save-reseller.ts'
import { groupedCode, voucherAddress, voucherSheet } from '../../lib/vouchers/voucher-sheet.ts'
import { readVoucherCode, voucherHash } from '../../lib/vouchers/vouchers.ts'
import { findVoucher, listRedemptions } from '../../lib/vouchers/vouchers-queries.ts'
import { openTestSite, testNow } from '../support/test-site.ts'

let site: Awaited<ReturnType<typeof openTestSite>>
beforeEach(async () => {
  site = await openTestSite()
})
afterEach(() => site.close())

const staff = { actor: 'member:test', now: testNow, reason: 'lost in the post' }
const issue = (changes: Partial<Parameters<typeof issueVouchers>[0]> = {}) =>
  issueVouchers({
    label: 'Comptoir',
    count: 3,
    faceMinor: 1000,
    currency: 'EUR',
    validDays: 400,
    actor: 'member:test',
    now: testNow,
    ...changes,
  })

async function redeem(code: string) {
  const payer = await site.payer()
  return redeemVoucher(
    { locale: 'fr', voucher: code, once: `once-${code}-0123456789` },
    { actor: payer, now: testNow, locale: 'fr', address: '192.0.2.1' },
  )
}

test('a revoked batch leaves the liability for what nobody used; what was used stays', async () => {
  const { batchId, codes } = await issue()
  await redeem(codes[0] ?? '')
  expect(site.balanceOf(`vouchers:${batchId}`).minor).toBe(2000)

  expect(await revokeVouchers(batchId, staff)).toBe(2)

  expect(site.balanceOf(`vouchers:${batchId}`).minor).toBe(0)
  expect(site.balanceOf('stock:vouchers').minor).toBe(1000)
  await expect(redeem(codes[1] ?? '')).rejects.toMatchObject({ code: 'voucher_refused' })
  await expect(revokeVouchers(batchId, staff)).rejects.toMatchObject({ code: 'conflict' })
  expect(listRedemptions({ batchId, from: 0, to: testNow + 1 }, { limit: 9, offset: 0 })).toMatchObject({
    count: 1,
    rows: [{ amountMinor: 1000, purchaseId: null }],
  })
  expect(listAuditOf(`voucher_batch:${batchId}`).map(({ action }) => action)).toEqual([
    'vouchers_revoked',
    'vouchers_issued',
  ])
  await site.requireSoundBooks()
})

test('used and revoked at the same moment, a voucher is worth something to one of them only', async () => {
  const { batchId, codes } = await issue({ count: 20 })
  const payer = await site.payer()
  const [payerId = ''] = payer.payerIds
  const buyer = { payerId, payerIds: [payerId], memberId: undefined, deviceHash: '', newDeviceToken: undefined }
  const uses = codes.map((code) => {
    const voucher = findVoucher(voucherHash(readVoucherCode(code) ?? ''))
    if (!voucher) throw new Error('the voucher is not there')
    return commit(voucherToWalletSteps({ voucher, buyer, purchaseId: null, now: testNow })).then(
      () => true,
      () => false,
    )
  })
  const [unspent, ...used] = await Promise.all([revokeVouchers(batchId, staff), ...uses])
  const redeemed = used.filter((done) => done === true).length
  expect(Number(unspent) + redeemed).toBe(20)
  expect(site.walletOf(payer)).toBe(redeemed * 1000)
  await site.requireSoundBooks()
})

test('a reseller owes the value entrusted less the commission, and nothing for what was revoked unused', async () => {
  const terms = { name: 'Tabac de la Gare', email: null, commissionBp: 850, isActive: true }
  const id = await saveReseller(terms, staff)
  const { batchId, codes } = await issue({ resellerId: id })
  expect(listResellerAccounts().get(id)).toEqual([{ currency: 'EUR', batches: 1, valueMinor: 3000, owedMinor: 2745 }])
  await redeem(codes[0] ?? '')
  await revokeVouchers(batchId, staff)
  expect(listResellerAccounts().get(id)).toEqual([{ currency: 'EUR', batches: 1, valueMinor: 1000, owedMinor: 915 }])
  await saveReseller({ ...terms, id, commissionBp: 1000 }, staff)
  expect(listResellerAccounts().get(id)?.[0]?.owedMinor).toBe(900)
  await expect(issue({ resellerId: 'nobody' })).rejects.toMatchObject({ fields: [{ field: 'reseller' }] })
})

test('the audit says that a reseller’s address changed, and never what it is', async () => {
  const terms = { name: 'Tabac du Pont', email: 'premier@example.org', commissionBp: 850, isActive: true }
  const id = await saveReseller(terms, staff)
  await saveReseller({ ...terms, id, commissionBp: 900 }, staff)
  await saveReseller({ ...terms, id, commissionBp: 900, email: 'second@example.org' }, staff)
  await saveReseller({ ...terms, id, commissionBp: 900, email: null }, staff)
  const kept = listAuditOf(`reseller:${id}`).map(({ detail }) => JSON.stringify(detail))
  expect(kept).toHaveLength(4)
  expect(kept.filter((detail) => detail.includes('example.org'))).toEqual([])
  expect(kept.filter((detail) => detail.includes('email'))).toHaveLength(3)
})

test('codes can be fetched by who issued them, for half an hour', async () => {
  const { batchId, codes } = await issue()
  keepIssuedCodes(batchId, { memberId: 'me', codes }, testNow)
  const found = (memberId: string, now: number) => findIssuedCodes(batchId, { memberId, now })?.codes
  expect(found('me', testNow + 1)).toEqual(codes)
  expect([found('another', testNow), found('me', testNow + day)]).toEqual([undefined, undefined])
})

const origin = 'https://annonces.example'
const batch = { label: 'Comptoir', faceMinor: 1000, currency: 'EUR', expiresAt: testNow + 400 * day } as const
const colours = { ink: '#10212b', access: '#f2c500' }

test('the sheet has every code, 24 on a page', async () => {
  const { codes } = await issue({ count: 30 })
  const pdf = Buffer.from(await voucherSheet({ batch, codes, origin, locale: 'fr', colours }))
  const text = drawnText(pdf)
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(2)
  for (const code of codes) expect(text).toContain(groupedCode(code))
  expect(text).toContain('10,00')
})

/** What a PDF's pages draw, from its compressed streams. */
function drawn(pdf: Buffer): string {
  const all: string[] = []
  for (const [whole] of pdf.toString('latin1').matchAll(/stream\n([\s\S]*?)\nendstream/g)) {
    const bytes = Buffer.from(whole.slice(7, -10), 'latin1')
    try {
      all.push(inflateSync(bytes).toString('latin1'))
    } catch {
      // Not a compressed stream: a font or a profile.
    }
  }
  return all.join('\n')
}

function drawnText(pdf: Buffer): string {
  return [...drawn(pdf).matchAll(/\[((?:<[0-9a-f]*>|\s|-?[\d.]+)*)\] TJ/g)]
    .map(([, parts = '']) =>
      [...parts.matchAll(/<([0-9a-f]*)>/g)].map(([, hex = '']) => Buffer.from(hex, 'hex').toString('latin1')).join(''),
    )
    .join('\n')
}

test('each code on the sheet can be read back from the squares that were drawn', async () => {
  const { codes } = await issue({ count: 24 })
  const pdf = Buffer.from(await voucherSheet({ batch, codes, origin, locale: 'en', colours }))
  const squares = [...drawn(pdf).matchAll(/([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re/g)]
    .map(([, x, y, width, height]) => ({ x: Number(x), y: Number(y), width: Number(width), height: Number(height) }))
    .filter(({ width, height }) => width === height && width < 5)
  const inCell = new Map<string, typeof squares>()
  for (const square of squares) {
    const cell = `${Math.floor(square.x / (595.28 / 3))} ${Math.floor(square.y / (841.89 / 8))}`
    inCell.set(cell, [...(inCell.get(cell) ?? []), square])
  }
  const read = [...inCell.values()].map((cell) => decodeQR(pictureOf(cell)))
  expect(read.sort()).toEqual(codes.map((code) => voucherAddress(code, { origin, locale: 'en' })).sort())
})

function pictureOf(squares: readonly Readonly<{ x: number; y: number; width: number }>[]) {
  const scale = 4 / Math.min(...squares.map(({ width }) => width - 0.05))
  const left = Math.min(...squares.map(({ x }) => x))
  const top = Math.min(...squares.map(({ y }) => y))
  const size = Math.round((Math.max(...squares.map(({ x }) => x)) - left) * scale) + 36
  const data = new Uint8Array(size * size * 4).fill(255)
  for (const { x, y } of squares) {
    const [column, row] = [Math.round((x - left) * scale) + 16, Math.round((y - top) * scale) + 16]
    for (let at = 0; at < 16; at += 1)
      data.fill(
        0,
        ((row + (at >> 2)) * size + column + (at & 3)) * 4,
        ((row + (at >> 2)) * size + column + (at & 3)) * 4 + 3,
      )
  }
  return { width: size, height: size, data }
}

const hasReaders = ['zbarimg', 'pdftoppm'].every(
  (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0,
)

test.skipIf(!hasReaders)('a scanner reads every code of a printed sheet', async () => {
  const { codes } = await issue({ count: 24 })
  const pdf = await voucherSheet({ batch, codes, origin, locale: 'fr', colours })
  const dir = mkdtempSync(join(tmpdir(), 'obole-sheet-'))
  try {
    writeFileSync(join(dir, 'sheet.pdf'), pdf)
    // One look over a whole page now and then misses a code that a scanner held over it reads: several looks are one.
    const read = [150, 200, 300].flatMap((dpi) => {
      spawnSync('pdftoppm', ['-r', String(dpi), '-png', join(dir, 'sheet.pdf'), join(dir, `page-${dpi}`)])
      const { stdout } = spawnSync('zbarimg', ['-q', '--raw', join(dir, `page-${dpi}-1.png`)], { encoding: 'utf8' })
      return stdout.trim().split('\n')
    })
    const wanted = codes.map((code) => voucherAddress(code, { origin, locale: 'fr' }))
    expect([...new Set(read)].sort()).toEqual([...wanted].sort())
  } finally {
    rmSync(dir, { recursive: true })
  }
})

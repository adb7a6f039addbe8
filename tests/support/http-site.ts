import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { commit } from '../../db/commit.ts'
import { voucherToWalletSteps } from '../../lib/checkout/redeem-voucher-steps.ts'
import { newId, newToken } from '../../lib/ids/ids.ts'
import type { Money } from '../../lib/money/money.ts'
import { deviceHashOf, type Payer } from '../../lib/payers/payers.ts'
import { insertDevice } from '../../lib/payers/payers-store.ts'
import { day } from '../../lib/time/time.ts'
import { issueVouchers } from '../../lib/vouchers/issue-vouchers.ts'
import { readVoucherCode, voucherHash } from '../../lib/vouchers/vouchers.ts'
import { findVoucher } from '../../lib/vouchers/vouchers-queries.ts'
import { type SiteProcess, siteEnvironment, startSite } from './site-process.ts'
import { openTestSite, type TestAd } from './test-site.ts'

export type Browser = Readonly<{ cookie: string; payer: Payer }>
export type HttpSite = Readonly<{
  dir: string
  server: SiteProcess
  /** The same database from this process: builders to fill it, counts to check it. */
  site: Awaited<ReturnType<typeof openTestSite>>
  addAd: (price?: Money) => Promise<TestAd>
  /** A price as a page of this moment writes it. */
  quote: (ad: TestAd, accountId: string) => string
  browserWithBalance: (balance: Money) => Promise<Browser>
  close: () => Promise<void>
}>

/** A site filled from here and served by a process of its own, which trusts one proxy in front of it. */
export async function openHttpSite(env: Readonly<Record<string, string>> = {}): Promise<HttpSite> {
  const dir = mkdtempSync(join(tmpdir(), 'obole-http-'))
  const site = await openTestSite({ ...siteEnvironment(dir), OBOLE_LOG_LEVEL: 'silent' })
  const server = await startSite(dir, { OBOLE_TRUSTED_PROXIES: '1', ...env })
  return {
    dir,
    server,
    site,
    addAd: (price) => site.addAd({ expiresAt: Date.now() + 60 * day, ...(price ? { price } : {}) }),
    quote: (ad, accountId) => site.quote(ad, accountId, { now: Date.now() }),
    browserWithBalance,
    close: async () => {
      await server.stop()
      site.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** A browser whose cookie is known here, with money on its balance that the books can explain. */
export async function browserWithBalance(balance: Money): Promise<Browser> {
  const token = newToken()
  const deviceHash = deviceHashOf(token)
  const payerId = newId()
  const now = Date.now()
  await commit(insertDevice({ deviceHash, payerId, now }))
  const { minor: faceMinor, currency } = balance
  const { codes } = await issueVouchers({ label: 'test', count: 1, faceMinor, currency, validDays: 400, now })
  const voucher = findVoucher(voucherHash(readVoucherCode(codes[0] ?? '') ?? ''))
  if (!voucher) throw new Error('the voucher just issued is not there')
  const buyer = { payerId, payerIds: [payerId], memberId: undefined, deviceHash, newDeviceToken: undefined }
  await commit(voucherToWalletSteps({ voucher, buyer, purchaseId: null, now }))
  return { cookie: `obole_device=${token}`, payer: { deviceHash, payerIds: [payerId], memberId: undefined } }
}

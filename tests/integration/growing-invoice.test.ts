import { afterAll, beforeAll, expect, test } from 'vitest'
import { commit } from '../../db/commit.ts'
import { sweepCharges } from '../../lib/checkout/sweep-charges.ts'
import { eur } from '../../lib/money/money.ts'
import { insertAccount } from '../../lib/providers/accounts-store.ts'
import { minute } from '../../lib/time/time.ts'
import { startAnsweringServer } from '../support/answering-server.ts'
import { playBtcpay } from '../support/btcpay-server.ts'
import { providerAccount } from '../support/provider-account.ts'
import { openTestSite, testNow } from '../support/test-site.ts'

let site: Awaited<ReturnType<typeof openTestSite>>
let door: Awaited<ReturnType<typeof startAnsweringServer>>
let server: ReturnType<typeof playBtcpay>

beforeAll(async () => {
  site = await openTestSite()
  door = await startAnsweringServer()
  server = playBtcpay('s1', door.origin)
  door.answer(server.answer)
  const account = providerAccount({
    ...{ id: 'btcpay-own', kind: 'btcpay', rail: 'lightning' },
    settings: {
      baseUrl: door.origin,
      storeId: 's1',
      apiKey: '9d1f04c7aa3e52b8c6e0471fd2b39a6e',
      secret: 'b7e2d90c41fa6835d2c0e97b14a6f385',
    },
  })
  await commit([insertAccount(account, testNow)])
})
afterAll(async () => {
  await door.close()
  site.close()
})

// Nobody tells us: every message of the server is lost.
test('what comes for an invoice paid in part is found by asking, and credited once', async () => {
  const buyer = await site.payer()
  const token = site.quote(await site.addAd({ price: eur(300) }), 'btcpay-own')
  await site.buy(buyer, token)
  const { id = '' } = server.invoices()[0] ?? {}
  const arrive = (paidAmount: string) =>
    server.change(id, { status: 'Expired', additionalStatus: 'PaidPartial', paidAmount })
  const sweepAt = async (minutes: number) => {
    await sweepCharges(testNow + minutes * minute)
    await site.requireSoundBooks()
    return site.walletOf(buyer)
  }
  arrive('1.00')
  expect(await sweepAt(2)).toBe(100)
  expect(await sweepAt(4)).toBe(100)
  arrive('1.80')
  expect(await sweepAt(10)).toBe(180)
  arrive('2.99')
  expect(await sweepAt(30)).toBe(299)
  expect(await sweepAt(200)).toBe(299)
  expect(site.chargeOf(token)).toMatchObject({ paidMinor: 299, note: 'partial' })
  for (let day = 1; day <= 5; day += 1) await sweepAt(200 + day * 24 * 60)
  expect(site.chargeOf(token).nextCheckAt).toBeNull()
})

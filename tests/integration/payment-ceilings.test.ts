import { afterAll, beforeAll, expect, test } from 'vitest'
import { commit } from '../../db/commit.ts'
import { requestTopUp } from '../../lib/checkout/request-top-up.ts'
import { requestUnlock } from '../../lib/checkout/request-unlock.ts'
import { eur } from '../../lib/money/money.ts'
import { newQuote, signQuote } from '../../lib/pricing/quotes.ts'
import { findSetting } from '../../lib/settings/settings-queries.ts'
import { saveSetting } from '../../lib/settings/settings-store.ts'
import { day } from '../../lib/time/time.ts'
import { openTestSite, testNow } from '../support/test-site.ts'

let site: Awaited<ReturnType<typeof openTestSite>>
beforeAll(async () => {
  site = await openTestSite()
})
afterAll(() => site.close())

const context = { locale: 'fr', address: '192.0.2.1' } as const

test('one telephone is billed no more in a month than the law lets it, however it is written and whoever pays', async () => {
  await commit([saveSetting('caps', { ...findSetting('caps'), telcoMonthMinor: 500 }, testNow)])
  const buyBy = async (msisdn: string, now = testNow) => {
    const token = site.quote(await site.addAd(), 'carrier', { now })
    await requestUnlock(
      { locale: 'fr', quote: token, waiver: true, msisdn },
      { ...context, actor: await site.payer(), now },
    )
    return site.chargeOf(token)
  }
  const first = await buyBy('06 39 98 12 34')
  await site.deliver(first, site.paid(first, { payerAlias: '+33639981234' }))
  await expect(buyBy('+33 6 39 98 12 34')).rejects.toMatchObject({ code: 'cap_reached' })
  await expect(buyBy('06 39 98 56 78')).resolves.toMatchObject({ paidMinor: 0 })
  await expect(buyBy('06 39 98 12 34', testNow + 31 * day)).resolves.toMatchObject({ paidMinor: 0 })
  await site.requireSoundBooks()
})

test('a balance is not topped up above what it may hold', async () => {
  const topUp = async (actor: Awaited<ReturnType<typeof site.payer>>, priceMinor: number) => {
    const terms = { kind: 'top_up', adId: null, accountId: 'card-eur', country: 'FR', currency: 'EUR' } as const
    const quote = newQuote({ ...terms, priceMinor, billedMinor: priceMinor, pricePointId: null }, testNow)
    return requestTopUp({ locale: 'fr', quote: signQuote(quote) }, { ...context, actor, now: testNow })
  }
  const rich = await site.payerWithBalance(eur(14_000))
  await expect(topUp(rich, 2000)).rejects.toMatchObject({ code: 'cap_reached' })
  await expect(topUp(rich, 1000)).resolves.toMatchObject({ kind: 'open' })
})

// What can go wrong between the site and a company, for every adapter that asks one: nobody is charged twice, and who
// paid has what she paid for once the company can be asked. The company's own books say what it took.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findContactPage } from '../../lib/checkout/contact-page-queries.ts'
import { askForRefunds } from '../../lib/claims/ask-for-refund.ts'
import { refundPurchase } from '../../lib/claims/refund-purchase.ts'
import { eur } from '../../lib/money/money.ts'
import { providerOf } from '../../lib/providers/registry.ts'
import { minute } from '../../lib/time/time.ts'
import { everyCompany, priceMinor } from '../support/companies/every-company.ts'
import { companyNow } from '../support/companies/played-company.ts'
import { faults } from '../support/fault-proxy.ts'
import { type Buying, openTroubledSite, type TroubledSite } from '../support/troubled-site.ts'

describe.each(everyCompany)('$name', (about) => {
  let it: TroubledSite
  const provider = providerOf(about.kind)
  const asks = provider.fetchCharge !== undefined
  beforeAll(async () => {
    it = await openTroubledSite(about)
  })
  afterAll(() => it.close())

  /** The company tells what can only be told, and is asked about the rest. */
  async function settle(buying: Buying, from = 0) {
    if (!asks) for (const charge of it.chargesOf(buying)) await it.tell(charge, companyNow + minute)
    await it.sweep(from)
  }

  async function bought(played = {}) {
    const buying = await it.begin(played)
    await it.press(buying)
    await it.pay(buying)
    await settle(buying)
    expect(it.site.isUnlocked(buying.buyer, buying.ad)).toBe(true)
    return buying
  }

  describe.each(faults)('%s', (fault) => {
    test('while the charge is opened: pressed twice more, the payer is charged once', async () => {
      const buying = await it.begin()
      it.proxy.become(fault, about.kind === 'btcpay' ? 'writes' : 'all')
      await it.press(buying)
      it.proxy.become('none')
      await it.press(buying, { again: true })
      await it.press(buying, { now: companyNow + minute / 2 })
      await it.proxy.deliverBelated()
      await it.pay(buying)
      await settle(buying)
      await it.requireOnePayment(buying)
    })

    const spoiled =
      about.way === 'code' || about.kind === 'paysafecard' ? (['all', 'writes'] as const) : (['all'] as const)
    test.each(spoiled)('while the payment is finished or asked about (%s): it comes, once', async (which) => {
      const buying = await it.begin()
      await it.press(buying)
      it.proxy.become(fault, which)
      await it.pay(buying)
      await it.sweep(0, 1)
      it.proxy.become('none')
      await it.proxy.deliverBelated()
      const typed = about.way === 'code' || about.way === 'call'
      const refusal = typed ? await it.type(buying, companyNow + 2 * minute) : undefined
      await settle(buying, 1)
      if (!asks && about.way === 'call' && refusal) return it.requireDoubt(buying, refusal)
      await it.requireOnePayment(buying)
      // What was lost on the way arrives after all, twice.
      for (const charge of it.chargesOf(buying)) {
        for (const now of [1, 2]) await it.tell(charge, companyNow + now * 1000)
      }
      await it.requireOnePayment(buying)
    })

    if (about.way !== 'bill') {
      test('a payer who gives up is charged nothing and has nothing', async () => {
        const buying = await it.begin()
        it.proxy.become(fault)
        await it.press(buying)
        await it.sweep(0, 2)
        it.proxy.become('none')
        await it.proxy.deliverBelated()
        await settle(buying, 2)
        await it.requireNothing(buying)
      })
    }

    if (provider.refundCharge) {
      test('while money is given back: it is given back once', async () => {
        const buying = await bought()
        it.proxy.become(fault, 'writes')
        await giveBack(buying)
        it.proxy.become('none')
        for (const turn of [2, 8]) await askForRefunds(companyNow + turn * minute)
        await it.proxy.deliverBelated()
        expect(
          it
            .company()
            .refunds()
            .map(({ minor }) => minor),
        ).toEqual([priceMinor])
        expect(it.site.walletOf(buying.buyer)).toBe(0)
        await it.site.requireSoundBooks()
      })
    }
  })

  if (about.kind === 'stripe' || about.kind === 'mollie') {
    test.each(faults)('the bank takes it back, and the company cannot be asked at once: %s', async (fault) => {
      const buying = await bought()
      const [charge] = it.chargesOf(buying)
      if (!charge) throw new Error('nothing was bought')
      it.company().takeBack?.(charge.correlator)
      it.proxy.become(fault)
      const first = await it.tell(charge, companyNow + minute)
      it.proxy.become('none')
      // A company that was told to come back comes back.
      if (first >= 500) await it.tell(charge, companyNow + 2 * minute)
      await it.sweep()
      expect(it.site.isUnlocked(buying.buyer, buying.ad)).toBe(false)
      expect(it.site.row('select reversed_minor as back from charges where id = ?', charge.id)).toEqual({
        back: priceMinor,
      })
      await it.site.requireSoundBooks()
    })
  }

  describe.runIf(asks || about.way === 'bill')('the control', () => {
    if (asks) {
      test('with nobody asking, who paid while the answers were lost stays without access', async () => {
        const buying = await it.begin()
        if (about.way !== 'bill') await it.press(buying)
        it.proxy.become('silence')
        await (about.way === 'bill' ? it.press(buying) : it.pay(buying))
        it.proxy.become('none')
        expect(it.site.isUnlocked(buying.buyer, buying.ad)).toBe(false)
        // What a prepaid card or a code has only reserved is not taken unless somebody asks.
        const isTakenAtOnce = about.kind !== 'paysafecard' && about.way !== 'code'
        expect(it.company().debits()).toHaveLength(isTakenAtOnce ? 1 : 0)
      })
    }

    if (about.way === 'bill') {
      test('a company that does not know a repeated question bills twice, and its books say so', async () => {
        const buying = await it.begin({ isForgetful: true })
        it.proxy.become('silence')
        await it.press(buying)
        // Nor can it be asked what it has: the same question is put once more.
        await it.press(buying, { now: companyNow + minute / 2 })
        expect(it.company().debits()).toHaveLength(2)
      })
    }

    // With a code, the access token is asked for by a write too, and takes the fault.
    if (provider.refundCharge && about.way !== 'code') {
      test('a company that does not know a repeated refund makes it twice, and its books say so', async () => {
        const buying = await bought({ isForgetful: true })
        it.proxy.become('silence', 'writes')
        await giveBack(buying)
        it.proxy.become('none')
        await askForRefunds(companyNow + 8 * minute)
        expect(it.company().refunds().length).toBeGreaterThan(1)
      })
    }
  })

  // The demonstration's company can only be asked by a reference it has given.
  if (about.way === 'page' && about.kind !== 'sim_card') {
    test('paid on two pages, one of which was thought lost: one access, and the other on the balance', async () => {
      const buying = await it.begin()
      it.proxy.become('silence', 'writes')
      await it.press(buying)
      it.proxy.become('none')
      await it.press(buying, { now: companyNow + minute / 2 })
      for (const { correlator } of it.chargesOf(buying)) it.company().pay(correlator)
      await it.sweep()
      expect(it.company().debits()).toHaveLength(2)
      expect(it.site.isUnlocked(buying.buyer, buying.ad)).toBe(true)
      expect(it.site.walletOf(buying.buyer)).toBe(priceMinor)
      await it.site.requireSoundBooks()
    })
  }

  test('a company that hangs holds up nobody else', async () => {
    const buying = await it.begin()
    if (about.way === 'call') await it.press(buying)
    it.proxy.become('hang')
    const ended: string[] = []
    const noted = (about.way === 'call' ? it.pay(buying) : it.press(buying)).then(() => ended.push('the company'))
    await it.proxy.hanging()
    const other = await it.site.addAd({ price: eur(priceMinor) })
    const payer = await it.site.payerWithBalance(eur(priceMinor))
    const page = findContactPage({ ref: other.ref, payer, country: 'FR', locale: 'fr', now: companyNow })
    ended.push(page?.kind === 'for_sale' ? 'a page' : 'no page')
    const sold = await it.site.buy(payer, it.site.quote(other, 'wallet-eur'))
    ended.push(sold.kind)
    it.proxy.become('none')
    it.proxy.letGo()
    await noted
    expect(ended).toEqual(['a page', 'settled', 'the company'])
  })

  function giveBack(buying: Buying) {
    const purchaseId = it.chargesOf(buying)[0]?.purchaseId ?? ''
    return refundPurchase({
      ...{ purchaseId, amountMinor: priceMinor, destination: 'provider', reason: 'dead number', actor: 'system' },
      now: companyNow,
    })
  }
})

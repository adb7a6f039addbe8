import { expect } from 'vitest'
import { writer } from '../../db/client.ts'
import { commit } from '../../db/commit.ts'
import { enterCode } from '../../lib/checkout/enter-code.ts'
import { receiveCallback } from '../../lib/checkout/receive-callback.ts'
import { requestUnlock } from '../../lib/checkout/request-unlock.ts'
import { sweepCharges } from '../../lib/checkout/sweep-charges.ts'
import { isDomainError } from '../../lib/errors/domain-error.ts'
import { eur } from '../../lib/money/money.ts'
import type { Payer } from '../../lib/payers/payers.ts'
import { callbackUrl, type ProviderContract } from '../../lib/providers/accounts.ts'
import { changeAccountSettings, insertAccount } from '../../lib/providers/accounts-store.ts'
import type { Charge } from '../../lib/purchases/purchases.ts'
import { listCharges } from '../../lib/purchases/purchases-queries.ts'
import { minute } from '../../lib/time/time.ts'
import { type Heard, startAnsweringServer, type Told } from './answering-server.ts'
import { type CompanyCase, priceMinor } from './companies/every-company.ts'
import { companyNow, type Played, type PlayedCompany } from './companies/played-company.ts'
import { startFaultProxy } from './fault-proxy.ts'
import { providerAccount } from './provider-account.ts'
import { openTestSite, type TestAd } from './test-site.ts'
import { holdTimeouts } from './virtual-timeouts.ts'

const accountId = 'company'
/** Asking again after 1, 5, 15 and 60 minutes, with some room. */
const turns = [2, 8, 24, 90]

export type Buying = Readonly<{ ad: TestAd; buyer: Payer; quotes: string[] }>

/** A site with one account of one company, which a test plays, and a proxy between the two that spoils what passes. */
export async function openTroubledSite(about: CompanyCase) {
  const site = await openTestSite()
  const timeouts = holdTimeouts()
  const server = await startAnsweringServer()
  const proxy = await startFaultProxy(server.origin, { expire: timeouts.expire, spares: about.spares })
  await commit([insertAccount(accountOf(about, proxy.origin), companyNow)])
  let company: PlayedCompany = about.play()
  let round = 0

  /** A company whose books are empty, and nothing left over from the test before. */
  async function begin(played: Played = {}): Promise<Buying> {
    round += 1
    proxy.become('none')
    company = about.play({ ...played, origin: proxy.origin })
    server.answer((request) => answerOr500(company, request))
    await commit([changeAccountSettings(accountId, about.settings(proxy.origin, round))])
    const database = writer().$client
    database.exec(
      "update charges set next_check_at = null; update refund_attempts set next_try_at = null where state = 'asking'",
    )
    database.prepare('update provider_accounts set failures = 0, rests_until = null').run()
    return { ad: await site.addAd({ price: eur(priceMinor) }), buyer: await site.payer(), quotes: [] }
  }

  const context = (buyer: Payer, now: number) =>
    ({ actor: buyer, now, locale: 'fr', address: `192.0.2.${round % 250}` }) as const

  /** Presses the button: with a price just read, or with the same as before. */
  async function press({ ad, buyer, quotes }: Buying, how: Readonly<{ now?: number; again?: boolean }> = {}) {
    const { now = companyNow, again = false } = how
    const pricePointId = about.ladder?.[0]?.id
    if (!again) quotes.push(site.quote(ad, accountId, { now, ...(pricePointId ? { pricePointId } : {}) }))
    const quote = quotes.at(-1) ?? ''
    const { msisdn } = about
    return unlessRefused(requestUnlock({ locale: 'fr', quote, waiver: true, msisdn }, context(buyer, now)))
  }

  const chargesOf = ({ quotes }: Buying): readonly Charge[] => {
    const [quote] = quotes
    return quote === undefined ? [] : listCharges(site.chargeOf(quote).purchaseId)
  }
  /** The charge whose page, code or number the payer sees. */
  const shown = (buying: Buying) => chargesOf(buying).findLast(({ opening }) => opening !== null)

  /** She types what she read or heard. @returns Why it was refused. */
  async function type(buying: Buying, now: number): Promise<string | undefined> {
    const id = chargesOf(buying)[0]?.purchaseId ?? ''
    const code = company.code?.() ?? ''
    const entered = await unlessRefused(enterCode({ locale: 'fr', id, code }, context(buying.buyer, now)))
    return typeof entered === 'string' ? entered : undefined
  }

  /** She does what she was shown: pays on the page, rings, types the code. */
  async function pay(buying: Buying, now = companyNow + minute): Promise<string | undefined> {
    const charge = shown(buying)
    if (about.way === 'bill' || !charge) return undefined
    company.pay(charge.correlator)
    return about.way === 'page' ? undefined : type(buying, now)
  }

  /** The company says by itself what became of a charge. @returns The status of our reply; 0 where it says nothing. */
  async function tell(charge: Charge, now: number): Promise<number> {
    const told = company.callback?.(charge.correlator)
    if (!told) return 0
    const url = new URL(callbackUrl(accountId))
    const { reply } = await receiveCallback(
      { accountId, token: url.pathname.split('/').at(-1) ?? '' },
      {
        ...{ method: 'POST', url: url.href, headers: told.headers ?? {}, body: Buffer.from(told.body) },
        ...{ address: '192.0.2.200', receivedAt: now },
      },
    )
    return reply.status
  }

  async function sweep(from = 0, to = turns.length): Promise<void> {
    for (const turn of turns.slice(from, to)) await sweepCharges(companyNow + turn * minute)
  }

  /** Exactly one payment in the company's books, the access, and the same in ours. */
  async function requireOnePayment(buying: Buying): Promise<void> {
    const { ad, buyer } = buying
    expect(company.debits().map(({ minor }) => minor)).toEqual([priceMinor])
    expect(site.isUnlocked(buyer, ad)).toBe(true)
    const charges = chargesOf(buying)
    expect(charges.filter(({ state }) => state === 'paid').map(({ paidMinor }) => paidMinor)).toEqual([priceMinor])
    const id = charges[0]?.purchaseId
    expect(site.row('select state, paid_minor as paid from purchases where id = ?', id)).toEqual({
      ...{ state: 'settled', paid: priceMinor },
    })
    expect(site.count('ledger_transactions', `purchase_id = '${id}'`)).toBe(1)
    expect(site.walletOf(buyer)).toBe(0)
    await site.requireSoundBooks()
  }

  /** Nothing was taken, so nothing was given, and the books do not move. */
  async function requireNothing(buying: Buying): Promise<void> {
    expect(company.debits()).toEqual([])
    expect(site.isUnlocked(buying.buyer, buying.ad)).toBe(false)
    const charges = chargesOf(buying)
    expect(charges.filter(({ state }) => state === 'paid')).toEqual([])
    expect(site.count('ledger_transactions', `purchase_id = '${charges[0]?.purchaseId}'`)).toBe(0)
    await site.requireSoundBooks()
  }

  /** Nobody can say whether the code is spent: nothing is given, she is told so, and the journal has it. */
  async function requireDoubt(buying: Buying, refusal: string): Promise<void> {
    expect(refusal).toBe('code_refused code_unanswered')
    expect(site.isUnlocked(buying.buyer, buying.ad)).toBe(false)
    const [charge] = chargesOf(buying)
    expect(site.count('audit_log', `action = 'code_unanswered' and subject = 'charge:${charge?.id}'`)).toBe(1)
    // The code itself is money.
    expect(site.count('audit_log', `detail like '%${company.code?.()}%'`)).toBe(0)
    await site.requireSoundBooks()
  }

  return {
    ...{ requireDoubt },
    ...{ site, proxy, accountId, begin, press, pay, type, tell, sweep, shown, chargesOf, requireOnePayment },
    ...{ requireNothing },
    company: () => company,
    close: async () => {
      timeouts.restore()
      await proxy.close()
      await server.close()
      site.close()
    },
  }
}

export type TroubledSite = Awaited<ReturnType<typeof openTroubledSite>>

/** A test that plays a company badly must not wait for an answer. */
function answerOr500(company: PlayedCompany, request: Heard): Told {
  try {
    return company.answer(request)
  } catch (error) {
    return { status: 500, body: `the played company: ${error}` }
  }
}

/** A refusal in our own words is an answer; anything else is a defect. @returns What was done, or the refusal's code. */
async function unlessRefused<Done>(work: Promise<Done>): Promise<Done | string> {
  try {
    return await work
  } catch (error) {
    if (isDomainError(error)) return [error.code, ...error.fields.map(({ code }) => code)].join(' ')
    throw error
  }
}

function accountOf(about: CompanyCase, origin: string): ProviderContract {
  return providerAccount({
    ...{ id: accountId, kind: about.kind, rail: about.rail, ladder: about.ladder ?? null },
    ...{ terms: { commissionBp: 1000, fixedMinor: 0 }, payoutDelayDays: 30, settings: about.settings(origin, 0) },
  })
}

import { reader } from '../../db/client.ts'
import { cancelPurchase } from '../../lib/checkout/cancel-purchase.ts'
import { expirePurchases } from '../../lib/checkout/sweep-charges.ts'
import { refundPurchase } from '../../lib/claims/refund-purchase.ts'
import { isConflict } from '../../lib/errors/conflict.ts'
import { isDomainError } from '../../lib/errors/domain-error.ts'
import { eur } from '../../lib/money/money.ts'
import type { Payer } from '../../lib/payers/payers.ts'
import type { Observation } from '../../lib/providers/provider.ts'
import type { Charge } from '../../lib/purchases/purchases.ts'
import { hour } from '../../lib/time/time.ts'
import { type openTestSite, type TestAd, testNow } from './test-site.ts'

type Site = Awaited<ReturnType<typeof openTestSite>>

export const priceMinor = 300

/** What can happen to one purchase: what its provider says, what staff and payer do, and the clock. */
export type PurchaseEvent =
  | Readonly<{ is: 'state'; state: 'pending' | 'authorized' | 'failed' | 'expired' | 'cancelled' }>
  /** Money under one of the provider's references; `twin` is the same payment said in another event. */
  | Readonly<{ is: 'paid'; reference: string; minor: number; twin?: boolean }>
  | Readonly<{ is: 'reversed'; reference: string; minor: number; totalMinor: number }>
  | Readonly<{ is: 'refund'; minor: number }>
  | Readonly<{ is: 'unknown_reference' | 'wrong_mode' | 'clock' | 'payer_cancels' }>

export const providerEvents: readonly PurchaseEvent[] = [
  ...(['pending', 'authorized', 'failed', 'expired', 'cancelled'] as const).map(
    (state) => ({ is: 'state', state }) as const,
  ),
  { is: 'paid', reference: 'first', minor: priceMinor },
  { is: 'paid', reference: 'first', minor: priceMinor, twin: true },
  { is: 'paid', reference: 'second', minor: priceMinor },
  { is: 'paid', reference: 'short', minor: 120 },
  { is: 'paid', reference: 'over', minor: 450 },
  { is: 'reversed', reference: 'first', minor: priceMinor, totalMinor: 100 },
  { is: 'reversed', reference: 'first', minor: priceMinor, totalMinor: priceMinor },
  { is: 'reversed', reference: 'second', minor: priceMinor, totalMinor: priceMinor },
  { is: 'reversed', reference: 'short', minor: 120, totalMinor: 120 },
  { is: 'reversed', reference: 'over', minor: 450, totalMinor: 350 },
  { is: 'reversed', reference: 'over', minor: 450, totalMinor: 450 },
  { is: 'unknown_reference' },
  { is: 'wrong_mode' },
  { is: 'clock' },
  { is: 'payer_cancels' },
]
export const refundEvents: readonly PurchaseEvent[] = [
  { is: 'refund', minor: 100 },
  { is: 'refund', minor: priceMinor },
]
export const everyEvent: readonly PurchaseEvent[] = [...providerEvents, ...refundEvents]

/** How an event reads in a failure: the order that broke is printed in these words. */
export function nameOf(event: PurchaseEvent): string {
  switch (event.is) {
    case 'state':
      return event.state
    case 'paid':
      return `paid ${event.reference} ${event.minor}${event.twin ? ' (said again)' : ''}`
    case 'reversed':
      return `taken back ${event.reference} ${event.totalMinor}`
    case 'refund':
      return `refund ${event.minor}`
    default:
      return event.is
  }
}

export type Trial = Readonly<{ site: Site; ad: TestAd; buyer: Payer; charge: Charge; key: string }>

/** A purchase that waits for its payer, alone with its own payer and ad. */
export async function beginTrial(site: Site, accountId: string): Promise<Trial> {
  const ad = await site.addAd({ price: eur(priceMinor) })
  const buyer = await site.payer()
  const token = site.quote(ad, accountId)
  await site.buy(buyer, token)
  const charge = site.chargeOf(token)
  return { site, ad, buyer, charge, key: charge.id }
}

/**
 * Lets an event happen. The same event has the same id each time, as a provider repeats itself; `copy` makes it look
 * like news: another id and another reference.
 */
export async function happen(trial: Trial, event: PurchaseEvent, copy = ''): Promise<void> {
  const { site, charge, buyer } = trial
  const context = { actor: buyer, now: testNow, locale: 'fr', address: '192.0.2.1' } as const
  if (event.is === 'clock') return expirePurchases(testNow + hour)
  if (event.is === 'payer_cancels') {
    await cancelPurchase({ id: charge.purchaseId, locale: 'fr' }, context)
  } else if (event.is === 'refund') {
    const wanted = { purchaseId: charge.purchaseId, amountMinor: event.minor, reason: 'dead', actor: 'system' }
    await orRefused(refundPurchase({ ...wanted, now: testNow }))
  } else {
    await untilTaken(() => site.deliver(charge, said(trial, event, copy)))
  }
}

/** A provider tries again after an answer that is no success; so does this. */
async function untilTaken(deliver: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await deliver()
      return
    } catch (error) {
      if (!isConflict(error) || tries === 20) throw error
    }
  }
}

/** A refund that nothing was sold for, or of more than is left, is refused; that is an answer too. */
async function orRefused(refund: Promise<unknown>): Promise<void> {
  try {
    await refund
  } catch (error) {
    if (!isDomainError(error) && !isConflict(error)) throw error
  }
}

type Said = Exclude<PurchaseEvent, Readonly<{ is: 'refund' }>>

function said({ site, charge, key }: Trial, event: Said, copy: string): Observation {
  const eventId = `${key}:${nameOf(event)}${copy}`
  switch (event.is) {
    case 'state':
      return site.paid(charge, { eventId, reference: undefined, state: event.state, amount: undefined })
    case 'paid':
    case 'reversed':
      return site.paid(charge, {
        eventId,
        reference: `${key}-${event.reference}${copy}`,
        amount: eur(event.minor),
        ...(event.is === 'reversed' ? { reversedMinor: event.totalMinor } : {}),
      })
    case 'wrong_mode':
      return site.paid(charge, { eventId, reference: `${key}-live`, isTest: false })
    default:
      return site.paid(charge, { eventId, reference: `${key}-nobody`, correlator: 'nobody' })
  }
}

/** Where the money of one purchase lies, in minor units; `came` is what providers owe us and kept. */
export type Books = Readonly<{ came: number; sale: number; wallet: number; suspense: number; loss: number }>

/** The entries of one purchase, and of what came beside it and matched nothing, by kind of account. */
export function booksOf({ charge, key }: Trial): Books {
  const rows = reader()
    .$client.prepare(
      `select substr(e.account, 1, instr(e.account, ':') - 1) as kind, sum(e.amount_minor) as sum
       from ledger_entries e join ledger_transactions t on t.id = e.transaction_id
       where t.purchase_id = ? or t.source_id like ? group by 1`,
    )
    .all(charge.purchaseId, `${charge.accountId}:${key}:%`) as { kind: string; sum: number }[]
  const sum = (...kinds: string[]) =>
    rows.filter(({ kind }) => kinds.includes(kind)).reduce((total, row) => total + row.sum, 0)
  const known = ['provider', 'commission', 'revenue', 'vat', 'wallet', 'suspense', 'loss']
  const stray = rows.find(({ kind }) => !known.includes(kind))
  if (stray) throw new Error(`money of a purchase lies where nobody looked: ${stray.kind}`)
  return {
    came: sum('provider', 'commission'),
    sale: -sum('revenue', 'vat') || 0,
    wallet: -sum('wallet') || 0,
    suspense: -sum('suspense') || 0,
    loss: sum('loss'),
  }
}

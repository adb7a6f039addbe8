import { type CompanyCharge, findCharge } from '../../company-store.ts'
import { testCards } from '../../test-cards.ts'
import { addRecord, findRecord } from '../company-records.ts'

/** A charge to a card that was kept, with whose it is. */
export type CardUse = Readonly<{ customer: string; method: string }>

/** Notes that the card of a session is to be kept. */
export function noteKeeping(charge: CompanyCharge, at: number): void {
  addRecord('stripe', { id: `keeps:${charge.id}`, body: {}, at })
}

export function isKeeping(charge: CompanyCharge): boolean {
  return findRecord('stripe', `keeps:${charge.id}`) !== undefined
}

export function noteUse(charge: CompanyCharge, use: CardUse, at: number): void {
  addRecord('stripe', { id: `use:${charge.id}`, body: use, at })
}

/** The kept card that a charge is made to; undefined for one made in a session. */
export function useOf(charge: CompanyCharge): CardUse | undefined {
  return findRecord<CardUse>('stripe', `use:${charge.id}`)
}

/** The charge in whose session a card was kept that may still be charged. */
export function keptIn(method: string): CompanyCharge | undefined {
  const charge = findCharge(method.replace(/^pm_/, ''))
  const isThere = charge?.status === 'paid' && isKeeping(charge) && !findRecord('stripe', `detached:${method}`)
  return isThere ? charge : undefined
}

/** @returns false when it is not kept, or not any more. */
export function detach(method: string, at: number): boolean {
  return keptIn(method) !== undefined && addRecord('stripe', { id: `detached:${method}`, body: {}, at })
}

/** The card a charge was made to, as Stripe describes it; nothing of its number is known but how it behaves. */
export function methodOf(charge: CompanyCharge) {
  const outcome = charge.payer?.replace(/^card:/, '')
  const last4 = testCards.find((card) => card.outcome === outcome)?.number.slice(-4) ?? '0000'
  const use = useOf(charge)
  return {
    id: use?.method ?? `pm_${charge.id}`,
    object: 'payment_method',
    customer: use?.customer ?? (isKeeping(charge) ? `cus_${charge.id}` : null),
    card: { brand: 'visa', last4, exp_month: 12, exp_year: 2031 },
  }
}

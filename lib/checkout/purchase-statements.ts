import type { FailureCode, SettlementNote } from '../money/rails.ts'
import type { Charge, Purchase } from '../purchases/purchases.ts'

/**
 * One sentence a payer may be told, named by what the books prove. The words live in the messages under
 * `checkout.statement`; a sentence about money is only ever chosen here.
 */
export type Statement = Readonly<{
  code:
    | 'open'
    | 'open_late'
    | 'open_over'
    | 'topped_up'
    | 'posted'
    | 'boosted'
    | 'service_late'
    | 'expired_service'
    | 'cancelled_service'
    | 'kept_service_duplicate'
    | 'kept_service_unavailable'
    | 'waiting'
    | 'pending'
    | 'unreachable'
    | 'expired_nothing_received'
    | 'cancelled_nothing_received'
    | 'kept_duplicate'
    | 'kept_partial'
    | 'kept_ad_unavailable'
    | 'kept_over'
    | 'reversed'
    | 'refunded'
    | `failed_${FailureCode}`
  /** Minor units of the purchase's currency, where the sentence names an amount. */
  amountMinor?: number
  chargeId?: string
}>

/** A charge counts as never received only while no money of it is in the books. */
export function statementsOf(purchase: Purchase, charges: readonly Charge[]): readonly Statement[] {
  return [
    ...stateStatements(purchase, charges),
    ...charges.flatMap((charge) => chargeStatements(charge, isForAd(purchase))),
    ...givenBack(purchase),
  ]
}

function stateStatements(purchase: Purchase, charges: readonly Charge[]): Statement[] {
  if (purchase.state === 'settled') {
    if (purchase.reversedMinor >= purchase.paidMinor && purchase.paidMinor > 0) return []
    if (purchase.kind === 'top_up') return [{ code: 'topped_up', amountMinor: purchase.paidMinor }]
    if (isForAd(purchase)) return [...serviceStatement(purchase), ...overStatement(purchase)]
    if (purchase.note === 'late') return [{ code: 'open_late' }]
    return [{ code: 'open' }, ...overStatement(purchase)]
  }
  const isAnythingPaid = charges.some((charge) => charge.paidMinor > 0)
  if (isAnythingPaid) return []
  const isService = isForAd(purchase)
  if (purchase.state === 'expired') return [{ code: isService ? 'expired_service' : 'expired_nothing_received' }]
  if (purchase.state === 'cancelled') return [{ code: isService ? 'cancelled_service' : 'cancelled_nothing_received' }]
  const last = charges.at(-1)
  if (last?.state === 'pending' || last?.state === 'authorized') return [{ code: 'pending' }]
  if (last?.state === 'created' && last.nextCheckAt !== null) return [{ code: 'unreachable' }]
  return last && last.state !== 'awaiting_payer' ? [] : [{ code: 'waiting' }]
}

/** Bought for an ad, so that no contact opens by it. */
function isForAd({ kind }: Purchase): boolean {
  return kind !== 'reveal' && kind !== 'top_up'
}

function serviceStatement({ kind, note }: Purchase): Statement[] {
  if (note === 'late') return [{ code: 'service_late' }]
  return [{ code: kind === 'post' ? 'posted' : 'boosted' }]
}

function overStatement(purchase: Purchase): Statement[] {
  const surplus = purchase.paidMinor - purchase.priceMinor
  return purchase.note === 'over' && surplus > 0 ? [{ code: 'kept_over', amountMinor: surplus }] : []
}

const keptCodes: Readonly<Partial<Record<SettlementNote, Statement['code']>>> = {
  duplicate: 'kept_duplicate',
  partial: 'kept_partial',
  ad_unavailable: 'kept_ad_unavailable',
}

const keptServiceCodes: typeof keptCodes = {
  ...keptCodes,
  duplicate: 'kept_service_duplicate',
  ad_unavailable: 'kept_service_unavailable',
}

function chargeStatements(charge: Charge, isService: boolean): Statement[] {
  const codes = isService ? keptServiceCodes : keptCodes
  const kept = charge.note === null ? undefined : codes[charge.note]
  if (charge.state === 'paid' && kept) return [{ code: kept, amountMinor: charge.paidMinor, chargeId: charge.id }]
  if (charge.state === 'failed')
    return [{ code: `failed_${charge.failureCode ?? 'unknown'}`, amountMinor: charge.billedMinor, chargeId: charge.id }]
  if (charge.state === 'cancelled')
    return [{ code: 'failed_cancelled', amountMinor: charge.billedMinor, chargeId: charge.id }]
  return []
}

function givenBack(purchase: Purchase): Statement[] {
  return [
    ...(purchase.reversedMinor > 0 ? [{ code: 'reversed', amountMinor: purchase.reversedMinor } as const] : []),
    ...(purchase.refundedMinor > 0 ? [{ code: 'refunded', amountMinor: purchase.refundedMinor } as const] : []),
  ]
}

import { commit } from '../../db/commit.ts'
import type { ChargeOpening } from '../providers/provider.ts'
import { findCharge, findPurchase } from '../purchases/purchases-queries.ts'
import { type Beginning, beginCharge, isCardKept } from './begin-charge.ts'
import { findDoubtfulBill, resumeDoubtfulBill } from './doubtful-bill.ts'
import { openCharge } from './open-charge.ts'
import { openWithFailover } from './open-with-failover.ts'
import { findOpenCardCharge } from './saved-cards.ts'

export type PurchaseOutcome = Readonly<{ newDeviceToken: string | undefined }> &
  Readonly<
    | { kind: 'settled'; purchaseId: string }
    | { kind: 'open'; purchaseId: string; opening: ChargeOpening | undefined }
    | { kind: 'already_unlocked'; ref: string }
  >

type Paying = Readonly<{ msisdn: string | undefined; paymentProof?: string | undefined }>

/**
 * Commits the purchase with its consent and a `created` charge, then asks the provider, outside any write.
 *
 * A kept card may be charged by the asking alone. So while one press is under way, or its answer was lost and only the
 * sweeper will know, another press for the same purchase, from whichever page, leads to that charge and begins none. A
 * telephone bill in the same doubt is asked about, and asked for again as the same charge.
 *
 * @throws Conflict when the purchase changed under it; nothing was asked then, and the caller decides again.
 */
export async function payThroughProvider(
  beginning: Beginning,
  { msisdn, paymentProof }: Paying,
): Promise<PurchaseOutcome> {
  const { card, pending, account, ad, quote, locale, now } = beginning
  const { newDeviceToken } = beginning.buyer
  const running = card && pending && findOpenCardCharge(pending.id, card.id)
  if (running) {
    const opening = (running.opening ?? undefined) as ChargeOpening | undefined
    return { kind: 'open', purchaseId: running.purchaseId, opening, newDeviceToken }
  }
  const resumed = await resumeBill(beginning, msisdn)
  if (resumed) return resumed
  const { purchase, charge, steps } = beginCharge(beginning)
  await commit(steps)
  const { pricePointId } = quote
  const opened = await openWithFailover({
    beginning,
    opening: {
      purchase,
      charge,
      account,
      pricePointId,
      adRef: ad?.ref,
      msisdn,
      paymentProof,
      savedInstrument: card?.reference,
      saveInstrument: isCardKept(beginning),
      locale,
      now,
    },
  })
  if (card && findPurchase(purchase.id)?.state === 'settled') {
    return { kind: 'settled', purchaseId: purchase.id, newDeviceToken }
  }
  const opening = opened.kind === 'opened' ? opened.opening : undefined
  return { kind: 'open', purchaseId: purchase.id, opening, newDeviceToken }
}

/** @returns undefined where no bill of this purchase is in doubt. */
async function resumeBill(beginning: Beginning, msisdn: string | undefined): Promise<PurchaseOutcome | undefined> {
  const { pending: purchase, account, ad, quote, locale, now, buyer } = beginning
  const doubtful = purchase && findDoubtfulBill(purchase.id)
  if (!doubtful) return undefined
  const wanted = { accountId: account.id, billedMinor: quote.billedMinor, now }
  const resumed = await resumeDoubtfulBill(doubtful, wanted)
  if (resumed.kind === 'begin') return undefined
  if (resumed.kind === 'open_again') {
    const { charge } = resumed
    await openCharge({
      ...{ purchase, charge, account, pricePointId: quote.pricePointId, adRef: ad?.ref, msisdn, locale, now },
    })
  }
  const { newDeviceToken } = buyer
  const purchaseId = purchase.id
  if (findPurchase(purchaseId)?.state === 'settled') return { kind: 'settled', purchaseId, newDeviceToken }
  const opening = (findCharge(doubtful.id)?.opening ?? undefined) as ChargeOpening | undefined
  return { kind: 'open', purchaseId, opening, newDeviceToken }
}

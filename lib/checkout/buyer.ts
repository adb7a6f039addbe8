import type { Step } from '../../db/commit.ts'
import { deviceHashOf, firstDeviceToken, firstPayerId, type Payer } from '../payers/payers.ts'
import { insertDevice } from '../payers/payers-store.ts'

/** Who buys with this request, decided before anything is written. */
export type Buyer = Readonly<{
  payerId: string
  payerIds: readonly string[]
  memberId: string | undefined
  deviceHash: string
  /** Set when the browser is new: the cookie to give it. */
  newDeviceToken: string | undefined
}>

/** The browser's own payer, or for a new browser one derived from the quote it answers. */
export function buyerOf(payer: Payer, quoteId: string): Buyer {
  const own = payer.payerIds[0]
  if (payer.deviceHash !== undefined && own !== undefined) {
    return {
      payerId: own,
      payerIds: payer.payerIds,
      memberId: payer.memberId,
      deviceHash: payer.deviceHash,
      newDeviceToken: undefined,
    }
  }
  const newDeviceToken = firstDeviceToken(quoteId)
  // A member on a new browser buys as her account; the browser becomes known all the same.
  const payerId = own ?? firstPayerId(quoteId)
  return {
    payerId,
    payerIds: own === undefined ? [payerId] : payer.payerIds,
    memberId: payer.memberId,
    deviceHash: deviceHashOf(newDeviceToken),
    newDeviceToken,
  }
}

/** What keeps a new browser; nothing for one already known. */
export function buyerSteps(buyer: Buyer, now: number): Step[] {
  if (buyer.newDeviceToken === undefined) return []
  return insertDevice({ deviceHash: buyer.deviceHash, payerId: buyer.payerId, now, memberId: buyer.memberId })
}

import { commit } from '../../db/commit.ts'
import { findAccount } from '../providers/accounts-queries.ts'
import { providerOf } from '../providers/registry.ts'
import { type Charge, nextCheckAfter } from '../purchases/purchases.ts'
import { rescheduleCheck } from '../purchases/purchases-store.ts'
import { type Applied, applyObservation } from './apply-observation.ts'
import { askProvider } from './ask-provider.ts'

/**
 * Asks a charge's provider what became of it, and applies the answer. Asked before its turn, such as by the payer's own
 * button, it keeps its turns: they must not be used up by pressing.
 *
 * @returns undefined when nobody could say.
 */
export async function checkCharge(charge: Charge, now: number, onUnreached?: () => void): Promise<Applied | undefined> {
  const account = findAccount(charge.accountId)
  const isDue = charge.nextCheckAt !== null && charge.nextCheckAt <= now
  const provider = account && providerOf(account.kind)
  if (!account || !provider?.fetchCharge) {
    if (isDue) await commit([rescheduleCheck(charge.id, null)])
    return undefined
  }
  if (isDue) await commit([rescheduleCheck(charge.id, nextCheckAfter(charge.checks + 1, now))])
  const { correlator, providerReference } = charge
  const observation = await askProvider(account, {
    reference: providerReference ?? '',
    correlator,
    chargeId: charge.id,
    now,
    ...(onUnreached ? { onUnreached } : {}),
  })
  if (!observation) return undefined
  return applyObservation(account, observation, askedMessage(charge, now))
}

function askedMessage(charge: Charge, now: number) {
  return { method: 'ASK', url: `charge:${charge.id}`, headers: {}, body: new Uint8Array(), receivedAt: now }
}

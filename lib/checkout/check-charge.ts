import { commit } from '../../db/commit.ts'
import { accountContext } from '../providers/accounts.ts'
import { findAccount } from '../providers/accounts-queries.ts'
import type { Observation } from '../providers/provider.ts'
import { providerOf } from '../providers/registry.ts'
import { type Charge, nextCheckAfter } from '../purchases/purchases.ts'
import { rescheduleCheck } from '../purchases/purchases-store.ts'
import { type Applied, applyObservation } from './apply-observation.ts'

/** Asks a charge's provider what became of it, and applies the answer. @returns undefined when nobody could say. */
export async function checkCharge(charge: Charge, now: number): Promise<Applied | undefined> {
  const account = findAccount(charge.accountId)
  const provider = account && providerOf(account.kind)
  if (!account || !provider?.fetchCharge) {
    await commit([rescheduleCheck(charge.id, null)])
    return undefined
  }
  await commit([rescheduleCheck(charge.id, nextCheckAfter(charge.checks + 1, now))])
  let observation: Observation
  try {
    observation = await provider.fetchCharge({
      account: accountContext(account),
      reference: charge.providerReference ?? '',
      correlator: charge.correlator,
      now,
    })
  } catch {
    return undefined
  }
  return applyObservation(account, observation, askedMessage(charge, now))
}

function askedMessage(charge: Charge, now: number) {
  return { method: 'ASK', url: `charge:${charge.id}`, headers: {}, body: new Uint8Array(), receivedAt: now }
}

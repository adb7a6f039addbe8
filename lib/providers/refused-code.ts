import type { FailureCode } from '../money/rails.ts'
import type { Observation, RedeemRequest } from './provider.ts'

/** A code that buys nothing: the charge waits on, and another may be tried. Nothing of it is kept. */
export function refusedCode(
  { account, correlator, now }: RedeemRequest,
  failure: FailureCode = 'invalid_code',
): Observation {
  return {
    eventId: `refused:${correlator}:${now}`,
    reference: undefined,
    correlator,
    state: 'awaiting_payer',
    amount: undefined,
    isTest: account.mode === 'test',
    failure,
    at: now,
  }
}

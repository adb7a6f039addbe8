import { commit } from '../../db/commit.ts'
import type { Millis } from '../time/time.ts'
import { tracingCalls } from './call-trace.ts'
import { recordCall } from './calls-store.ts'

/** Runs a question to a provider and keeps what was said, whatever came of it, for the account's page. */
export function recordCalls<Result>(
  about: Readonly<{ accountId: string; chargeId: string | null; now: Millis }>,
  ask: () => Promise<Result>,
): Promise<Result> {
  return tracingCalls(ask, (calls) => commit(calls.map((call) => recordCall(call, about))))
}

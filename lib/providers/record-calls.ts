import { commit } from '../../db/commit.ts'
import type { Millis } from '../time/time.ts'
import { tracingCalls } from './call-trace.ts'
import { recordCall } from './calls-store.ts'

type About = Readonly<{ accountId: string; chargeId: string | null; now: Millis }>

/** Runs a question to a provider and keeps what was said, whatever came of it, for the account's page. */
export async function recordCalls<Result>(about: About, ask: () => Promise<Result>): Promise<Result> {
  const { outcome, kept } = await beginRecord(about, ask)
  await kept
  if (outcome.status === 'rejected') throw outcome.reason
  return outcome.value
}

/**
 * The same for who commits what came of it at once: begun here and awaited there, both share one sync of the disk.
 *
 * @returns How the question ended, and `kept`, to be awaited beside the caller's own commit.
 */
export async function beginRecord<Result>(
  about: About,
  ask: () => Promise<Result>,
): Promise<Readonly<{ outcome: PromiseSettledResult<Result>; kept: Promise<void> }>> {
  const { outcome, calls } = await tracingCalls(ask)
  const kept = calls.length === 0 ? Promise.resolve() : commit(calls.map((call) => recordCall(call, about)))
  return { outcome, kept }
}

import { anyRows, one, type Step } from '../../db/commit.ts'
import { writeSql } from '../../db/statement.ts'
import { newId } from '../ids/ids.ts'
import { day, type Millis } from '../time/time.ts'
import type { TracedCall } from './call-trace.ts'

const insertCall = writeSql(`insert into provider_calls
  (id, account_id, charge_id, request, status, answer, failure, took_ms, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)`)
const deleteOlder = writeSql('delete from provider_calls where at < ?')

/** How long what was said to providers is kept, for support. What they send us is kept for ever, in the inbox. */
const keptFor = 90 * day

export function recordCall(
  call: TracedCall,
  about: Readonly<{ accountId: string; chargeId: string | null; now: Millis }>,
): Step {
  const { request, status, answer, failure, tookMs } = call
  const { accountId, chargeId, now } = about
  return one(insertCall(newId(), accountId, chargeId, request, status, answer, failure, tookMs, now), 'already_exists')
}

export function forgetOldCalls(now: Millis): Step {
  return anyRows(deleteOlder(now - keptFor))
}

import { commit } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { DomainError } from '../errors/domain-error.ts'
import { UnusableAccount } from '../providers/account-settings.ts'
import { accountContext } from '../providers/accounts.ts'
import { findAccount } from '../providers/accounts-queries.ts'
import type { CallbackReading, Decision, Observation, Trust } from '../providers/provider.ts'
import { providerOf } from '../providers/registry.ts'
import { findInboxMessage } from '../purchases/inbox-queries.ts'
import { applyObservation } from './apply-observation.ts'

/** What an account makes today of a message it was once sent, and what came of applying it again. */
export type Replayed = Readonly<{
  reading: 'refused' | Trust
  observations: readonly Observation[]
  outcome: Decision['outcome'] | undefined
}>

/** Messages that changed nothing when they came: what they speak of may exist by now. */
const withoutEffect: ReadonlySet<string> = new Set(['unknown', 'ignored'])

/**
 * Reads a kept message once more, as the adapter reads now. It has an effect only where it had none: an event that
 * counted once never counts again, and money that waits in suspense is moved from there.
 *
 * @throws DomainError `not_found`.
 */
export async function replayCallback(
  inboxId: string,
  { actor, now }: Readonly<{ actor: string; now: number }>,
): Promise<Replayed> {
  const kept = findInboxMessage(inboxId)
  const account = kept && findAccount(kept.accountId)
  if (!kept || !account) throw new DomainError('not_found')
  const { outcome: before, observation, ...message } = kept
  const reading = readAgain(() =>
    providerOf(account.kind).readCallback?.({ ...message, address: '127.0.0.1' }, accountContext(account)),
  )
  const again =
    observation && withoutEffect.has(before) ? { ...observation, eventId: `${observation.eventId}#${now}` } : undefined
  const applied = again
    ? await applyObservation(account, again, { ...message, method: 'REPLAY', receivedAt: now })
    : undefined
  await commit([
    recordAudit(
      {
        actor,
        action: 'callback_replayed',
        subject: `provider_account:${account.id}`,
        detail: { inboxId, outcome: applied?.outcome ?? null },
      },
      now,
    ),
  ])
  return {
    reading: reading?.kind === 'read' ? reading.trust : 'refused',
    observations: reading?.kind === 'read' ? reading.observations : [],
    outcome: applied?.outcome,
  }
}

function readAgain(read: () => CallbackReading | undefined): CallbackReading | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof UnusableAccount) return undefined
    throw error
  }
}

import { randomBytes } from 'node:crypto'
import { commit } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { isDemo } from '../config/env.ts'
import { DomainError } from '../errors/domain-error.ts'
import { newId } from '../ids/ids.ts'
import type { Millis } from '../time/time.ts'
import { readWebhookUrl } from './webhooks.ts'
import { findEnd } from './webhooks-queries.ts'
import { insertEndpoint } from './webhooks-store.ts'

/** A secret as Standard Webhooks writes it: 32 random bytes. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`
}

/**
 * Adds an address that is told of every purchase settled or refunded from now on.
 *
 * @returns The secret, which nobody can read again.
 * @throws DomainError `invalid_input` for an address that is not https or leads into a private network.
 */
export async function addEndpoint(
  { label, url: typed }: Readonly<{ label: string; url: string }>,
  { actor, now }: Readonly<{ actor: string; now: Millis }>,
): Promise<Readonly<{ id: string; label: string; secret: string }>> {
  const url = readWebhookUrl(typed.trim(), { isDemo: isDemo() })
  if (!url) throw new DomainError('invalid_input', { fields: [{ field: 'url', code: 'invalid_format' }] })
  const id = newId()
  const secret = newWebhookSecret()
  await commit([
    insertEndpoint({ id, label, url, secrets: { current: secret }, ...findEnd(), createdAt: now }),
    recordAudit(
      { actor, action: 'webhook_added', subject: `webhook:${id}`, detail: { label, host: new URL(url).host } },
      now,
    ),
  ])
  return { id, label, secret }
}

import { commit, type Step } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { DomainError } from '../errors/domain-error.ts'
import type { Millis } from '../time/time.ts'
import { newWebhookSecret } from './add-endpoint.ts'
import { oldSecretMs } from './webhooks.ts'
import { findSecrets } from './webhooks-queries.ts'
import { deleteEndpoint, setEndpointSecrets, setEndpointState } from './webhooks-store.ts'

export type EndpointChange = 'paused' | 'active' | 'rotated' | 'deleted'

/**
 * Pauses, resumes or deletes an endpoint, or gives it another secret; messages are signed with the old one as well for
 * a day.
 *
 * @returns The new secret, where there is one: nobody can read it again.
 * @throws DomainError `not_found`.
 */
export async function changeEndpoint(
  id: string,
  { change, actor, now }: Readonly<{ change: EndpointChange; actor: string; now: Millis }>,
): Promise<Readonly<{ label: string; secret: string | undefined }>> {
  const found = findSecrets(id)
  if (!found) throw new DomainError('not_found')
  const { label, secrets } = found
  const secret = change === 'rotated' ? newWebhookSecret() : undefined
  const steps = (): readonly Step[] => {
    if (change === 'deleted') return deleteEndpoint(id)
    if (secret === undefined) return [setEndpointState(id, change === 'paused' ? 'paused' : 'active')]
    const old = { secret: secrets.current, until: now + oldSecretMs }
    return [setEndpointSecrets(id, { current: secret, old })]
  }
  const action = `webhook_${change === 'active' ? 'resumed' : change}`
  await commit([...steps(), recordAudit({ actor, action, subject: `webhook:${id}`, detail: { label } }, now)])
  return { label, secret }
}

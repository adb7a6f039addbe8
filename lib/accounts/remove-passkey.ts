import { commit } from '../../db/commit.ts'
import { listPasskeys } from '../auth/passkeys-queries.ts'
import { deletePasskey } from '../auth/passkeys-store.ts'
import { DomainError } from '../errors/domain-error.ts'
import { isStaff, type Member } from '../members/member.ts'
import { hasTotp } from '../members/members-queries.ts'
import type { Millis } from '../time/time.ts'
import { factorChanged } from './factor-changed.ts'

/**
 * Takes a passkey away. The caller has seen a recent proof.
 *
 * @throws DomainError `not_found`; `last_factor` for staff with nothing else: they must keep one second factor.
 */
export async function removePasskey(member: Member, asked: Readonly<{ passkey: string; now: Millis }>): Promise<void> {
  const keys = listPasskeys(member.id)
  if (!keys.some(({ id }) => id === asked.passkey)) throw new DomainError('not_found')
  if (isStaff(member) && keys.length === 1 && !hasTotp(member.id)) throw new DomainError('last_factor')
  await commit([
    deletePasskey(asked.passkey, member.id),
    ...factorChanged(member, { change: 'passkey_removed', now: asked.now }),
  ])
}

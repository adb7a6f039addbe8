import { commit } from '../../db/commit.ts'
import { newTotpSecret, totpUri } from '../auth/totp.ts'
import { seal, unseal } from '../config/keys.ts'
import { isConflict } from '../errors/conflict.ts'
import { translate } from '../i18n/translator.ts'
import type { Member } from '../members/member.ts'
import { findTotp } from '../members/members-queries.ts'
import { offerTotp } from '../members/members-store.ts'

/** Makes the secret of an authenticator app and keeps it until a code confirms it; one in use stays as it is. */
export async function setUpTotp(member: Member): Promise<void> {
  try {
    await commit([offerTotp(member.id, seal('totp', member.id, newTotpSecret()))])
  } catch (error) {
    if (!isConflict(error, 'state_changed')) throw error
  }
}

/** What the member's app must be told while it is not confirmed; undefined before and after. */
export function findOfferedTotp(member: Member): Readonly<{ secret: string; uri: string }> | undefined {
  const { sealed, confirmedAt } = findTotp(member.id)
  if (!sealed || confirmedAt !== null) return undefined
  const secret = unseal('totp', member.id, sealed)
  const site = translate(member.locale, 'common')('siteName')
  return { secret, uri: totpUri({ site, email: member.email, secret }) }
}

import type { Step } from '../../db/commit.ts'
import { redeemToken } from '../auth/redeem-token.ts'
import type { Millis } from '../time/time.ts'
import { canStaff, type StaffRole, staffRoles } from './member.ts'
import { findMemberById } from './members-queries.ts'

export type OpenInvitation = Readonly<{
  /** Folded. */
  email: string
  role: StaffRole
  invitedBy: string
  /** Use the invitation up; to be committed with what it allows. */
  steps: readonly Step[]
}>

/**
 * Reads the invitation of a link without using it. It counts only while whoever invited may still manage the team: who
 * was sent away must not come back by one of her own.
 *
 * @returns undefined for a link that is used, too old or not ours.
 */
export function readInvitation(token: string, now: Millis): OpenInvitation | undefined {
  const found = redeemToken({ purpose: 'invite_staff', token, now })
  if (found.kind !== 'good') return undefined
  const { subject: email, data, steps } = found
  const role = staffRoles.find((known) => known === data['role'])
  const inviter = findMemberById(data['invitedBy'] ?? '')
  if (!role || !inviter || !canStaff(inviter.staffRole, 'manage_team')) return undefined
  return { email, role, invitedBy: inviter.id, steps }
}

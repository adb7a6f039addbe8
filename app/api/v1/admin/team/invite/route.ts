import { command } from '../../../../../../lib/http/command.ts'
import { staffWith } from '../../../../../../lib/http/require-staff.ts'
import { inviteStaff, inviteStaffInput } from '../../../../../../lib/members/invite-staff.ts'

/** Invites somebody to the team by mail. */
export const POST = command({
  actor: staffWith('manage_team', { recent: true }),
  input: inviteStaffInput,
  limit: 'staff',
  run: (invitation, { actor, now }) => inviteStaff(invitation, { actor, now }),
  respond: () => ({ location: '/admin/team?done=invited', json: {} }),
})

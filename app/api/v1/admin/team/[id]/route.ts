import { command } from '../../../../../../lib/http/command.ts'
import { ownPath } from '../../../../../../lib/http/request-guard.ts'
import { staffWith } from '../../../../../../lib/http/require-staff.ts'
import { changeStaff, changeStaffInput } from '../../../../../../lib/members/change-staff.ts'

/** Changes a role, disables or enables an account, or ends its sessions. */
export const POST = command({
  actor: staffWith('manage_team', { recent: true }),
  input: changeStaffInput,
  limit: 'staff',
  run: ({ id, what, role }, { actor, now }) => {
    const change = what === 'role' ? { what, role: role === undefined || role === 'none' ? null : role } : { what }
    return changeStaff(id, { change, actorId: actor.id, now })
  },
  respond: (_done, _context, { from }) => ({
    location: `${from ? ownPath(from) : '/admin/team'}?done=changed`,
    json: {},
  }),
})

import { z } from 'zod'
import { command } from '../../../../../../../lib/http/command.ts'
import { staffWith } from '../../../../../../../lib/http/require-staff.ts'
import { closeMonth } from '../../../../../../../lib/statements/close-month.ts'

/** Closes the month of a statement whose lines are all explained. */
export const POST = command({
  actor: staffWith('move_money', { recent: true }),
  input: z.object({ id: z.string().max(60) }),
  limit: 'write',
  run: ({ id }, { actor, now }) => closeMonth(id, { actor: `member:${actor.id}`, now }),
  respond: (closing) => ({ location: '/admin/reconciliation?done=closed', json: closing }),
})

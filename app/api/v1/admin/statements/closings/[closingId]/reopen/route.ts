import { z } from 'zod'
import { command } from '../../../../../../../../lib/http/command.ts'
import { staffWith } from '../../../../../../../../lib/http/require-staff.ts'
import { reopenClosedMonth } from '../../../../../../../../lib/statements/reopen-closed-month.ts'

/** Opens a closed month again, with a reason. */
export const POST = command({
  actor: staffWith('move_money', { recent: true }),
  input: z.object({ closingId: z.string().max(60), reason: z.string().trim().min(3).max(300) }),
  limit: 'write',
  run: ({ closingId, reason }, { actor, now }) =>
    reopenClosedMonth(closingId, { reason, actor: `member:${actor.id}`, now }),
  respond: (_done, _context, { closingId }) => ({
    location: '/admin/reconciliation?done=reopened',
    json: { id: closingId },
  }),
})

import { z } from 'zod'
import { command } from '../../../../../../../lib/http/command.ts'
import { staffWith } from '../../../../../../../lib/http/require-staff.ts'
import { takeBackPayout } from '../../../../../../../lib/statements/take-back-payout.ts'

/** Takes back a payout that was noted wrongly, with a reason. */
export const POST = command({
  actor: staffWith('move_money', { recent: true }),
  input: z.object({ id: z.string().max(60), reason: z.string().trim().min(3).max(300) }),
  limit: 'write',
  run: (wrong, { actor, now }) => takeBackPayout(wrong, { actor: `member:${actor.id}`, now }),
  respond: ({ id }) => ({ location: '/admin/reconciliation?done=takenBack', json: { id }, status: 201 }),
})

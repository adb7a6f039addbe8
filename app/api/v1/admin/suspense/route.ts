import { z } from 'zod'
import { command } from '../../../../../lib/http/command.ts'
import { staffWith } from '../../../../../lib/http/require-staff.ts'
import { releaseSuspense, suspenseOutcomes } from '../../../../../lib/statements/release-suspense.ts'

/** Empties one amount out of suspense, with a reason. */
export const POST = command({
  actor: staffWith('move_money', { recent: true }),
  input: z.object({
    item: z.coerce.number().int().positive(),
    outcome: z.enum(suspenseOutcomes),
    reason: z.string().trim().min(3).max(300),
  }),
  limit: 'write',
  run: ({ item, outcome, reason }, { actor, now }) =>
    releaseSuspense({ id: item, outcome, reason }, { actor: `member:${actor.id}`, now }),
  respond: (_done, _context, { item }) => ({ location: '/admin/reconciliation?done=released', json: { id: item } }),
})

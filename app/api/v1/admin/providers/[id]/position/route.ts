import { z } from 'zod'
import { command } from '../../../../../../../lib/http/command.ts'
import { invalidatePages } from '../../../../../../../lib/http/page-tags.ts'
import { staffWith } from '../../../../../../../lib/http/require-staff.ts'
import { moveAccount } from '../../../../../../../lib/providers/move-account.ts'

/** Moves a provider account one place in the order its method is offered in. */
export const POST = command({
  actor: staffWith('change_providers'),
  input: z.object({ id: z.string().max(60), direction: z.enum(['up', 'down']) }),
  limit: 'write',
  run: ({ id, direction }, { actor, now }) => moveAccount(id, { direction, actor: `member:${actor.id}`, now }),
  respond: (_done, _context, { id, direction }) => {
    invalidatePages(['catalogue'])
    return { location: '/admin/providers', json: { id, direction } }
  },
})

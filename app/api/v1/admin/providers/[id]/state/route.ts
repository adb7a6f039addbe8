import { z } from 'zod'
import { command } from '../../../../../../../lib/http/command.ts'
import { invalidatePages } from '../../../../../../../lib/http/page-tags.ts'
import { staffWith } from '../../../../../../../lib/http/require-staff.ts'
import { changeAccountState } from '../../../../../../../lib/providers/change-account-state.ts'

/** Pauses or activates a provider account. */
export const POST = command({
  actor: staffWith('change_providers'),
  input: z.object({ id: z.string().max(60), state: z.enum(['active', 'paused']) }),
  limit: 'write',
  run: ({ id, state }, { actor, now }) => changeAccountState(id, { state, actor: `member:${actor.id}`, now }),
  respond: (_done, _context, { id, state }) => {
    invalidatePages(['catalogue'])
    return { location: '/admin/providers', json: { id, state } }
  },
})

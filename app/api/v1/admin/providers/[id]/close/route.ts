import { z } from 'zod'
import { command } from '../../../../../../../lib/http/command.ts'
import { invalidatePages } from '../../../../../../../lib/http/page-tags.ts'
import { staffWith } from '../../../../../../../lib/http/require-staff.ts'
import { closeAccount } from '../../../../../../../lib/providers/close-account.ts'

/** Ends a contract: nothing new goes through it. */
export const POST = command({
  actor: staffWith('change_providers', { recent: true }),
  input: z.object({ id: z.string().max(60), confirm: z.literal('on') }),
  limit: 'write',
  run: ({ id }, { actor, now }) => closeAccount({ id, actor: `member:${actor.id}`, now }),
  respond: (_done, _context, { id }) => {
    invalidatePages(['catalogue'])
    return { location: `/admin/providers?done=closed`, json: { id } }
  },
})

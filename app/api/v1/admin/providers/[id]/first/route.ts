import { z } from 'zod'
import { command } from '../../../../../../../lib/http/command.ts'
import { invalidatePages } from '../../../../../../../lib/http/page-tags.ts'
import { staffWith } from '../../../../../../../lib/http/require-staff.ts'
import { useAccountFirst } from '../../../../../../../lib/providers/use-account-first.ts'

/** Puts an account before the others of its rail, and activates it. */
export const POST = command({
  actor: staffWith('change_providers'),
  input: z.object({ id: z.string().max(60) }),
  limit: 'write',
  run: ({ id }, { actor, now }) => useAccountFirst(id, { actor: `member:${actor.id}`, now }),
  respond: (_done, _context, { id }) => {
    invalidatePages(['catalogue'])
    return { location: `/admin/providers/compare?done=${encodeURIComponent(id)}`, json: { id } }
  },
})

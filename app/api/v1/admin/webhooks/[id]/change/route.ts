import { z } from 'zod'
import { command } from '../../../../../../../lib/http/command.ts'
import { staffWith } from '../../../../../../../lib/http/require-staff.ts'
import { showSecret } from '../../../../../../../lib/http/show-secret.ts'
import { changeEndpoint } from '../../../../../../../lib/webhooks/change-endpoint.ts'

/** Pauses, resumes or deletes an address, or gives it a new secret, which this answer alone holds. */
export const POST = command({
  actor: staffWith('change_settings', { recent: true }),
  input: z.object({ id: z.string().max(60), change: z.enum(['paused', 'active', 'rotated', 'deleted']) }),
  limit: 'write',
  run: ({ id, change }, { actor, now }) => changeEndpoint(id, { change, actor: `member:${actor.id}`, now }),
  respond: ({ label, secret }, _context, { id, change }) =>
    secret === undefined
      ? { location: `/admin/developers?done=${change}`, json: { id, change } }
      : showSecret({ label, secret }, { path: '/admin/developers', done: change }),
})

import { z } from 'zod'
import { commit } from '../../../../../../../db/commit.ts'
import { command } from '../../../../../../../lib/http/command.ts'
import { ownPath } from '../../../../../../../lib/http/request-guard.ts'
import { staffWith } from '../../../../../../../lib/http/require-staff.ts'
import { deleteView } from '../../../../../../../lib/reports/saved-views-store.ts'

/** Forgets a saved view of one's own. */
export const POST = command({
  actor: staffWith('see_panel'),
  input: z.object({ id: z.string().max(60), from: z.string().max(500).optional() }),
  limit: 'staff',
  run: ({ id }, { actor }) => commit([deleteView(id, actor.id)]),
  respond: (_done, _context, { from }) => ({ location: ownPath(from), json: {} }),
})

import { z } from 'zod'
import { commit } from '../../../../../db/commit.ts'
import { command } from '../../../../../lib/http/command.ts'
import { ownPath } from '../../../../../lib/http/request-guard.ts'
import { staffWith } from '../../../../../lib/http/require-staff.ts'
import { saveView } from '../../../../../lib/reports/saved-views-store.ts'

/** Keeps the filters of a table under a name. */
export const POST = command({
  actor: staffWith('see_panel'),
  input: z.object({
    page: z.string().max(40),
    label: z.string().trim().min(1).max(40),
    query: z.string().max(1000).default(''),
    from: z.string().max(500).optional(),
  }),
  limit: 'staff',
  run: ({ page, label, query }, { actor, now }) => commit([saveView({ memberId: actor.id, page, label, query, now })]),
  respond: (_done, _context, { from }) => ({ location: ownPath(from), json: {} }),
})

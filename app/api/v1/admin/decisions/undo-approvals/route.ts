import { z } from 'zod'
import { command } from '../../../../../../lib/http/command.ts'
import { moderationPath } from '../../../../../../lib/http/moderation-path.ts'
import { invalidatePages } from '../../../../../../lib/http/page-tags.ts'
import { staffWith } from '../../../../../../lib/http/require-staff.ts'
import { undoApprovals } from '../../../../../../lib/moderation/undo-approvals.ts'

/** Undoes what the same person approved in one go. */
export const POST = command({
  actor: staffWith('moderate'),
  input: z.object({ at: z.coerce.number().int(), reason: z.string().max(20).optional() }),
  limit: 'staff',
  run: ({ at }, { actor, now }) => undoApprovals({ at, staffId: actor.id, now }),
  respond: ({ undone, kept, pageTags }, _context, { reason }) => {
    invalidatePages(pageTags)
    return { location: moderationPath({ reason, undone, kept }), json: { undone, kept } }
  },
})

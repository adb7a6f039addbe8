import { z } from 'zod'
import { command } from '../../../../../../../lib/http/command.ts'
import { moderationPath } from '../../../../../../../lib/http/moderation-path.ts'
import { invalidatePages } from '../../../../../../../lib/http/page-tags.ts'
import { ownPath } from '../../../../../../../lib/http/request-guard.ts'
import { staffWith } from '../../../../../../../lib/http/require-staff.ts'
import { undoDecision } from '../../../../../../../lib/moderation/undo-decision.ts'

/** Puts everything back as it was before a decision. */
export const POST = command({
  actor: staffWith('moderate'),
  input: z.object({
    id: z.string().max(60),
    back: z.string().max(500).optional(),
    reason: z.string().max(20).optional(),
  }),
  limit: 'staff',
  run: ({ id }, { actor, now }) => undoDecision({ decisionId: id, staffId: actor.id, now }),
  respond: (undone, _context, { back, reason }) => {
    invalidatePages(undone.pageTags)
    const { caseId, adRef, decisionId } = undone
    const location = back ? ownPath(back) : moderationPath({ case: caseId ?? undefined, reason, done: decisionId })
    return { location, json: { adRef, decisionId } }
  },
})

import { command } from '../../../../../../lib/http/command.ts'
import { moderationPath } from '../../../../../../lib/http/moderation-path.ts'
import { invalidatePages } from '../../../../../../lib/http/page-tags.ts'
import { staffWith } from '../../../../../../lib/http/require-staff.ts'
import { approveCases } from '../../../../../../lib/moderation/approve-cases.ts'
import { approvalInput } from '../../../../../../lib/moderation/decision-input.ts'

/** Approves the ads that were ticked, or all of the list. */
export const POST = command({
  actor: staffWith('moderate'),
  input: approvalInput,
  limit: 'staff',
  run: ({ cases }, { actor, now }) => approveCases({ cases, staffId: actor.id, now }),
  respond: ({ approved, passed, pageTags }, { now }, { reason }) => {
    invalidatePages(pageTags)
    const many = approved === 0 ? undefined : now
    return { location: moderationPath({ reason, many, n: approved, passed }), json: { approved, passed, at: now } }
  },
})

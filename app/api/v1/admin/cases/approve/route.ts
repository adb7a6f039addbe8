import { command } from '../../../../../../lib/http/command.ts'
import { moderationPath } from '../../../../../../lib/http/moderation-path.ts'
import { invalidatePages } from '../../../../../../lib/http/page-tags.ts'
import { staffWith } from '../../../../../../lib/http/require-staff.ts'
import { approveCases } from '../../../../../../lib/moderation/approve-cases.ts'
import { approvalInput } from '../../../../../../lib/moderation/decision-input.ts'
import { findWaitingEdit } from '../../../../../../lib/posting/drafts-queries.ts'

/** Approves the ads that were ticked, or all of the list, without those whose changes nobody has read. */
export const POST = command({
  actor: staffWith('moderate'),
  input: approvalInput,
  limit: 'staff',
  run: ({ cases }, { actor, now }) => {
    const hasUnread = (adId: number) => findWaitingEdit(adId, now) !== undefined
    return approveCases({ cases, hasUnread, staffId: actor.id, now })
  },
  respond: ({ approved, passed, pageTags }, { now }, { reason }) => {
    invalidatePages(pageTags)
    const many = approved === 0 ? undefined : now
    return { location: moderationPath({ reason, many, n: approved, passed }), json: { approved, passed, at: now } }
  },
})

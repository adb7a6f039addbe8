import { command } from '../../../../../../../lib/http/command.ts'
import { moderationPath } from '../../../../../../../lib/http/moderation-path.ts'
import { staffWith } from '../../../../../../../lib/http/require-staff.ts'
import { findCase, findNextCase } from '../../../../../../../lib/moderation/moderation-queries.ts'
import { refuseEditInput } from '../../../../../../../lib/posting/posting-input.ts'
import { refuseEdit } from '../../../../../../../lib/posting/refuse-edit.ts'

/** Keeps an ad as it stands, sends the changes that waited back to their advertiser, and goes on to the next. */
export const POST = command({
  actor: staffWith('moderate'),
  input: refuseEditInput,
  limit: 'staff',
  run: ({ id, explanation, sentAt }, { actor, now }) =>
    refuseEdit({ caseId: id, explanation, sentAt, staffId: actor.id, now }),
  respond: (done, { actor, now }, { id, reason }) => {
    const dueAt = findCase(id)?.dueAt ?? 0
    const next = done.isDone ? findNextCase({ id, dueAt }, { staffId: actor.id, reason, now }) : id
    return { location: moderationPath({ case: next, reason, kept_ad: done.ref }), json: { ...done, next } }
  },
})

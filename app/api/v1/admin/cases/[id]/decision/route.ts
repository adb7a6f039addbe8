import { command } from '../../../../../../../lib/http/command.ts'
import { moderationPath } from '../../../../../../../lib/http/moderation-path.ts'
import { invalidatePages } from '../../../../../../../lib/http/page-tags.ts'
import { staffWith } from '../../../../../../../lib/http/require-staff.ts'
import { decideCase } from '../../../../../../../lib/moderation/decide-case.ts'
import { decisionInput } from '../../../../../../../lib/moderation/decision-input.ts'
import { isGround } from '../../../../../../../lib/moderation/grounds.ts'
import { findCase, findNextCase } from '../../../../../../../lib/moderation/moderation-queries.ts'
import { wordsOfGround } from '../../../../../../../lib/moderation/words-of-ground.ts'

/** Decides about an ad that waits, and goes on to the next. */
export const POST = command({
  actor: staffWith('moderate'),
  input: decisionInput,
  limit: 'staff',
  run: async ({ id, kind, ground, explanation, seenAt }, { actor, now }) => {
    const groundKey = isGround(ground) ? ground : undefined
    const written = explanation.trim() || (groundKey ? wordsOfGround(id, groundKey) : '')
    return decideCase({ caseId: id, kind, groundKey, explanation: written, seenAt, staffId: actor.id, now })
  },
  respond: (done, { actor, now }, { id, reason }) => {
    invalidatePages(done.pageTags)
    const dueAt = findCase(id)?.dueAt ?? 0
    const next = findNextCase({ id, dueAt }, { staffId: actor.id, reason, now })
    const { pageTags: _, ...json } = done
    return { location: moderationPath({ case: next, reason, done: done.decisionId }), json: { ...json, next } }
  },
})

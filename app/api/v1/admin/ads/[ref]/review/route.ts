import { z } from 'zod'
import { command } from '../../../../../../../lib/http/command.ts'
import { moderationPath } from '../../../../../../../lib/http/moderation-path.ts'
import { staffWith } from '../../../../../../../lib/http/require-staff.ts'
import { reviewAd } from '../../../../../../../lib/moderation/review-ad.ts'

/** Puts an ad before staff without anybody having asked, and opens it. */
export const POST = command({
  actor: staffWith('moderate'),
  input: z.object({ ref: z.string().max(12) }),
  limit: 'staff',
  run: ({ ref }, { actor, now }) => reviewAd(ref, { staffId: actor.id, now }),
  respond: ({ caseId }) => ({ location: moderationPath({ case: caseId }), json: { caseId } }),
})

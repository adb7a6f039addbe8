import { command } from '../../../../../../../lib/http/command.ts'
import { invalidatePages } from '../../../../../../../lib/http/page-tags.ts'
import { staffWith } from '../../../../../../../lib/http/require-staff.ts'
import { answerAppeal } from '../../../../../../../lib/moderation/answer-appeal.ts'
import { appealAnswerInput } from '../../../../../../../lib/moderation/decision-input.ts'
import { isGround } from '../../../../../../../lib/moderation/grounds.ts'

/** Answers an appeal; granted, it moves the ad. */
export const POST = command({
  actor: staffWith('moderate'),
  input: appealAnswerInput,
  limit: 'staff',
  run: ({ id, outcome, answer, ground }, { actor, now }) =>
    answerAppeal({
      ...{ appealId: id, outcome, answer, staffId: actor.id, now },
      groundKey: isGround(ground) ? ground : undefined,
    }),
  respond: ({ adRef, pageTags }) => {
    invalidatePages(pageTags)
    return { location: '/admin/appeals?sent=1', json: { adRef } }
  },
})

import { z } from 'zod'
import { command } from '../../../../../../../lib/http/command.ts'
import { moderationPath } from '../../../../../../../lib/http/moderation-path.ts'
import { staffWith } from '../../../../../../../lib/http/require-staff.ts'
import { claimCase } from '../../../../../../../lib/moderation/claim-case.ts'

/** Takes an ad for five minutes: nobody else can decide about it meanwhile. */
export const POST = command({
  actor: staffWith('moderate'),
  input: z.object({ id: z.string().max(60), reason: z.string().max(20).optional() }),
  limit: 'staff',
  run: ({ id }, { actor, now }) => claimCase(id, { staffId: actor.id, now }),
  respond: (until, _context, { id, reason }) => ({ location: moderationPath({ case: id, reason }), json: { until } }),
})

import { z } from 'zod'
import { command } from '../../../../../../../lib/http/command.ts'
import { moderationPath } from '../../../../../../../lib/http/moderation-path.ts'
import { staffWith } from '../../../../../../../lib/http/require-staff.ts'
import { releaseCase } from '../../../../../../../lib/moderation/release-case.ts'

/** Gives an ad back to the others. */
export const POST = command({
  actor: staffWith('moderate'),
  input: z.object({ id: z.string().max(60), reason: z.string().max(20).optional() }),
  limit: 'staff',
  run: ({ id }, { actor }) => releaseCase(id, actor.id),
  respond: (_done, _context, { id, reason }) => ({ location: moderationPath({ case: id, reason }), json: {} }),
})

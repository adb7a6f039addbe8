import { z } from 'zod'
import { command } from '../../../../../../lib/http/command.ts'
import { ownPath } from '../../../../../../lib/http/request-guard.ts'
import { staffWith } from '../../../../../../lib/http/require-staff.ts'
import { unreviewAds } from '../../../../../../lib/moderation/unreview-ads.ts'

/** Takes back what was put before staff in one go. */
export const POST = command({
  actor: staffWith('moderate'),
  input: z.object({ at: z.coerce.number().int(), from: z.string().max(500).optional() }),
  limit: 'staff',
  run: ({ at }, { actor, now }) => unreviewAds({ at, staffId: actor.id, now }),
  respond: ({ count }, _context, { from }) => {
    const path = ownPath(from)
    return { location: `${path}${path.includes('?') ? '&' : '?'}n=${count}`, json: { count } }
  },
})

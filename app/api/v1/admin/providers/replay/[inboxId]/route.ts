import { z } from 'zod'
import { replayCallback } from '../../../../../../../lib/checkout/replay-callback.ts'
import { command } from '../../../../../../../lib/http/command.ts'
import { staffWith } from '../../../../../../../lib/http/require-staff.ts'

/** Reads a kept message again as the adapter reads today. It never counts a second time. */
export const POST = command({
  actor: staffWith('change_providers'),
  input: z.object({ inboxId: z.string().max(60), account: z.string().max(60) }),
  limit: 'write',
  run: ({ inboxId }, { actor, now }) => replayCallback(inboxId, { actor: `member:${actor.id}`, now }),
  respond: ({ reading, outcome, observations }, _context, { account, inboxId }) => ({
    location: `/admin/providers/${account}?done=replayed&reading=${reading}&outcome=${outcome ?? 'none'}#m-${inboxId}`,
    json: { reading, outcome: outcome ?? null, observations },
  }),
})

import { z } from 'zod'
import { command } from '../../../../../../../lib/http/command.ts'
import { staffWith } from '../../../../../../../lib/http/require-staff.ts'
import { sendTest } from '../../../../../../../lib/webhooks/send-test.ts'

/** Sends a test to an address and says whether it was taken. */
export const POST = command({
  actor: staffWith('change_settings'),
  input: z.object({ id: z.string().max(60) }),
  limit: 'write',
  run: ({ id }, { now }) => sendTest(id, now),
  respond: (outcome) => ({
    location: `/admin/developers?done=${outcome === 'delivered' ? 'test_ok' : 'test_failed'}#deliveries`,
    json: { outcome },
  }),
})

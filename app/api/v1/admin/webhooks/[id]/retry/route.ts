import { z } from 'zod'
import { command } from '../../../../../../../lib/http/command.ts'
import { staffWith } from '../../../../../../../lib/http/require-staff.ts'
import { retryDelivery } from '../../../../../../../lib/webhooks/retry-delivery.ts'

/** Sends a message that was not taken once more; `id` is the message's. */
export const POST = command({
  actor: staffWith('change_settings'),
  input: z.object({ id: z.string().max(60) }),
  limit: 'write',
  run: ({ id }, { now }) => retryDelivery(id, now),
  respond: (outcome) => ({ location: '/admin/developers?done=retried#deliveries', json: { outcome } }),
})

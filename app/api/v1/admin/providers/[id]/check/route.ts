import { z } from 'zod'
import { command } from '../../../../../../../lib/http/command.ts'
import { staffWith } from '../../../../../../../lib/http/require-staff.ts'
import { checkAccount } from '../../../../../../../lib/providers/check-account.ts'

/** Asks an account's provider how it is. */
export const POST = command({
  actor: staffWith('change_providers'),
  input: z.object({ id: z.string().max(60) }),
  limit: 'write',
  run: ({ id }, { now }) => checkAccount(id, now),
  respond: (health, _context, { id }) => ({
    location: `/admin/providers/${id}?done=${health.isHealthy ? 'healthy' : 'unhealthy'}`,
    json: health,
  }),
})

import { z } from 'zod'
import { command } from '../../../../../lib/http/command.ts'
import { staffWith } from '../../../../../lib/http/require-staff.ts'
import { showSecret } from '../../../../../lib/http/show-secret.ts'
import { addEndpoint } from '../../../../../lib/webhooks/add-endpoint.ts'

/** Adds an address that is told of settled and refunded purchases. The answer alone holds its secret. */
export const POST = command({
  actor: staffWith('change_settings', { recent: true }),
  input: z.object({ label: z.string().trim().min(1).max(60), url: z.string().max(500) }),
  limit: 'write',
  run: (input, { actor, now }) => addEndpoint(input, { actor: `member:${actor.id}`, now }),
  respond: (made) => ({ ...showSecret(made, { path: '/admin/developers', done: 'added' }), status: 201 }),
})

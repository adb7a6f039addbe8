import { z } from 'zod'
import { command } from '../../../../../lib/http/command.ts'
import { staffWith } from '../../../../../lib/http/require-staff.ts'
import { openAccount } from '../../../../../lib/providers/open-account.ts'

/** Adds an account with a provider, paused. Its settings are the fields `s_<key>` of the adapter's own description. */
export const POST = command({
  actor: staffWith('change_providers', { recent: true }),
  input: z.looseObject({ kind: z.string().max(40) }),
  limit: 'write',
  run: (fields, { actor, now }) => openAccount(fields, { kind: fields.kind, actor: `member:${actor.id}`, now }),
  respond: ({ id }) => ({ location: `/admin/providers/${id}?done=added`, json: { id }, status: 201 }),
})

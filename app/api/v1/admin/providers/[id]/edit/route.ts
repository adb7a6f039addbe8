import { z } from 'zod'
import { command } from '../../../../../../../lib/http/command.ts'
import { invalidatePages } from '../../../../../../../lib/http/page-tags.ts'
import { staffWith } from '../../../../../../../lib/http/require-staff.ts'
import { editAccount } from '../../../../../../../lib/providers/edit-account.ts'

/** Changes what an account covers and its settings. A secret left empty stays. */
export const POST = command({
  actor: staffWith('change_providers', { recent: true }),
  input: z.looseObject({ id: z.string().max(60) }),
  limit: 'write',
  run: (fields, { actor, now }) => editAccount(fields, { id: fields.id, actor: `member:${actor.id}`, now }),
  respond: ({ id }) => {
    invalidatePages(['catalogue'])
    return { location: `/admin/providers/${id}?done=changed`, json: { id } }
  },
})

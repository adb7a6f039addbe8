import { z } from 'zod'
import { command } from '../../../../../../../lib/http/command.ts'
import { staffWith } from '../../../../../../../lib/http/require-staff.ts'
import { setTerms } from '../../../../../../../lib/providers/set-terms.ts'

/** Notes what an account keeps of each payment from a day on. */
export const POST = command({
  actor: staffWith('change_providers'),
  input: z.looseObject({ id: z.string().max(60) }),
  limit: 'write',
  run: (fields, { actor, now }) => setTerms(fields, { id: fields.id, actor: `member:${actor.id}`, now }),
  respond: (_done, _context, { id }) => ({ location: `/admin/providers/${id}?done=terms`, json: { id }, status: 201 }),
})

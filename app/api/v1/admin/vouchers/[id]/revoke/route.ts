import { z } from 'zod'
import { command } from '../../../../../../../lib/http/command.ts'
import { staffWith } from '../../../../../../../lib/http/require-staff.ts'
import { revokeVouchers } from '../../../../../../../lib/vouchers/revoke-vouchers.ts'

/** Revokes a batch: unspent vouchers lose their value. */
export const POST = command({
  actor: staffWith('move_money', { recent: true }),
  input: z.object({ id: z.string().max(60), reason: z.string().trim().min(1).max(300) }),
  limit: 'staff',
  run: ({ id, reason }, { actor, now }) => revokeVouchers(id, { actor: `member:${actor.id}`, now, reason }),
  respond: (unspent, _context, { id }) => ({
    location: `/admin/vouchers/${id}?done=revoked&n=${unspent}`,
    json: { id, unspent },
  }),
})

import { refundRequestInput } from '../../../../../../../lib/claims/refund-requests.ts'
import { requestRefund } from '../../../../../../../lib/claims/request-refund.ts'
import { command } from '../../../../../../../lib/http/command.ts'
import { staffWith } from '../../../../../../../lib/http/require-staff.ts'

/** Gives money back to a payer; above the set amount, asks for a second person. */
export const POST = command({
  actor: staffWith('move_money', { recent: true }),
  input: refundRequestInput,
  limit: 'staff',
  run: ({ id, amount, destination, reason }, { actor, now }) =>
    requestRefund({ purchaseId: id, amountMinor: amount, destination, reason, staffId: actor.id, now }),
  respond: (done, _context, { id }) => ({
    location: `/admin/purchases/${encodeURIComponent(id)}?refund=${done.kind}#refunds`,
    json: done,
  }),
})

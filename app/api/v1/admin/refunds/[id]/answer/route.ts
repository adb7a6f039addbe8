import { decideRefundRequest } from '../../../../../../../lib/claims/decide-refund-request.ts'
import { refundAnswerInput } from '../../../../../../../lib/claims/refund-requests.ts'
import { command } from '../../../../../../../lib/http/command.ts'
import { staffWith } from '../../../../../../../lib/http/require-staff.ts'

/** The second person approves a refund, or it is rejected. */
export const POST = command({
  actor: staffWith('move_money', { recent: true }),
  input: refundAnswerInput,
  limit: 'staff',
  run: ({ id, outcome }, { actor, now }) => decideRefundRequest({ requestId: id, outcome, staffId: actor.id, now }),
  respond: (_done, _context, { outcome }) => ({ location: `/admin/refunds?done=${outcome}`, json: { outcome } }),
})

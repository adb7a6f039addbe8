import { endRefundByHand } from '../../../../../../../../lib/claims/end-refund-by-hand.ts'
import { refundEndInput } from '../../../../../../../../lib/claims/refund-requests.ts'
import { command } from '../../../../../../../../lib/http/command.ts'
import { staffWith } from '../../../../../../../../lib/http/require-staff.ts'

/** Staff says what became of a refund that its provider never answered for. */
export const POST = command({
  actor: staffWith('move_money', { recent: true }),
  input: refundEndInput,
  limit: 'staff',
  run: ({ id, outcome, reason }, { actor, now }) =>
    endRefundByHand({ attemptId: id, outcome, reason, staffId: actor.id, now }),
  respond: (_done, _context, { outcome }) => ({ location: `/admin/refunds?done=${outcome}`, json: { outcome } }),
})

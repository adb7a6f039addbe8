import { decideClaimInput } from '../../../../../../lib/claims/claims-input.ts'
import { decideClaimByStaff } from '../../../../../../lib/claims/decide-claim.ts'
import { command } from '../../../../../../lib/http/command.ts'
import { staffWith } from '../../../../../../lib/http/require-staff.ts'

/** Decides a claim that no rule decided. */
export const POST = command({
  actor: staffWith('answer_claims', { recent: true }),
  input: decideClaimInput,
  limit: 'write',
  run: decideClaimByStaff,
  respond: ({ id, state }) => ({ location: `/admin/claims/${id}?done=${state}`, json: { id, state } }),
})

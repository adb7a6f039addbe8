import { confirmWithdrawalInput } from '../../../../lib/claims/claims-input.ts'
import { confirmWithdrawal } from '../../../../lib/claims/confirm-withdrawal.ts'
import { command } from '../../../../lib/http/command.ts'
import { payerOfRequest } from '../../../../lib/http/payer.ts'
import { pathTo } from '../../../../lib/i18n/paths.ts'

/** The second step: confirms the statement. */
export const POST = command({
  actor: payerOfRequest,
  input: confirmWithdrawalInput,
  limit: 'write',
  run: confirmWithdrawal,
  respond: ({ ref }, _context, { locale }) => ({
    location: pathTo(locale, 'withdrawal', ref),
    json: { ref },
    status: 201,
  }),
})

import { prepareWithdrawalInput } from '../../../../../lib/claims/claims-input.ts'
import { prepareWithdrawal } from '../../../../../lib/claims/prepare-withdrawal.ts'
import { command } from '../../../../../lib/http/command.ts'
import { payerOfRequest } from '../../../../../lib/http/payer.ts'
import { laterWord, pathTo } from '../../../../../lib/i18n/paths.ts'

/** The first step: finds the contract and shows the statement. Nothing is kept. */
export const POST = command({
  actor: payerOfRequest,
  input: prepareWithdrawalInput,
  limit: 'write',
  run: prepareWithdrawal,
  respond: (prepared, _context, { locale }) => {
    if (prepared.kind === 'known')
      return { location: pathTo(locale, 'withdrawal', prepared.ref), json: { ref: prepared.ref } }
    const { draft } = prepared
    const page = pathTo(locale, 'withdrawal', laterWord(locale, 'confirm'))
    return { location: `${page}?d=${draft}`, json: { draft } }
  },
})

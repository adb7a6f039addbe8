import { command } from '../../../../../../lib/http/command.ts'
import { answerDetails } from '../../../../../../lib/http/draft-answers.ts'
import { payerOfRequest } from '../../../../../../lib/http/payer.ts'
import { saveDetailsInput } from '../../../../../../lib/posting/posting-input.ts'
import { saveDetails } from '../../../../../../lib/posting/save-details.ts'

/** Keeps what was typed, right or wrong, by itself or when asked. */
export const POST = command({
  actor: payerOfRequest,
  input: saveDetailsInput,
  limit: 'draft',
  run: saveDetails,
  respond: (saved, _context, input) => answerDetails(saved, input),
})

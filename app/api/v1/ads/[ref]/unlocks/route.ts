import { buyForProgram } from '../../../../../../lib/checkout/buy-for-program.ts'
import { buyForProgramInput } from '../../../../../../lib/checkout/checkout-input.ts'
import { command } from '../../../../../../lib/http/command.ts'
import { answerProgram, programOfRequest } from '../../../../../../lib/http/program-answers.ts'

/** Sells a contact to a program within one request, by HTTP 402. */
export const POST = command({
  actor: programOfRequest,
  input: buyForProgramInput,
  limit: 'purchase',
  isForPrograms: true,
  run: (input, context) => buyForProgram(input, { ...context, actor: context.actor.payer, program: context.actor }),
  respond: (outcome, _context, { locale, ref }) => answerProgram(outcome, locale, ref),
})

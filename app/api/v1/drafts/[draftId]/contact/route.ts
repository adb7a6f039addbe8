import { command } from '../../../../../../lib/http/command.ts'
import { answerContact } from '../../../../../../lib/http/draft-answers.ts'
import { payerOfRequest } from '../../../../../../lib/http/payer.ts'
import { keepContact } from '../../../../../../lib/posting/keep-contact.ts'
import { saveContactInput } from '../../../../../../lib/posting/posting-input.ts'

export const POST = command({
  actor: payerOfRequest,
  input: saveContactInput,
  limit: 'draft',
  run: keepContact,
  respond: (view, _context, input) => answerContact(view, input),
})

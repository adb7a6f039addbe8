import { command } from '../../../../../../lib/http/command.ts'
import { answerDetails } from '../../../../../../lib/http/draft-answers.ts'
import { payerOfRequest } from '../../../../../../lib/http/payer.ts'
import { moveFind } from '../../../../../../lib/posting/move-find.ts'
import { saveDetailsInput } from '../../../../../../lib/posting/posting-input.ts'

/** Takes a contact out of the words and puts it where it belongs. */
export const POST = command({
  actor: payerOfRequest,
  input: saveDetailsInput,
  limit: 'draft',
  run: moveFind,
  respond: (saved, _context, input) => {
    const answer = answerDetails(saved, { ...input, save: 'stay' })
    const { outcome: moved } = saved
    if (moved === undefined) return answer
    const location = answer.location.replace('saved=1', `moved=${moved}`)
    return { ...answer, location, json: { ...answer.json, moved } }
  },
})

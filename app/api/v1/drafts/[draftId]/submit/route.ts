import { command } from '../../../../../../lib/http/command.ts'
import { invalidatePages } from '../../../../../../lib/http/page-tags.ts'
import { payerOfRequest } from '../../../../../../lib/http/payer.ts'
import { draftPath, ownAdsPath } from '../../../../../../lib/i18n/paths.ts'
import { draftInput } from '../../../../../../lib/posting/posting-input.ts'
import { submitDraft } from '../../../../../../lib/posting/submit-draft.ts'

/** Sends the draft in; sent twice it is one ad. */
export const POST = command({
  actor: payerOfRequest,
  input: draftInput,
  limit: 'write',
  run: submitDraft,
  respond: ({ draftId, ref, status, isDue, waits, isEdit, tags }, _context, { locale }) => {
    invalidatePages(tags)
    const own = `${ownAdsPath(locale, ref)}?${waits ? 'waits' : 'edited'}=1`
    return {
      location: isEdit ? own : draftPath(locale, draftId, isDue ? 'pay' : 'done'),
      json: { ref, status, isDue, waits },
      status: 201,
    }
  },
})

import { command } from '../../../../lib/http/command.ts'
import { payerOfRequest } from '../../../../lib/http/payer.ts'
import { draftPath } from '../../../../lib/i18n/paths.ts'
import { startDraftInput } from '../../../../lib/posting/posting-input.ts'
import { startDraft } from '../../../../lib/posting/start-draft.ts'

/** Begins an ad; nobody needs an account for it. */
export const POST = command({
  actor: payerOfRequest,
  input: startDraftInput,
  limit: 'draft_start',
  run: startDraft,
  respond: ({ draftId, hasCategory }, _context, { locale }) => ({
    location: draftPath(locale, draftId, hasCategory ? 'details' : 'category'),
    json: { draftId },
    status: 201,
  }),
})

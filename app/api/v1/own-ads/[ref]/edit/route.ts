import { command } from '../../../../../../lib/http/command.ts'
import { payerOfRequest } from '../../../../../../lib/http/payer.ts'
import { draftPath } from '../../../../../../lib/i18n/paths.ts'
import { editAd } from '../../../../../../lib/posting/edit-ad.ts'
import { editAdInput } from '../../../../../../lib/posting/own-ads-input.ts'

/** Begins a change of one's own ad, or goes on with one. */
export const POST = command({
  actor: payerOfRequest,
  input: editAdInput,
  limit: 'write',
  run: editAd,
  respond: ({ draftId }, _context, { locale }) => ({
    location: draftPath(locale, draftId, 'details'),
    json: { draftId },
    status: 201,
  }),
})

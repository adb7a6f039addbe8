import { command } from '../../../../../../lib/http/command.ts'
import { payerOfRequest } from '../../../../../../lib/http/payer.ts'
import { pathTo } from '../../../../../../lib/i18n/paths.ts'
import { discardDraft } from '../../../../../../lib/posting/discard-draft.ts'
import { draftInput } from '../../../../../../lib/posting/posting-input.ts'

export const POST = command({
  actor: payerOfRequest,
  input: draftInput,
  limit: 'write',
  run: discardDraft,
  respond: (_done, _context, { locale }) => ({ location: `${pathTo(locale, 'post')}?discarded=1`, json: {} }),
})

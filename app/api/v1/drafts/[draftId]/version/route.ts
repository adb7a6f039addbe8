import { command } from '../../../../../../lib/http/command.ts'
import { payerOfRequest } from '../../../../../../lib/http/payer.ts'
import { draftPath } from '../../../../../../lib/i18n/paths.ts'
import { chooseVersion } from '../../../../../../lib/posting/choose-version.ts'
import { chooseVersionInput } from '../../../../../../lib/posting/posting-input.ts'

export const POST = command({
  actor: payerOfRequest,
  input: chooseVersionInput,
  limit: 'draft',
  run: chooseVersion,
  respond: ({ draftId }, _context, { locale }) => ({ location: draftPath(locale, draftId, 'details'), json: {} }),
})

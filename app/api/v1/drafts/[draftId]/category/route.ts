import { command } from '../../../../../../lib/http/command.ts'
import { payerOfRequest } from '../../../../../../lib/http/payer.ts'
import { draftPath } from '../../../../../../lib/i18n/paths.ts'
import { saveCategoryInput } from '../../../../../../lib/posting/posting-input.ts'
import { saveCategory } from '../../../../../../lib/posting/save-category.ts'

export const POST = command({
  actor: payerOfRequest,
  input: saveCategoryInput,
  limit: 'draft',
  run: saveCategory,
  respond: ({ draftId }, _context, { locale }) => ({ location: draftPath(locale, draftId, 'details'), json: {} }),
})

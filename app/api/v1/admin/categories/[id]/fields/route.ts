import { saveField } from '../../../../../../../lib/catalogue/save-field.ts'
import { fieldInput } from '../../../../../../../lib/http/category-input.ts'
import { command } from '../../../../../../../lib/http/command.ts'
import { invalidateAllPages } from '../../../../../../../lib/http/page-tags.ts'
import { staffWith } from '../../../../../../../lib/http/require-staff.ts'

/** Adds a detail to a category, or changes one of its own. */
export const POST = command({
  actor: staffWith('change_prices'),
  input: fieldInput,
  limit: 'staff',
  run: ({ categoryId, field }, { actor, now }) => saveField(categoryId, field, { actor: `member:${actor.id}`, now }),
  respond: (_done, _context, { categoryId, field }) => {
    invalidateAllPages()
    return {
      location: `/admin/categories/${categoryId}?done=fieldSaved#fields`,
      json: { id: categoryId, key: field.key },
    }
  },
})

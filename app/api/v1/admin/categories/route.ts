import { addCategory } from '../../../../../lib/catalogue/add-category.ts'
import { addCategoryInput } from '../../../../../lib/http/category-input.ts'
import { command } from '../../../../../lib/http/command.ts'
import { invalidateAllPages } from '../../../../../lib/http/page-tags.ts'
import { staffWith } from '../../../../../lib/http/require-staff.ts'

/** Adds a category. */
export const POST = command({
  actor: staffWith('change_prices'),
  input: addCategoryInput,
  limit: 'staff',
  run: (wanted, { actor, now }) => addCategory(wanted, { actor: `member:${actor.id}`, now }),
  respond: (id) => {
    invalidateAllPages()
    return { location: `/admin/categories/${id}?done=added`, json: { id }, status: 201 }
  },
})

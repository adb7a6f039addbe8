import { changeCategory } from '../../../../../../lib/catalogue/change-category.ts'
import { changeCategoryInput } from '../../../../../../lib/http/category-input.ts'
import { command } from '../../../../../../lib/http/command.ts'
import { invalidateAllPages } from '../../../../../../lib/http/page-tags.ts'
import { staffWith } from '../../../../../../lib/http/require-staff.ts'

/** Renames, moves, hides a category, or changes its terms. */
export const POST = command({
  actor: staffWith('change_prices'),
  input: changeCategoryInput,
  limit: 'staff',
  run: (change, { actor, now }) => changeCategory(change, { actor: `member:${actor.id}`, now }),
  respond: (_done, _context, { id }) => {
    invalidateAllPages()
    return { location: `/admin/categories/${id}?done=saved`, json: { id } }
  },
})

import { z } from 'zod'
import { moveCategory } from '../../../../../../../lib/catalogue/move-category.ts'
import { categoryIdInput } from '../../../../../../../lib/http/category-input.ts'
import { command } from '../../../../../../../lib/http/command.ts'
import { invalidateAllPages } from '../../../../../../../lib/http/page-tags.ts'
import { staffWith } from '../../../../../../../lib/http/require-staff.ts'

/** Moves a category one place among those beside it. */
export const POST = command({
  actor: staffWith('change_prices'),
  input: z.object({ id: categoryIdInput, direction: z.enum(['up', 'down']) }),
  limit: 'staff',
  run: ({ id, direction }, { actor, now }) => moveCategory(id, { direction, actor: `member:${actor.id}`, now }),
  respond: (_done, _context, { id, direction }) => {
    invalidateAllPages()
    return { location: `/admin/categories#category-${id}`, json: { id, direction } }
  },
})

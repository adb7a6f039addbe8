import { z } from 'zod'
import { moveField } from '../../../../../../../../../lib/catalogue/move-field.ts'
import { categoryIdInput } from '../../../../../../../../../lib/http/category-input.ts'
import { command } from '../../../../../../../../../lib/http/command.ts'
import { invalidateAllPages } from '../../../../../../../../../lib/http/page-tags.ts'
import { staffWith } from '../../../../../../../../../lib/http/require-staff.ts'

/** Moves a detail one place among a category's own. */
export const POST = command({
  actor: staffWith('change_prices'),
  input: z.object({ id: categoryIdInput, key: z.string().max(40), direction: z.enum(['up', 'down']) }),
  limit: 'staff',
  run: ({ id, key, direction }, { actor, now }) => moveField(id, key, { direction, actor: `member:${actor.id}`, now }),
  respond: (_done, _context, { id, key, direction }) => {
    invalidateAllPages()
    return { location: `/admin/categories/${id}#fields`, json: { id, key, direction } }
  },
})

import { z } from 'zod'
import { undoPriceChange } from '../../../../../../../lib/catalogue/undo-price-change.ts'
import { command } from '../../../../../../../lib/http/command.ts'
import { invalidateAllPages } from '../../../../../../../lib/http/page-tags.ts'
import { staffWith } from '../../../../../../../lib/http/require-staff.ts'

/** Ends a price; what held before holds again. */
export const POST = command({
  actor: staffWith('change_prices'),
  input: z.object({ id: z.string().max(60) }),
  limit: 'staff',
  run: ({ id }, { actor, now }) => undoPriceChange(id, { actor: `member:${actor.id}`, now }),
  respond: ({ refs, isDone }, _context, { id }) => {
    invalidateAllPages()
    return { location: '/admin/pricing?done=undone', json: { id, ads: refs.length, isDone } }
  },
})

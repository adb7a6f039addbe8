import { z } from 'zod'
import { command } from '../../../../../../lib/http/command.ts'
import { invalidateAllPages } from '../../../../../../lib/http/page-tags.ts'
import { amountInput } from '../../../../../../lib/http/panel-input.ts'
import { staffWith } from '../../../../../../lib/http/require-staff.ts'
import { plantTree } from '../../../../../../lib/setup/plant-tree.ts'
import { starterTreeNames } from '../../../../../../lib/setup/starter-trees.ts'

/** Gives a new site its first categories. */
export const POST = command({
  actor: staffWith('change_settings'),
  input: z.object({ tree: z.enum(starterTreeNames), price: amountInput.pipe(z.int().min(0).max(100_000)) }),
  limit: 'staff',
  run: ({ tree, price }, { actor, now }) =>
    plantTree({ tree, revealPriceMinor: price }, { actor: `member:${actor.id}`, now }),
  respond: (count) => {
    invalidateAllPages()
    return { location: '/admin/setup?step=prices', json: { count }, status: 201 }
  },
})

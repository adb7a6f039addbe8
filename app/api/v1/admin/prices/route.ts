import { changePrices } from '../../../../../lib/catalogue/change-prices.ts'
import { command } from '../../../../../lib/http/command.ts'
import { invalidateAllPages } from '../../../../../lib/http/page-tags.ts'
import { priceChangeInput } from '../../../../../lib/http/price-change-input.ts'
import { staffWith } from '../../../../../lib/http/require-staff.ts'

/** Sets a price from a date on. */
export const POST = command({
  actor: staffWith('change_prices'),
  input: priceChangeInput,
  limit: 'staff',
  run: (change, { actor, now }) => changePrices(change, { actor: `member:${actor.id}`, now }),
  respond: ({ ruleId, alignment }, { now }, { validFrom }) => {
    invalidateAllPages()
    const done = validFrom > now ? 'changedLater' : alignment.isDone ? 'changed' : 'changedRest'
    const { refs, isDone } = alignment
    return { location: `/admin/pricing?done=${done}`, json: { id: ruleId, ads: refs.length, isDone }, status: 201 }
  },
})

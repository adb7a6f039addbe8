import { z } from 'zod'
import { changePrices } from '../../../../../../lib/catalogue/change-prices.ts'
import { command } from '../../../../../../lib/http/command.ts'
import { invalidateAllPages } from '../../../../../../lib/http/page-tags.ts'
import { amountInput } from '../../../../../../lib/http/panel-input.ts'
import { staffWith } from '../../../../../../lib/http/require-staff.ts'
import { findSetting } from '../../../../../../lib/settings/settings-queries.ts'
import { finishStep } from '../../../../../../lib/setup/finish-step.ts'

/** What a contact costs in every category that has no price of its own. */
export const POST = command({
  actor: staffWith('change_prices'),
  input: z.object({ price: amountInput }),
  limit: 'staff',
  run: async ({ price }, { actor, now }) => {
    const scope = {
      kind: 'reveal',
      categoryId: null,
      country: null,
      rail: null,
      validFrom: 0,
      validUntil: null,
    } as const
    const { currency } = findSetting('site')
    await changePrices({ ...scope, priceMinor: price, currency }, { actor: `member:${actor.id}`, now })
    await finishStep('prices', now)
  },
  respond: () => {
    invalidateAllPages()
    return { location: '/admin/setup?step=payments', json: {} }
  },
})

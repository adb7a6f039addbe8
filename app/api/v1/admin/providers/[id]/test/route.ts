import { z } from 'zod'
import { requestTest } from '../../../../../../../lib/checkout/request-test.ts'
import { command } from '../../../../../../../lib/http/command.ts'
import { findPayer } from '../../../../../../../lib/http/payer.ts'
import { answerPurchase } from '../../../../../../../lib/http/purchase-answers.ts'
import { staffWith } from '../../../../../../../lib/http/require-staff.ts'

/** Runs the smallest purchase through an account, paid by whoever tries it; the money goes to her own balance. */
export const POST = command({
  actor: staffWith('change_providers'),
  input: z.object({ id: z.string().max(60), msisdn: z.string().max(20).optional() }),
  limit: 'write',
  run: async ({ id, msisdn }, { actor, cookies, locale, address, now }) => {
    const payer = await findPayer(cookies, now)
    const context = { actor: payer, now, locale: locale ?? actor.locale, address }
    return requestTest({ accountId: id, payer, msisdn: msisdn === '' ? undefined : msisdn }, context)
  },
  respond: (outcome, { actor }) => answerPurchase(outcome, actor.locale),
})

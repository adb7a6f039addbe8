import { z } from 'zod'
import { command } from '../../../../../lib/http/command.ts'
import { amountInput, countInput, currencyInput, optionalText } from '../../../../../lib/http/panel-input.ts'
import { staffWith } from '../../../../../lib/http/require-staff.ts'
import { issueVouchers } from '../../../../../lib/vouchers/issue-vouchers.ts'
import { keepIssuedCodes } from '../../../../../lib/vouchers/issued-codes.ts'

/** Issues a batch of vouchers; its codes can be fetched as a sheet for half an hour, by who issued it. */
export const POST = command({
  actor: staffWith('move_money', { recent: true }),
  input: z.object({
    label: z.string().trim().min(1).max(80),
    count: countInput(1, 5000),
    face: amountInput,
    currency: currencyInput,
    days: countInput(365, 3650),
    reseller: optionalText,
  }),
  limit: 'staff',
  run: async ({ label, count, face, currency, days, reseller }, { actor, now }) => {
    const order = { label, count, faceMinor: face, currency, validDays: days, resellerId: reseller, now }
    const { batchId, codes } = await issueVouchers({ ...order, actor: `member:${actor.id}` })
    keepIssuedCodes(batchId, { memberId: actor.id, codes }, now)
    return batchId
  },
  respond: (id, _context, { count }) => ({
    location: `/admin/vouchers/${id}?done=issued`,
    json: { id, count, sheet: `/api/v1/admin/vouchers/${id}/sheet` },
    status: 201,
  }),
})

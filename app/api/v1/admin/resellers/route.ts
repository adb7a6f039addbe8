import { z } from 'zod'
import { command } from '../../../../../lib/http/command.ts'
import { tickInput } from '../../../../../lib/http/panel-input.ts'
import { staffWith } from '../../../../../lib/http/require-staff.ts'
import { resellerInput } from '../../../../../lib/vouchers/resellers.ts'
import { saveReseller } from '../../../../../lib/vouchers/save-reseller.ts'

/** A percentage as typed, `12,5`, in basis points. */
const percentInput = z
  .string()
  .regex(/^\d{1,2}([.,]\d{1,2})?$/)
  .transform((text) => Math.round(Number(text.replace(',', '.')) * 100))

/** Adds somebody who sells vouchers over a counter, or changes the terms. */
export const POST = command({
  actor: staffWith('move_money'),
  input: z
    .object({
      id: z.string().max(60).optional(),
      name: resellerInput.shape.name,
      email: resellerInput.shape.email,
      commission: percentInput,
      isActive: tickInput,
    })
    .transform(({ commission, ...rest }) => ({ ...rest, commissionBp: commission })),
  limit: 'staff',
  run: (wanted, { actor, now }) => saveReseller(wanted, { actor: `member:${actor.id}`, now }),
  respond: (id) => ({ location: '/admin/vouchers/resellers?done=1', json: { id }, status: 201 }),
})

import { z } from 'zod'
import { command } from '../../../../../lib/http/command.ts'
import { amountInput, monthInput } from '../../../../../lib/http/panel-input.ts'
import { staffWith } from '../../../../../lib/http/require-staff.ts'
import { recordPayout } from '../../../../../lib/statements/record-payout.ts'

/** Notes money that a provider paid us, as the bank shows it. */
export const POST = command({
  actor: staffWith('move_money', { recent: true }),
  input: z.object({
    account: z.string().max(60),
    month: monthInput,
    amount: amountInput,
    bankReference: z.string().trim().min(1).max(80),
    received: z.iso.date(),
  }),
  limit: 'write',
  run: ({ account: accountId, month, amount: amountMinor, bankReference, received }, { actor, now }) => {
    const payout = { accountId, month, amountMinor, bankReference, receivedAt: Date.parse(received) }
    return recordPayout(payout, { actor: `member:${actor.id}`, now })
  },
  respond: ({ id }) => ({ location: '/admin/reconciliation?done=payout', json: { id }, status: 201 }),
})

import { findCharge } from '../../../../../lib/simulator/company-store.ts'
import { cancelDue } from '../../../../../lib/simulator/due-store.ts'
import { finishLater } from '../../../../../lib/simulator/pump.ts'
import { reverseCharge } from '../../../../../lib/simulator/settle-charge.ts'
import { phoneRoute, requireText } from '../../../../../lib/simulator/simulator-route.ts'

/** `reverse` takes money back after payment, `finish` confirms now what would be confirmed late. */
export const POST = phoneRoute(async ({ fields, params, from, now }) => {
  const id = params['id'] ?? ''
  if (requireText(fields, 'action') === 'reverse') {
    cancelDue('reverse_charge', id)
    await reverseCharge(id, now)
  } else {
    cancelDue('finish_charge', id)
    await finishLater(id, now)
  }
  const charge = findCharge(id)
  return { location: from, json: { status: charge?.status, reversedMinor: charge?.reversedMinor } }
})

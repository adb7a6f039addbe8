import { deliverMessage } from '../../../../../lib/simulator/deliver-message.ts'
import { findMessage } from '../../../../../lib/simulator/message-store.ts'
import { phoneRoute, requireText } from '../../../../../lib/simulator/simulator-route.ts'

/** Lets a text that the operator holds or lost arrive now. */
export const POST = phoneRoute(async ({ fields, from, now }) => {
  const id = requireText(fields, 'id')
  await deliverMessage(id, now)
  return { location: from, json: { message: findMessage(id) } }
})

import { sendText } from '../../../../lib/simulator/send-text.ts'
import { phoneRoute, requireText } from '../../../../lib/simulator/simulator-route.ts'

export const POST = phoneRoute(async ({ fields, msisdn, locale, now }) => {
  const to = requireText(fields, 'to')
  const messages = await sendText({ msisdn, to, text: requireText(fields, 'text'), locale, now })
  return { location: `/simulator?app=messages&thread=${encodeURIComponent(to)}`, json: { msisdn, messages } }
})

import { placeCall } from '../../../../lib/simulator/place-call.ts'
import { phoneRoute, requireText } from '../../../../lib/simulator/simulator-route.ts'

export const POST = phoneRoute(async ({ fields, msisdn, locale, now }) => {
  const call = await placeCall({ msisdn, number: requireText(fields, 'number'), locale, now })
  return { location: `/simulator?app=phone&call=${call.id}`, json: { id: call.id, refusal: call.refusal } }
})

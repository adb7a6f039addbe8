import { dial } from '../../../../lib/simulator/dial.ts'
import { phoneRoute, requireText } from '../../../../lib/simulator/simulator-route.ts'

export const POST = phoneRoute(({ fields, msisdn, locale, now }) => {
  const call = dial({ msisdn, number: requireText(fields, 'number'), locale, now })
  return { location: `/simulator?app=phone&call=${call.id}`, json: { id: call.id, refusal: call.refusal } }
})

import { DomainError } from '../../../../../lib/errors/domain-error.ts'
import { findCall } from '../../../../../lib/simulator/call-store.ts'
import { viewCall } from '../../../../../lib/simulator/call-view.ts'
import { endCall, keyIn, listenFurther } from '../../../../../lib/simulator/place-call.ts'
import { localeOfBrowser, phoneRoute, requireText, worldRoute } from '../../../../../lib/simulator/simulator-route.ts'
import { currentTime } from '../../../../../lib/time/time.ts'

export const GET = worldRoute((request, { id }) => {
  const call = findCall(id ?? '')
  if (!call) throw new DomainError('not_found')
  const locale = localeOfBrowser(request.headers.get('cookie'), request.headers.get('accept-language'))
  return Response.json(viewCall(call, { locale, now: currentTime() }))
})

/** `listen` jumps to what comes next, `key` presses digits, `hang_up` ends the call. */
export const POST = phoneRoute(async ({ fields, params, locale, now }) => {
  const id = params['id'] ?? ''
  const action = requireText(fields, 'action')
  if (action === 'listen') await listenFurther(id, now)
  else if (action === 'key') await keyIn(id, requireText(fields, 'digits'), now)
  else await endCall(id, now)
  const call = findCall(id)
  if (!call) throw new DomainError('not_found')
  return { location: `/simulator?app=phone&call=${id}`, json: { call: viewCall(call, { locale, now }) } }
})

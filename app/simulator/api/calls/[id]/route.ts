import { DomainError } from '../../../../../lib/errors/domain-error.ts'
import { findCall } from '../../../../../lib/simulator/call-store.ts'
import { viewCall } from '../../../../../lib/simulator/call-view.ts'
import { hangUp, listenOn } from '../../../../../lib/simulator/dial.ts'
import { localeOfBrowser, phoneRoute, requireText, worldRoute } from '../../../../../lib/simulator/simulator-route.ts'
import { currentTime } from '../../../../../lib/time/time.ts'

export const GET = worldRoute((request, { id }) => {
  const call = findCall(id ?? '')
  if (!call) throw new DomainError('not_found')
  const locale = localeOfBrowser(request.headers.get('cookie'), request.headers.get('accept-language'))
  return Response.json(viewCall(call, { locale, now: currentTime() }))
})

/** `listen` jumps to what comes next, `hang_up` ends the call. */
export const POST = phoneRoute(({ fields, params, locale, now }) => {
  const id = params['id'] ?? ''
  if (requireText(fields, 'action') === 'listen') listenOn(id, now)
  else hangUp(id, now)
  const call = findCall(id)
  if (!call) throw new DomainError('not_found')
  return { location: `/simulator?app=phone&call=${id}`, json: { call: viewCall(call, { locale, now }) } }
})

import { ownPath } from '../../../../lib/http/request-guard.ts'
import { drawNumber } from '../../../../lib/simulator/handset.ts'
import { handsetOfBrowser, handsetSetting, worldRoute } from '../../../../lib/simulator/simulator-route.ts'

/** Gives a browser its own telephone number and sends it on; a browser without cookies goes on without one. */
export const GET = worldRoute((request) => {
  const next = ownPath(new URL(request.url).searchParams.get('next'))
  const path = next.startsWith('/simulator') && !next.startsWith('/simulator/api') ? next : '/simulator'
  const location = `${path}${path.includes('?') ? '&' : '?'}started=1`
  const headers = new Headers({ location, 'cache-control': 'private, no-store' })
  if (handsetOfBrowser(request.headers.get('cookie')) === undefined) {
    headers.set('set-cookie', handsetSetting(drawNumber(Math.random())))
  }
  return new Response(null, { status: 303, headers })
})

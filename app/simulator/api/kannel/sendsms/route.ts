import { acceptSendsms } from '../../../../../lib/simulator/accept-sendsms.ts'
import { worldRoute } from '../../../../../lib/simulator/simulator-route.ts'
import { currentTime } from '../../../../../lib/time/time.ts'

/** The gateway's own door, a GET as Kannel has it. */
export const GET = worldRoute(async (request) => {
  const { status, body } = await acceptSendsms(new URL(request.url).searchParams, currentTime())
  return new Response(body, { status, headers: { 'content-type': 'text/html' } })
})

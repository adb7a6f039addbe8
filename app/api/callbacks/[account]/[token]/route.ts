import { receiveCallback } from '../../../../../lib/checkout/receive-callback.ts'
import { addressOf } from '../../../../../lib/http/command.ts'
import { announcePurchases } from '../../../../../lib/http/purchase-events.ts'
import { currentTime } from '../../../../../lib/time/time.ts'

const largestMessageBytes = 256 * 1024

type RouteContext = { params: Promise<{ account: string; token: string }> }

/** Providers come in by GET and POST; what they send is read as bytes before anything interprets it. */
async function receive(request: Request, route: RouteContext): Promise<Response> {
  const { account, token } = await route.params
  const body = new Uint8Array(await request.arrayBuffer())
  if (body.length > largestMessageBytes) return new Response('Too large', { status: 413 })
  const { reply, purchaseIds } = await receiveCallback(
    { accountId: account, token },
    {
      method: request.method,
      url: request.url,
      headers: Object.fromEntries(request.headers),
      body,
      address: addressOf(request.headers),
      receivedAt: currentTime(),
    },
  )
  announcePurchases(purchaseIds)
  const headers = { ...reply.headers, 'cache-control': 'private, no-store' }
  return new Response(reply.status === 204 ? null : reply.body, { status: reply.status, headers })
}

export const GET = receive
export const POST = receive

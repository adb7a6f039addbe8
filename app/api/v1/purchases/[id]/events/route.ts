import { findPurchasePage, purchaseVersion } from '../../../../../../lib/checkout/purchase-page-queries.ts'
import { DomainError } from '../../../../../../lib/errors/domain-error.ts'
import { answerProblem } from '../../../../../../lib/http/answers.ts'
import { findPayer } from '../../../../../../lib/http/payer.ts'
import { onPurchase } from '../../../../../../lib/http/purchase-events.ts'
import { currentTime, minute, second } from '../../../../../../lib/time/time.ts'

/** Server-sent events of one purchase for its own payer: `change` with the new version. Ends after ten minutes. */
export async function GET(request: Request, route: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await route.params
  const { payerIds } = await findPayer(request.headers.get('cookie'), currentTime())
  const version = () => {
    const page = findPurchasePage(id, payerIds, 'fr')
    return page && purchaseVersion(page)
  }
  if (version() === undefined) return answerProblem(new DomainError('not_found'))
  return new Response(eventStream({ id, version, signal: request.signal }), {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'private, no-store',
      'x-accel-buffering': 'no',
    },
  })
}

type Watched = Readonly<{ id: string; version: () => string | undefined; signal: AbortSignal }>

function eventStream({ id, version, signal }: Watched): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let stop = () => {}
  return new ReadableStream({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text))
      const tell = () => send(`event: change\ndata: ${version() ?? ''}\n\n`)
      const silence = onPurchase(id, tell)
      const beat = setInterval(() => send(': still here\n\n'), 20 * second)
      const end = setTimeout(() => finish(), 10 * minute)
      const finish = () => {
        stop()
        controller.close()
      }
      stop = () => {
        silence()
        clearInterval(beat)
        clearTimeout(end)
        stop = () => {}
      }
      signal.addEventListener('abort', () => stop())
      tell()
    },
    cancel: () => stop(),
  })
}

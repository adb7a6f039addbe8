import { currentTime, type Millis } from '../time/time.ts'
import type { InterfaceAnswer } from './company-interface.ts'
import { listMerchantsByKey, type Merchant } from './merchants.ts'
import { noteTraffic } from './traffic.ts'

type Asked = Readonly<{ merchants: readonly Merchant[]; body: unknown; now: Millis }>

/** Lets in merchants of the payment company by their key, and keeps what was said. */
export async function answerMerchant(
  request: Request,
  answer: (asked: Asked) => Promise<InterfaceAnswer> | InterfaceAnswer,
): Promise<Response> {
  const now = currentTime()
  const merchants = listMerchantsByKey(request.headers.get('authorization'))
  const text = request.method === 'GET' ? '' : await request.text()
  const { status, body } =
    merchants.length > 0
      ? await answer({ merchants, body: parseJson(text), now })
      : { status: 401, body: { error: 'key' } }
  noteTraffic({
    at: now,
    party: 'company',
    method: request.method,
    url: new URL(request.url).pathname,
    request: text,
    status,
    response: JSON.stringify(body),
    durationMs: currentTime() - now,
  })
  return Response.json(body, { status, headers: { 'cache-control': 'private, no-store' } })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

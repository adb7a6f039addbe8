import { commit } from '../../db/commit.ts'
import { sha256Hex } from '../config/keys.ts'
import { isConflict } from '../errors/conflict.ts'
import { DomainError } from '../errors/domain-error.ts'
import { findAnswer, insertAnswer } from './idempotency-store.ts'

type Call = Readonly<{ request: Request; raw: string; owner: string; now: number }>

/**
 * Gives the same Idempotency-Key the same answer for ever. The money itself is safe without it (a quote is answered
 * once); this makes the answer equal too.
 *
 * @throws DomainError `idempotency_mismatch` when the key comes back with another body.
 */
export async function answerOnce(call: Call, answer: () => Promise<Response>): Promise<Response> {
  const key = call.request.headers.get('idempotency-key')
  if (!key) return answer()
  if (key.length > 255)
    throw new DomainError('invalid_input', { fields: [{ field: 'Idempotency-Key', code: 'too_long' }] })
  const keyHash = sha256Hex(`${call.owner}\n${new URL(call.request.url).pathname}\n${key}`)
  const bodyHash = sha256Hex(call.raw)
  const kept = findAnswer(keyHash)
  if (kept) return replay(kept, bodyHash)
  const response = await answer()
  if (response.status >= 500) return response
  const text = await response.clone().text()
  try {
    await commit([insertAnswer({ keyHash, bodyHash, status: response.status, answer: text, createdAt: call.now })])
  } catch (error) {
    if (!isConflict(error, 'already_recorded')) throw error
    const first = findAnswer(keyHash)
    if (first) return replay(first, bodyHash)
  }
  return response
}

function replay(kept: Readonly<{ bodyHash: string; status: number; answer: string }>, bodyHash: string): Response {
  if (kept.bodyHash !== bodyHash) throw new DomainError('idempotency_mismatch')
  return new Response(kept.answer, {
    status: kept.status,
    headers: {
      'cache-control': 'private, no-store',
      'content-type': 'application/json; charset=utf-8',
      'idempotent-replay': 'true',
    },
  })
}

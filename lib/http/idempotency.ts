import { commit } from '../../db/commit.ts'
import { keyedHash, sha256Hex } from '../config/keys.ts'
import { isConflict } from '../errors/conflict.ts'
import { DomainError } from '../errors/domain-error.ts'
import { findMemberSession } from '../members/find-member.ts'
import { answerJson } from './answers.ts'
import type { CommandAnswer } from './command-answer.ts'
import { findAnswer, insertAnswer } from './idempotency-store.ts'
import { deviceOfCookies } from './payer.ts'

type Call = Readonly<{ request: Request; raw: string; address: string; now: number }>

/**
 * Gives the same Idempotency-Key the same answer for ever. The money itself is safe without it (a quote is answered
 * once); this makes the answer equal too, but for its cookies and what is shown once.
 *
 * @throws DomainError `idempotency_mismatch` when the key comes back with another body.
 */
export async function answerOnce(call: Call, answer: () => Promise<CommandAnswer>): Promise<Response> {
  const key = call.request.headers.get('idempotency-key')
  if (!key) return answerJson(await answer())
  if (key.length > 255)
    throw new DomainError('invalid_input', { fields: [{ field: 'Idempotency-Key', code: 'too_long' }] })
  const keyHash = sha256Hex(`${await ownerOf(call)}\n${new URL(call.request.url).pathname}\n${key}`)
  // Keyed: a body may hold a password, which a plain hash would let its reader guess.
  const bodyHash = keyedHash('tokens', `body ${call.raw}`)
  const kept = findAnswer(keyHash)
  if (kept) return replay(kept, bodyHash)
  const given = await answer()
  const response = answerJson(given)
  if (response.status >= 500) return response
  const text = await answerJson({ ...given, shownOnce: {} }).text()
  try {
    await commit([insertAnswer({ keyHash, bodyHash, status: response.status, answer: text, createdAt: call.now })])
  } catch (error) {
    if (!isConflict(error, 'already_recorded')) throw error
    const first = findAnswer(keyHash)
    if (first) return replay(first, bodyHash)
  }
  return response
}

/** Whose key it is: two who sit behind one address, or at one browser after each other, share no answer. */
async function ownerOf({ request, address, now }: Call): Promise<string> {
  const cookies = request.headers.get('cookie')
  const found = await findMemberSession(cookies, now)
  return found ? `member:${found.member.id}` : (deviceOfCookies(cookies) ?? address)
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

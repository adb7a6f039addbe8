import { anyRows, type Step } from '../../db/commit.ts'
import { writeSql } from '../../db/statement.ts'
import type { Millis } from '../time/time.ts'

const upsert = writeSql(`insert into verified_phones (phone_hash, member_id, verified_at) values (?, ?, ?)
  on conflict (phone_hash) do update set member_id = excluded.member_id, verified_at = excluded.verified_at`)

/** A number belongs to whoever proved it last: numbers change hands. */
export function rememberPhone(proof: Readonly<{ phoneHash: string; memberId: string; verifiedAt: Millis }>): Step {
  return anyRows(upsert(proof.phoneHash, proof.memberId, proof.verifiedAt))
}

import { readSql } from '../../db/statement.ts'
import { aliasHashOf } from '../purchases/purchases.ts'
import { readTelephone } from '../telephony/telephone.ts'

const proofOf = readSql<{ verifiedAt: number }>(
  'select verified_at as verifiedAt from verified_phones where phone_hash = ? and member_id = ?',
)

/** Whether the member answered with a code sent to this number before. */
export function isPhoneProved(memberId: string | undefined, phone: string): boolean {
  const number = readTelephone(phone)
  return memberId !== undefined && number !== undefined && proofOf.get(aliasHashOf(number.e164), memberId) !== undefined
}

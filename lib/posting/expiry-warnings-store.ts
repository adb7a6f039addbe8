import { one, type Step } from '../../db/commit.ts'
import { writeSql } from '../../db/statement.ts'
import type { Millis } from '../time/time.ts'

const warnRow = writeSql('update ads set expiry_warned_at = ? where id = ?')

export function noteExpiryWarned(adId: number, now: Millis): Step {
  return one(warnRow(now, adId), 'not_found')
}

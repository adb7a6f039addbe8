import { readSql } from '../../db/statement.ts'
import type { Millis } from '../time/time.ts'

const last = readSql<{ text: string; at: Millis }>(
  'select text, at from sale_consents where ad_id = ? order by at desc limit 1',
)

/** The words last agreed to for an ad. */
export function findSaleConsent(adId: number): Readonly<{ text: string; at: Millis }> | undefined {
  return last.get(adId)
}

import { translate } from '../i18n/translator.ts'
import type { GroundKey } from './grounds.ts'
import { findAdvertiserMember, findCase } from './moderation-queries.ts'

/** What is sent for a ground when staff wrote nothing of their own, in the advertiser's language. */
export function wordsOfGround(caseId: string, ground: GroundKey): string {
  const adId = findCase(caseId)?.adId
  const locale = adId === undefined ? undefined : findAdvertiserMember(adId)?.locale
  return translate(locale ?? 'fr', 'moderation')(`ground.${ground}.text`)
}

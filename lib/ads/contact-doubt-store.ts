import { anyRows, one, type Step } from '../../db/commit.ts'
import { writeSql } from '../../db/statement.ts'
import type { Millis } from '../time/time.ts'

const doubt = writeSql('update ads set contact_doubted_at = ? where id = ? and contact_doubted_at is null')
const confirm = writeSql(`update ads set confirmed_at = ?, contact_doubted_at = null, confirmation_asked_at = null
  where id = ?`)
const asked = writeSql('update ads set confirmation_asked_at = ? where id = ?')
const sold = writeSql('update ads set sold_at = coalesce(sold_at, ?) where id = ?')

/** Payers found the contact of an ad wrong: from now on it has no price. Safe to repeat. */
export function doubtContact(adId: number, now: Millis): Step {
  return anyRows(doubt(now, adId))
}

/** The advertiser says that the ad and its contact still stand; ends a doubt. */
export function confirmContact(adId: number, now: Millis): Step {
  return one(confirm(now, adId), 'not_found')
}

/** The advertiser was asked whether the ad still stands. */
export function markConfirmationAsked(adId: number, now: Millis): Step {
  return one(asked(now, adId), 'not_found')
}

/** When an ad was first marked sold. */
export function markSold(adId: number, now: Millis): Step {
  return anyRows(sold(now, adId))
}

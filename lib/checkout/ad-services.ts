import { randomInt } from 'node:crypto'
import type { Step } from '../../db/commit.ts'
import type { AdRecord } from '../ads/ad-record.ts'
import { findAdRecord } from '../ads/ad-record-queries.ts'
import { isForSale, revealPriceAt, sortKeyOf } from '../ads/ads.ts'
import { indexAd, moveAdStatus, requireUnchanged, unindexAd } from '../ads/ads-store.ts'
import { type BoostKind, boostEnd, boostShown } from '../ads/boosts.ts'
import { listRunningBoosts, sumBoostEnds } from '../ads/boosts-queries.ts'
import { endBoost, insertBoost, markPostPaid, setBoost, unmarkPostPaid } from '../ads/boosts-store.ts'
import type { AdForSale } from '../ads/sale-queries.ts'
import { invariant } from '../errors/invariant.ts'
import { newId } from '../ids/ids.ts'
import type { PurchaseKind } from '../money/rails.ts'
import type { Purchase } from '../purchases/purchases.ts'
import { findSetting } from '../settings/settings-queries.ts'
import { day, type Millis } from '../time/time.ts'
import { enterAdSteps } from './enter-ad.ts'

/** What is bought for an ad rather than of it: its publication, or a better place. Anybody may pay for it. */
export const adServiceKinds = ['post', 'bump', 'feature', 'urgent', 'sponsor'] as const
export type AdServiceKind = (typeof adServiceKinds)[number]

export function isAdService(kind: PurchaseKind): kind is AdServiceKind {
  return kind !== 'reveal' && kind !== 'top_up'
}

/** Whether an ad can still be given this; `given` when it was paid for already. */
export function serviceState(ad: AdForSale | undefined, kind: AdServiceKind, now: Millis): 'open' | 'given' | 'closed' {
  if (!ad) return 'closed'
  if (kind === 'post') {
    if (ad.postPurchaseId !== null) return 'given'
    return ad.status === 'draft' ? 'open' : 'closed'
  }
  if (!isForSale(ad, now)) return 'closed'
  return kind === 'sponsor' && revealPriceAt(ad, now).kind === 'free' ? 'closed' : 'open'
}

/** How many days a boost lasts, by the operator's settings. */
export function boostDays(kind: BoostKind): number {
  const { bumpDays, featureDays, urgentDays, sponsorDays } = findSetting('posting')
  return { bump: bumpDays, feature: featureDays, urgent: urgentDays, sponsor: sponsorDays }[kind]
}

/** Steps that give what a settled purchase bought; once, since each is kept under the purchase. */
export function grantService(purchase: Pick<Purchase, 'id' | 'adId' | 'kind'>, now: Millis): readonly Step[] {
  const ad = purchase.adId === null ? undefined : findAdRecord(purchase.adId)
  invariant(ad && isAdService(purchase.kind), 'a purchase for an ad names its ad')
  if (purchase.kind === 'post') return [markPostPaid(ad.id, purchase.id), ...enterAdSteps(ad, now)]
  return boostSteps(ad, { kind: purchase.kind, purchaseId: purchase.id, now })
}

type Boosting = Readonly<{ kind: BoostKind; purchaseId: string | null; now: Millis }>

function boostSteps(ad: AdRecord, { kind, purchaseId, now }: Boosting): readonly Step[] {
  const running = listRunningBoosts(ad.id, now)
  const endsAt = boostEnd(running, kind, { now, lasts: boostDays(kind) * day })
  const shown = boostShown([...running, { kind, endsAt }], now)
  const boosted = {
    ...ad,
    ...shown,
    sponsoredUntil: kind === 'sponsor' ? endsAt : ad.sponsoredUntil,
    sortKey: kind === 'bump' ? sortKeyOf(now, randomInt(1000)) : ad.sortKey,
  }
  return [
    ...reindexed(ad, boosted, now),
    insertBoost({ id: newId(), adId: ad.id, kind, purchaseId, startsAt: now, endsAt }),
  ]
}

/** The money was taken back: a boost ends, and an ad whose posting is no longer paid waits for its fee again. */
export function withdrawService(purchase: Pick<Purchase, 'id' | 'adId' | 'kind'>, now: Millis): readonly Step[] {
  const ad = purchase.adId === null ? undefined : findAdRecord(purchase.adId)
  if (!ad) return []
  if (purchase.kind !== 'post') {
    return [...shownAgain(ad, { now, without: purchase }), endBoost(purchase.id, now)]
  }
  const stands = ad.status === 'published' || ad.status === 'paused' || ad.status === 'pending'
  const back = stands ? [moveAdStatus(ad.id, { from: ad.status, to: 'draft', now }), ...unindexAd(ad.id)] : []
  return [unmarkPostPaid(purchase.id), ...back]
}

function shownAgain(
  ad: AdRecord,
  { now, without }: Readonly<{ now: Millis; without: Pick<Purchase, 'id' | 'kind'> }>,
): readonly Step[] {
  const shown = boostShown(listRunningBoosts(ad.id, now, without.id), now)
  return reindexed(ad, { ...ad, ...shown, sponsoredUntil: without.kind === 'sponsor' ? null : ad.sponsoredUntil }, now)
}

/**
 * Puts an ad under its new place and label, in the row and in the index. Otherwise `state_changed`: the ad or its boosts
 * are not those that were read, in the same turn as this is called.
 */
export function reindexed(before: AdRecord, after: AdRecord, now: Millis): readonly Step[] {
  const isSame = [requireUnchanged(before), setBoost(after, sumBoostEnds(before.id))]
  return [...isSame, ...unindexAd(before.id), ...indexAd(after, now)]
}

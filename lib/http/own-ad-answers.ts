import type { OwnAd } from '../posting/own-ads-queries.ts'

/** One's own ad for programs; the contact is not part of it. */
export function ownAdJson(ad: OwnAd) {
  const { ref, title, status, priceMinor, currency, boost, boostUntil, sponsoredUntil } = ad
  const { publishedAt, expiresAt, views, unlocks } = ad
  return {
    ...{ ref, title, status, priceMinor, currency, boost, boostUntil, sponsoredUntil },
    ...{ publishedAt, expiresAt, views, unlocks },
  }
}

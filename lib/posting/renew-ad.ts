import { commit, withRetries } from '../../db/commit.ts'
import { findAdRecord } from '../ads/ad-record-queries.ts'
import { renewStep } from '../ads/ads-store.ts'
import { statusSteps } from '../ads/change-ad-status.ts'
import { confirmContact } from '../ads/contact-doubt-store.ts'
import { findAdForSale } from '../ads/sale-queries.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { DomainError } from '../errors/domain-error.ts'
import type { Millis } from '../time/time.ts'
import { canRenew, isRenewKey, renewedUntil } from './own-ads.ts'
import type { RenewAdInput } from './own-ads-input.ts'
import type { PostingContext } from './posting-context.ts'

export type RenewedAd = Readonly<{ ref: string; expiresAt: Millis }>

/**
 * Gives an ad another term on top of the days left; one whose time is over stands again. Costs nothing. It ends a doubt
 * about the contact: the advertiser says that the ad stands.
 *
 * Its owner may, or whoever has the link of the warning: the link names the end it was written for, so it works once.
 * Two presses at once renew once, since the step counts on the end that was read.
 *
 * @throws DomainError `not_found`; `conflict` when it is too early or the ad's state does not allow it.
 */
export function renewAd(input: RenewAdInput, { actor, now }: PostingContext): Promise<RenewedAd> {
  return withRetries(async () => {
    const found = findAdForSale(input.ref, input.locale)
    const ad = found && findAdRecord(found.id)
    const isOwn = actor.memberId !== undefined && found?.ownerId === actor.memberId
    if (!ad || (!isOwn && !(input.key !== undefined && isRenewKey(ad, input.key)))) throw new DomainError('not_found')
    if (!canRenew(ad, now)) throw new DomainError('conflict', { fields: [{ field: 'renew', code: 'too_early' }] })
    const expiresAt = renewedUntil(ad.expiresAt, { adDays: ad.trail.at(-1)?.adDays ?? 60, now })
    const renewed = { ...ad, expiresAt, confirmedAt: now }
    await commit([
      renewStep(ad.id, { from: ad.expiresAt, to: expiresAt, now }),
      confirmContact(ad.id, now),
      ...(ad.status === 'expired' ? statusSteps(renewed, { to: 'published', now }) : []),
      recordAudit(
        { actor: isOwn ? `member:${actor.memberId}` : 'link', action: 'ad_renewed', subject: `ad:${ad.ref}` },
        now,
      ),
    ])
    return { ref: ad.ref, expiresAt }
  })
}

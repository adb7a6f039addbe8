import { commit, type Step, withRetries } from '../../db/commit.ts'
import { findAdRecord } from '../ads/ad-record-queries.ts'
import { moveAdStatus, noteSold, unindexAd } from '../ads/ads-store.ts'
import { statusSteps } from '../ads/change-ad-status.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { DomainError } from '../errors/domain-error.ts'
import { closeCaseOf } from '../moderation/moderation-store.ts'
import { listWaitingNotices } from '../moderation/notices-queries.ts'
import { destroyUnboughtContact } from '../reveals/reveals-store.ts'
import { canChange, type OwnChange, statusAfterChange } from './own-ads.ts'
import type { ChangeOwnAdInput } from './own-ads-input.ts'
import { findOwnAd } from './own-ads-queries.ts'
import type { PostingContext } from './posting-context.ts'

export type ChangedAd = Readonly<{ ref: string; change: OwnChange }>

/**
 * Pauses, resumes, sells or deletes one's own ad; asked twice it is done once.
 *
 * A deleted ad's contact is destroyed, unless somebody bought access to it: that stays readable. Staff need not look at
 * it any more, unless somebody reported it: that still has to be answered.
 *
 * @throws DomainError `not_signed_in`, `not_found` for anybody else's ad; `conflict` in a state that does not allow it;
 *   `invalid_input` for a deletion that was not confirmed.
 */
export async function changeOwnAd(input: ChangeOwnAdInput, { actor, now }: PostingContext): Promise<ChangedAd> {
  const { ref, change } = input
  const { memberId } = actor
  if (memberId === undefined) throw new DomainError('not_signed_in')
  if (change === 'delete' && !input.sure) {
    throw new DomainError('invalid_input', { fields: [{ field: 'sure', code: 'required' }] })
  }
  return withRetries(async () => {
    const own = findOwnAd(memberId, ref, now)
    const ad = own && findAdRecord(own.id)
    if (!ad) throw new DomainError('not_found')
    const to = statusAfterChange(change)
    if (ad.status === to) return { ref, change }
    if (!canChange(ad, change, now)) throw new DomainError('conflict')
    const steps: readonly Step[] =
      change === 'delete'
        ? [
            moveAdStatus(ad.id, { from: ad.status, to, now }),
            ...unindexAd(ad.id),
            destroyUnboughtContact(ad.id),
            ...(listWaitingNotices(ad.id).length === 0 ? [closeCaseOf(ad.id, now)] : []),
          ]
        : statusSteps(ad, { to, now })
    await commit([
      ...steps,
      ...(change === 'sold' ? [noteSold(ad.id, now)] : change === 'resume' ? [noteSold(ad.id, null)] : []),
      recordAudit({ actor: `member:${memberId}`, action: `ad_${change}`, subject: `ad:${ref}` }, now),
    ])
    return { ref, change }
  })
}

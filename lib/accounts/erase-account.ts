import { commit, type Step, withRetries } from '../../db/commit.ts'
import { findAdRecord } from '../ads/ad-record-queries.ts'
import { canBecome } from '../ads/ads.ts'
import { statusSteps } from '../ads/change-ad-status.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { DomainError } from '../errors/domain-error.ts'
import { mailText } from '../mail/mail-text.ts'
import { foldEmail, isStaff, type Member } from '../members/member.ts'
import { eraseMemberRow } from '../members/members-store.ts'
import { emptyContact } from '../reveals/reveals-store.ts'
import type { Millis } from '../time/time.ts'
import { accountMail, dateText } from './accounts.ts'
import { listAdsOfMember } from './personal-data-queries.ts'
import { erasePersonalRows } from './personal-data-store.ts'

/**
 * Forgets a member: her ads are taken down and their contacts destroyed, her sessions end, her rows are deleted or
 * emptied. Payment records stay, as the law asks, under an id that leads to nobody. All of it happens or none.
 *
 * @returns The references of the ads that went, for the pages that show them.
 * @throws DomainError `forbidden` for staff: their role is taken away first.
 * @throws Conflict `not_found` when it is done already.
 */
export function eraseAccount(member: Member, now: Millis): Promise<Readonly<{ refs: readonly string[] }>> {
  if (isStaff(member)) throw new DomainError('forbidden')
  return withRetries(async () => {
    const { id: memberId, email, locale } = member
    const ads = listAdsOfMember(memberId)
    const letter = mailText('accountErased', locale, { date: dateText(now, locale) })
    await commit([
      eraseMemberRow(memberId, now),
      ...ads.flatMap(({ id }) => takeDown(id, now)),
      ...erasePersonalRows({ memberId, email: foldEmail(email), now }),
      recordAudit({ actor: `member:${memberId}`, action: 'account_erased', subject: `member:${memberId}` }, now),
      accountMail({ to: email, locale, letter, now }),
    ])
    return { refs: ads.map(({ ref }) => ref) }
  })
}

function takeDown(id: number, now: Millis): readonly Step[] {
  const ad = findAdRecord(id)
  if (!ad) return []
  return [...(canBecome(ad.status, 'deleted') ? statusSteps(ad, { to: 'deleted', now }) : []), emptyContact(id, now)]
}

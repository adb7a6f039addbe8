import { foldEmail, type Member } from '../members/member.ts'
import { openOwnContact } from '../reveals/reveals-queries.ts'
import type { Millis } from '../time/time.ts'
import { listAdsOfMember, listPersonalRows } from './personal-data-queries.ts'

/** Everything about a member, as a file for her: the tables' rows, and the contacts of her own ads. */
export function exportMyData(member: Member, now: Millis): Readonly<Record<string, unknown>> {
  const { id: memberId, email } = member
  const contacts = listAdsOfMember(memberId).flatMap(({ id, ref }) => {
    const contact = openOwnContact(id, memberId)
    return contact ? [{ ad: ref, ...contact }] : []
  })
  return {
    exportedAt: new Date(now).toISOString(),
    times: 'milliseconds since 1970-01-01 UTC',
    amounts: 'whole minor units (cents)',
    contactsOfYourAds: contacts,
    ...listPersonalRows({ memberId, email: foldEmail(email) }),
  }
}

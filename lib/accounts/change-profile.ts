import { commit } from '../../db/commit.ts'
import { DomainError } from '../errors/domain-error.ts'
import type { Locale } from '../i18n/locales.ts'
import type { Member } from '../members/member.ts'
import { changeNameAndLocale } from '../members/members-store.ts'

/** @throws DomainError `invalid_input` on `displayName` when it is empty. */
export async function changeProfile(
  member: Member,
  typed: Readonly<{ displayName: string; language: Locale }>,
): Promise<Readonly<{ displayName: string; locale: Locale }>> {
  const displayName = typed.displayName.trim()
  if (displayName === '')
    throw new DomainError('invalid_input', { fields: [{ field: 'displayName', code: 'required' }] })
  await commit([changeNameAndLocale(member.id, { displayName, locale: typed.language })])
  return { displayName, locale: typed.language }
}

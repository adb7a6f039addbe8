import { anyRows, one, type Step } from '../../db/commit.ts'
import { members } from '../../db/schema/members.ts'
import { everyColumn, type Row, writeSql, writeStatement } from '../../db/statement.ts'
import type { Millis } from '../time/time.ts'

const insertRow = writeStatement<Row<typeof members>>((db) => db.insert(members).values(everyColumn(members)))
const passwordRow = writeSql('update members set password_hash = ? where id = ?')
const profileRow = writeSql('update members set display_name = ?, staff_role = ?, locale = ? where id = ?')
const localeRow = writeSql('update members set locale = ? where id = ?')

/** An account as it begins, apart from who it is. An empty hash is an account without a password. */
export const newAccountRow = {
  passwordHash: '',
  isDisabled: false,
  emailVerifiedAt: null,
  totpSealed: null,
  totpConfirmedAt: null,
  totpLastStep: null,
  erasedAt: null,
} as const

/** Otherwise `already_exists`: somebody has this address. */
export function insertMember(row: Row<typeof members>): Step {
  return one(insertRow(row), 'already_exists')
}

export function changePasswordHash(memberId: string, passwordHash: string): Step {
  return one(passwordRow(passwordHash, memberId), 'not_found')
}

export function changeProfile(
  memberId: string,
  profile: Readonly<{ displayName: string; staffRole: string | null; locale: string }>,
): Step {
  return one(profileRow(profile.displayName, profile.staffRole, profile.locale, memberId), 'not_found')
}

export function changeLocale(memberId: string, locale: string): Step {
  return one(localeRow(locale, memberId), 'not_found')
}

const nameRow = writeSql('update members set display_name = ?, locale = ? where id = ?')
const emailRow = writeSql('update members set email = ?, email_folded = ?, email_verified_at = ? where id = ?')
const verifiedRow = writeSql('update members set email_verified_at = ? where id = ? and email_verified_at is null')
const totpRow = writeSql(
  'update members set totp_sealed = ?, totp_last_step = null where id = ? and totp_confirmed_at is null',
)
const confirmTotpRow = writeSql(`update members set totp_confirmed_at = ?, totp_last_step = ?
  where id = ? and totp_confirmed_at is null and totp_sealed = ?`)
const stepRow = writeSql(`update members set totp_last_step = ?
  where id = ? and totp_confirmed_at is not null and (totp_last_step is null or totp_last_step < ?)`)
const clearTotpRow = writeSql(
  'update members set totp_sealed = null, totp_confirmed_at = null, totp_last_step = null where id = ?',
)
const eraseRow = writeSql(`update members set email = 'erased', email_folded = ?, password_hash = '', display_name = '',
  staff_role = null, is_disabled = 1, email_verified_at = null, totp_sealed = null, totp_confirmed_at = null,
  totp_last_step = null, erased_at = ? where id = ? and erased_at is null`)

/** What a member may change about herself without a proof. */
export function changeNameAndLocale(
  memberId: string,
  profile: Readonly<{ displayName: string; locale: string }>,
): Step {
  return one(nameRow(profile.displayName, profile.locale, memberId), 'not_found')
}

/** Otherwise `already_exists`: somebody has this address by now. */
export function changeEmail(
  memberId: string,
  change: Readonly<{ email: string; emailFolded: string; verifiedAt: Millis }>,
): Step {
  return one(emailRow(change.email, change.emailFolded, change.verifiedAt, memberId), 'already_exists')
}

export function markEmailVerified(memberId: string, now: Millis): Step {
  return anyRows(verifiedRow(now, memberId))
}

/** Keeps a new secret of an authenticator app until a code confirms it; one in use is not replaced: `state_changed`. */
export function offerTotp(memberId: string, sealed: Buffer): Step {
  return one(totpRow(sealed, memberId), 'state_changed')
}

/** From now on the app counts; the secret must still be the one that was shown, or `state_changed`. */
export function confirmTotp(
  memberId: string,
  confirmed: Readonly<{ sealed: Buffer; step: number; now: Millis }>,
): Step {
  return one(confirmTotpRow(confirmed.now, confirmed.step, memberId, confirmed.sealed), 'state_changed')
}

/** Accepts the code of a time step; the same or an earlier one conflicts with `already_claimed`. */
export function useTotpStep(memberId: string, step: number): Step {
  return one(stepRow(step, memberId, step), 'already_claimed')
}

export function clearTotp(memberId: string): Step {
  return anyRows(clearTotpRow(memberId))
}

/** Leaves of a member what the books need: an id. @param memberId Also stands for the address, which stays unique. */
export function eraseMemberRow(memberId: string, now: Millis): Step {
  return one(eraseRow(`erased:${memberId}`, now, memberId), 'not_found')
}

// Touches one row of a table that is always there, and only while nobody owns the site.
const noOwner = writeSql(`update table_versions set version = version
  where name = 'categories' and not exists (select 1 from members where staff_role = 'owner')`)

/** A step that holds only while nobody owns the site, else `already_claimed`: of two who set it up, one is too late. */
export function requireNoOwner(): Step {
  return one(noOwner(), 'already_claimed')
}

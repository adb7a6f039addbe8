import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { bytes, flag, id, json, millis } from '../columns.ts'

export type StaffRole = 'owner' | 'moderator' | 'finance' | 'support' | 'read_only'

export const members = sqliteTable('members', {
  id: id().primaryKey(),
  email: text('email').notNull(),
  emailFolded: text('email_folded').notNull().unique(),
  passwordHash: text('password_hash').notNull(),
  displayName: text('display_name').notNull(),
  staffRole: text('staff_role').$type<StaffRole>(),
  locale: text('locale').notNull(),
  isDisabled: flag('is_disabled').notNull(),
  createdAt: millis('created_at').notNull(),
  emailVerifiedAt: millis('email_verified_at'),
  /** The shared secret of the authenticator app, sealed; it counts once `totpConfirmedAt` is set. */
  totpSealed: bytes('totp_sealed'),
  totpConfirmedAt: millis('totp_confirmed_at'),
  /** The last time step a code was accepted for, so that no code works twice. */
  totpLastStep: integer('totp_last_step'),
  /** When the member asked to be forgotten; the row stays for the books, without name or address. */
  erasedAt: millis('erased_at'),
})

export const sessions = sqliteTable('sessions', {
  idHash: text('id_hash').primaryKey(),
  memberId: id('member_id')
    .notNull()
    .references(() => members.id),
  createdAt: millis('created_at').notNull(),
  seenAt: millis('seen_at').notNull(),
  expiresAt: millis('expires_at').notNull(),
  revokedAt: millis('revoked_at'),
  /** When the second factor was given in this session. */
  secondFactorAt: millis('second_factor_at'),
  /** When the member last proved again who they are, for actions that move money. */
  reauthenticatedAt: millis('reauthenticated_at'),
  /** `Firefox on Linux`, for the list of sessions. */
  device: text('device'),
})

export const passkeys = sqliteTable(
  'passkeys',
  {
    /** The credential id, base64url. */
    id: id().primaryKey(),
    memberId: id('member_id')
      .notNull()
      .references(() => members.id),
    publicKey: bytes('public_key').notNull(),
    counter: integer('counter').notNull(),
    transports: json<readonly string[]>('transports').notNull(),
    label: text('label').notNull(),
    createdAt: millis('created_at').notNull(),
    usedAt: millis('used_at'),
  },
  (table) => [index('passkeys_member').on(table.memberId)],
)

/** Codes on paper for the day the second factor is lost; each works once. */
export const backupCodes = sqliteTable(
  'backup_codes',
  {
    codeHash: text('code_hash').primaryKey(),
    memberId: id('member_id')
      .notNull()
      .references(() => members.id),
    createdAt: millis('created_at').notNull(),
    usedAt: millis('used_at'),
  },
  (table) => [index('backup_codes_member').on(table.memberId)],
)

export type TokenPurpose =
  | 'verify_email'
  | 'reset_password'
  | 'change_email'
  | 'sign_in_code'
  | 'contact_email'
  | 'contact_phone'
  | 'passkey_challenge'
  | 'confirm_ad'
  | 'invite_staff'
  | 'pay_for_ad'
  | 'setup'

/** A secret sent to somebody that does one thing once; only its keyed hash is kept. */
export const oneTimeTokens = sqliteTable(
  'one_time_tokens',
  {
    tokenHash: text('token_hash').primaryKey(),
    purpose: text('purpose').$type<TokenPurpose>().notNull(),
    /** Whom or what it is about: a member, a draft, an ad. */
    subject: text('subject').notNull(),
    data: json<Readonly<Record<string, string>> | null>('data'),
    attempts: integer('attempts').notNull(),
    createdAt: millis('created_at').notNull(),
    expiresAt: millis('expires_at').notNull(),
    usedAt: millis('used_at'),
  },
  (table) => [index('one_time_tokens_subject').on(table.purpose, table.subject)],
)

/** Telephone numbers that answered with the code sent to them, by keyed hash. */
export const verifiedPhones = sqliteTable(
  'verified_phones',
  {
    phoneHash: text('phone_hash').primaryKey(),
    memberId: id('member_id')
      .notNull()
      .references(() => members.id),
    verifiedAt: millis('verified_at').notNull(),
  },
  (table) => [index('verified_phones_member').on(table.memberId)],
)

import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { flag, id, millis } from '../columns.ts'

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
})

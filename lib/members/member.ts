import { z } from 'zod'
import type { Locale } from '../i18n/locales.ts'
import type { Millis } from '../time/time.ts'

export const staffRoles = ['owner', 'moderator', 'finance', 'support', 'read_only'] as const
export type StaffRole = (typeof staffRoles)[number]

/** Somebody with an account; `staffRole` is null for everybody who does not work for the operator. */
export type Member = Readonly<{
  id: string
  email: string
  displayName: string
  staffRole: StaffRole | null
  locale: Locale
  createdAt: Millis
}>
export type StaffMember = Member & Readonly<{ staffRole: StaffRole }>

/** What the panel is divided into. Every role has `see_panel`: Today without money, and the ads. */
export const staffAbilities = [
  'see_panel',
  'see_members',
  'moderate',
  'see_money',
  'move_money',
  'answer_claims',
  'change_providers',
  'change_prices',
  'change_settings',
  'manage_team',
  'see_audit',
] as const
export type StaffAbility = (typeof staffAbilities)[number]

const abilities: Record<StaffRole, readonly StaffAbility[]> = {
  owner: staffAbilities,
  moderator: ['see_panel', 'see_members', 'moderate'],
  finance: ['see_panel', 'see_money', 'move_money', 'answer_claims', 'change_providers', 'change_prices', 'see_audit'],
  support: ['see_panel', 'see_members', 'see_money', 'answer_claims'],
  read_only: ['see_panel', 'see_money'],
}

export function canStaff(role: StaffRole | null, ability: StaffAbility): boolean {
  return role !== null && abilities[role].includes(ability)
}

/** Everything a role may do. */
export function abilitiesOf(role: StaffRole): readonly StaffAbility[] {
  return abilities[role]
}

export function isStaff(member: Member): member is StaffMember {
  return member.staffRole !== null
}

/** One person types her address in many ways; accounts are unique by this form of it. */
export function foldEmail(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase()
}

export const emailInput = z.string().transform(foldEmail).pipe(z.email().max(254))

/** `l…@example.org`: enough for its owner, and for a log that forgets nothing. */
export function maskEmail(email: string): string {
  return email.replace(/^(.)[^@]*/, '$1…')
}

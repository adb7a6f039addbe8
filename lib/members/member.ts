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

/** What the panel is divided into. */
export type StaffAbility = 'see_money' | 'change_providers' | 'change_settings'

const abilities: Record<StaffRole, readonly StaffAbility[]> = {
  owner: ['see_money', 'change_providers', 'change_settings'],
  finance: ['see_money', 'change_providers'],
  support: ['see_money'],
  read_only: ['see_money'],
  moderator: [],
}

export function canStaff(role: StaffRole | null, ability: StaffAbility): boolean {
  return role !== null && abilities[role].includes(ability)
}

export function isStaff(member: Member): member is StaffMember {
  return member.staffRole !== null
}

/** One person types her address in many ways; accounts are unique by this form of it. */
export function foldEmail(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase()
}

export const emailInput = z.string().transform(foldEmail).pipe(z.email().max(254))

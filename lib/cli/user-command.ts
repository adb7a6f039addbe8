import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type Locale, locales } from '../i18n/locales.ts'
import { createMember } from '../members/create-member.ts'
import { type StaffRole, staffRoles } from '../members/member.ts'
import { currentTime } from '../time/time.ts'

export const userOptions = {
  roles: ['member', ...staffRoles],
  locales: [...locales],
} as const

/**
 * Creates an account. Without `passwordStdin` a random password is printed, the only time it is known.
 *
 * @throws DomainError `invalid_input` as `createMember` does.
 */
export async function userCreateCommand(
  options: Readonly<{ email: string; name: string; role: string; locale: Locale; passwordStdin?: boolean }>,
): Promise<number> {
  const given = options.passwordStdin === true ? readFileSync(0, 'utf8').replace(/\r?\n$/, '') : undefined
  const password = given ?? randomBytes(15).toString('base64url')
  const member = await createMember({
    email: options.email,
    password,
    displayName: options.name,
    staffRole: roleOf(options.role),
    locale: options.locale,
    now: currentTime(),
    actor: 'command line',
  })
  process.stdout.write(`${member.email} can sign in${member.staffRole ? ` as ${member.staffRole}` : ''}.\n`)
  if (given === undefined) process.stdout.write(`Password: ${password}\n`)
  return 0
}

function roleOf(name: string): StaffRole | null {
  return staffRoles.find((role) => role === name) ?? null
}

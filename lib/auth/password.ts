import { availableParallelism } from 'node:os'
import { hash, verify } from '@node-rs/argon2'
import { DomainError } from '../errors/domain-error.ts'
import { isCommonPassword } from './common-passwords.ts'

export const shortestPassword = 12
export const longestPassword = 128

/** Argon2id with 19 MiB, two passes and one lane: OWASP's first choice; about 35 ms of one core. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
/** More at once would let a flood of sign-ins take both cores and every megabyte from the people browsing. */
const atOnce = Math.min(2, availableParallelism())
const longestQueue = 40

let running = 0
const waiting: (() => void)[] = []

export type PasswordProblem = 'too_short' | 'too_long' | 'too_simple'

/** What is wrong with a password somebody chose; lengths count characters, any character is allowed. */
export function passwordProblem(password: string, email: string): PasswordProblem | undefined {
  const characters = [...password.normalize('NFKC')]
  if (characters.length < shortestPassword) return 'too_short'
  if (characters.length > longestPassword) return 'too_long'
  const name = email.split('@')[0] ?? ''
  const isName = name.length > 3 && password.toLowerCase().includes(name.toLowerCase())
  return new Set(characters).size < 5 || isName || isCommonPassword(password) ? 'too_simple' : undefined
}

/** The hash to store, salt and cost included. @throws DomainError `rate_limited` when too many are waiting. */
export async function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFKC'), cost))
}

/**
 * Compares a password with a stored hash; without one (an unknown account, or one that has no password: '') as long
 * with a hash nobody knows the password of, so that the time taken does not tell whether an account exists.
 */
export async function isPassword(stored: string | undefined, password: string): Promise<boolean> {
  // Made for a known account too, or the first unknown one would take longer.
  const other = await unknownHash()
  const isRight = await inTurn(() => verify(stored || other, password.normalize('NFKC').slice(0, longestPassword * 2)))
  return isRight && stored !== undefined && stored !== ''
}

let nobody: Promise<string> | undefined

function unknownHash(): Promise<string> {
  nobody ??= hash(crypto.randomUUID(), cost)
  return nobody
}

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= atOnce) {
    if (waiting.length >= longestQueue) throw new DomainError('rate_limited', { retryAfterSeconds: 5 })
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else {
    running += 1
  }
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

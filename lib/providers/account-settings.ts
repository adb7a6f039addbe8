import { z } from 'zod'
import type { AccountContext } from './provider.ts'
import { type SecretWeakness, weaknessOf } from './secret-strength.ts'

/** The operator's settings of an account do not let it work; the message says which one and why, never its value. */
export class UnusableAccount extends Error {
  constructor(accountId: string, sentence: string) {
    super(`Provider account ${accountId} cannot be used: ${sentence}`)
    this.name = 'UnusableAccount'
  }
}

/**
 * Reads an account's settings, empty ones counting as absent.
 *
 * @param secrets Which settings are secrets, and how many characters each needs at least.
 * @throws UnusableAccount naming the first setting that is missing, or a secret that is short or known to everybody.
 */
export function readSettings<Shape extends z.ZodType>(
  account: AccountContext,
  shape: Shape,
  secrets: Readonly<Record<string, number>> = {},
): z.output<Shape> {
  const given = Object.fromEntries(Object.entries(account.settings).filter(([, value]) => value !== ''))
  const result = shape.safeParse(given)
  for (const [key, minLength] of Object.entries(secrets)) refuseWeak(account, { key, value: given[key], minLength })
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new UnusableAccount(
    account.accountId,
    `${issue?.path.join('.') || 'settings'}: ${issue?.message ?? 'invalid'}.`,
  )
}

type Secret = Readonly<{ key: string; value: string | undefined; minLength: number }>

function refuseWeak(account: AccountContext, { key, value, minLength }: Secret): void {
  const weakness = value === undefined ? undefined : weaknessOf(value, minLength)
  if (weakness === undefined || (weakness === 'public_sample' && account.isRehearsal)) return
  throw new UnusableAccount(account.accountId, `${key}: ${sentenceOf(weakness, minLength)}.`)
}

function sentenceOf(weakness: SecretWeakness, minLength: number): string {
  if (weakness === 'short') return `a secret needs at least ${minLength} characters`
  if (weakness === 'placeholder') return 'this is what stands where a secret belongs, not a secret'
  return 'this secret is printed in public examples, so anybody could sign with it'
}

/** The present secret and, during a change, the one before. */
export function secretsOf(
  settings: Readonly<{ secret: string; previousSecret?: string | undefined }>,
): readonly string[] {
  return settings.previousSecret === undefined ? [settings.secret] : [settings.secret, settings.previousSecret]
}

/** An address of http or https, or the path of one on the site itself, which a demonstration's companies have. */
export function addressOrOwnPath(what: string) {
  return z.union([z.url({ protocol: /^https?$/ }), z.string().regex(/^\/[a-z][\w\-/.]*$/)], what)
}

/** The same for companies that only speak https; plain http reaches nothing but this machine. */
export function secureAddressOrOwnPath(what: string) {
  return addressOrOwnPath(what).refine(
    (address) => address.startsWith('/') || isSecure(new URL(address)),
    `${what}, which begins with https://`,
  )
}

function isSecure({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
}

/** The address that such a setting stands for, wherever the site has moved to since. */
export function onOwnSite(address: string, account: AccountContext): string {
  return address.startsWith('/') ? new URL(address, account.callbackUrl).href : address
}

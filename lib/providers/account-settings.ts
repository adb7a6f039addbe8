import { z } from 'zod'
import type { AccountContext } from './provider.ts'

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
 * @throws UnusableAccount naming the first setting that is missing or too weak.
 */
export function readSettings<Shape extends z.ZodType>(account: AccountContext, shape: Shape): z.output<Shape> {
  const given = Object.fromEntries(Object.entries(account.settings).filter(([, value]) => value !== ''))
  const result = shape.safeParse(given)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new UnusableAccount(
    account.accountId,
    `${issue?.path.join('.') || 'settings'}: ${issue?.message ?? 'invalid'}.`,
  )
}

/** An address of http or https, or the path of one on the site itself, which a demonstration's companies have. */
export function addressOrOwnPath(what: string) {
  return z.union([z.url({ protocol: /^https?$/ }), z.string().regex(/^\/[a-z][\w\-/]*$/)], what)
}

/** The address that such a setting stands for, wherever the site has moved to since. */
export function onOwnSite(address: string, account: AccountContext): string {
  return address.startsWith('/') ? new URL(address, account.callbackUrl).href : address
}

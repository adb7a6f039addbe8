import { z } from 'zod'
import { equalInConstantTime, keyedHash } from '../config/keys.ts'
import { newPublicId } from '../ids/ids.ts'
import { currencies } from '../money/money.ts'
import { purchaseKinds } from '../money/rails.ts'
import { minute } from '../time/time.ts'

/** How long a price that was shown is kept. */
export const quoteLifeMs = 30 * minute

const quoteShape = z.object({
  id: z.string().min(20).max(40),
  kind: z.enum(purchaseKinds),
  adId: z.number().int().nullable(),
  accountId: z.string().max(60),
  country: z.string().length(2),
  currency: z.enum(currencies),
  priceMinor: z.number().int().positive().max(1_000_000),
  billedMinor: z.number().int().positive().max(1_000_000),
  pricePointId: z.string().max(60).nullable(),
  expiresAt: z.number().int(),
})

/** A price offered for one thing through one account: what was shown is what is charged. */
export type Quote = Readonly<z.infer<typeof quoteShape>>

export function newQuote(terms: Omit<Quote, 'id' | 'expiresAt'>, now: number): Quote {
  return { ...terms, id: newPublicId(), expiresAt: now + quoteLifeMs }
}

/**
 * Writes a quote into a form: readable, and sealed with a keyed hash, since a page that only looks cannot store it.
 * It is stored when it is answered, and answered once.
 */
export function signQuote(quote: Quote): string {
  const body = Buffer.from(JSON.stringify(quote)).toString('base64url')
  return `${body}.${keyedHash('quotes', body)}`
}

/** @returns The quote, or undefined when a byte of it is not ours. Its expiry is the caller's to check. */
export function readQuote(token: string): Quote | undefined {
  const [body = '', signature = ''] = token.split('.')
  if (!equalInConstantTime(keyedHash('quotes', body), signature)) return undefined
  try {
    const result = quoteShape.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString()))
    return result.success ? result.data : undefined
  } catch {
    return undefined
  }
}

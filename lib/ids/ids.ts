import { randomBytes } from 'node:crypto'
import { nanoid } from 'nanoid'
import { uuidv7 } from 'uuidv7'
import { encodeCrockford, withCheckSymbol } from './crockford.ts'

/** A time-ordered row id. Not a secret: never use one as a capability. */
export function newId(): string {
  return uuidv7()
}

/** An unguessable public id (168 bits): purchases, receipts, anything whose address is a capability. */
export function newPublicId(): string {
  return nanoid(28)
}

/** A secret for a cookie or a link, 256 bits. Only its hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** An ad's reference as people type it: five random symbols and a check symbol, `K7P204`. */
export function newAdRef(): string {
  return withCheckSymbol(encodeCrockford(randomBytes(4), 5))
}

/** What a payer types in a text or keys in: seven random symbols and a check symbol. */
export function newPayerCode(): string {
  return withCheckSymbol(encodeCrockford(randomBytes(5), 7))
}

/** A voucher: sixteen symbols (80 bits) and a check symbol. */
export function newVoucherCode(): string {
  return withCheckSymbol(encodeCrockford(randomBytes(10), 16))
}

/** Decimal digits from a secure source, for codes that are spoken or keyed in. */
export function newDigits(count: number): string {
  let out = ''
  while (out.length < count) {
    for (const byte of randomBytes(count)) if (byte < 250 && out.length < count) out += String(byte % 10)
  }
  return out
}

import { invariant } from '../errors/invariant.ts'

/** Crockford's base 32: no I, L, O or U, so a code read aloud or typed on a phone survives. */
export const crockfordAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Upper case, look-alikes mapped (I and L to 1, O to 0), spaces, dashes and dots dropped. */
export function normaliseCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[\s.·\-_]/g, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')
    .replace(/U/g, 'V')
}

/** Luhn's algorithm modulo 32: catches every single wrong symbol and every swap of neighbours but one pair. */
export function checkSymbol(payload: string): string {
  let factor = 2
  let sum = 0
  for (let at = payload.length - 1; at >= 0; at -= 1) {
    const value = crockfordAlphabet.indexOf(payload.charAt(at))
    invariant(value >= 0, 'checkSymbol needs Crockford symbols')
    const product = value * factor
    sum += Math.floor(product / 32) + (product % 32)
    factor = factor === 2 ? 1 : 2
  }
  return crockfordAlphabet.charAt((32 - (sum % 32)) % 32)
}

export function withCheckSymbol(payload: string): string {
  return payload + checkSymbol(payload)
}

/** True when a normalised code of `length` symbols, check symbol included, adds up. */
export function isCheckedCode(code: string, length: number): boolean {
  if (code.length !== length) return false
  for (const symbol of code) if (!crockfordAlphabet.includes(symbol)) return false
  return checkSymbol(code.slice(0, -1)) === code.slice(-1)
}

/** Encodes the first `symbols` groups of five bits of `bytes`. */
export function encodeCrockford(bytes: Uint8Array, symbols: number): string {
  invariant(bytes.length * 8 >= symbols * 5, 'not enough bytes for that many symbols')
  let out = ''
  let buffer = 0
  let bits = 0
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte
    bits += 8
    while (bits >= 5 && out.length < symbols) {
      bits -= 5
      out += crockfordAlphabet.charAt((buffer >> bits) & 31)
    }
    buffer &= (1 << bits) - 1
  }
  return out
}

/** `K7P204XY` becomes `K7P2-04XY`: groups of four for the eye. */
export function groupCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-')
}

import { createHmac } from 'node:crypto'
import { crockfordAlphabet, withCheckSymbol } from '../../../ids/crockford.ts'
import { type Millis, minute } from '../../../time/time.ts'
import { payerCodeLength } from '../../payer-text.ts'
import type { PremiumNumber } from './voice-settings.ts'

const spokenLength = 16
const nonceBits = 30n
const markBits = 23n
/** How long a spoken code may be typed. */
const lifeMinutes = 15
/** Past its life a code is still told from one that was never spoken. */
const rememberedMinutes = 60

export const minuteOf = (at: Millis): number => Math.floor(at / minute)

type Call = Readonly<{ callId: string; number: PremiumNumber; minute: number }>

/**
 * The sixteen digits a call speaks: thirty bits of the call and a mark of twenty-three bits that binds them to the
 * number, its price and the minute. Nothing is kept, and the same call always speaks the same code. Two calls to one
 * number within a minute speak the same once in a thousand million times: the second would have paid for a code that
 * counts no more. Five tries for a charge leave a guesser one chance in fifty thousand.
 */
export function spokenCode({ callId, number, minute: spokenAt }: Call, secret: string): string {
  const digest = createHmac('sha256', secret).update(`call ${callId}`).digest()
  const nonce = BigInt(digest.readUInt32BE(0)) & ((1n << nonceBits) - 1n)
  const value = (nonce << markBits) | markOf(nonce, { number, minute: spokenAt }, secret)
  return String(value).padStart(spokenLength, '0')
}

function markOf(nonce: bigint, { number, minute: at }: Pick<Call, 'number' | 'minute'>, secret: string): bigint {
  const text = `code ${nonce} ${number.number} ${number.minor} ${at}`
  const digest = createHmac('sha256', secret).update(text).digest()
  return BigInt(digest.readUInt32BE(0)) & ((1n << markBits) - 1n)
}

export type SpokenCode = Readonly<{ kind: 'valid' | 'old'; number: PremiumNumber; minute: number }>

/** The number and minute that spoke a code; undefined when none did within the last hour. */
export function readSpokenCode(
  typed: string,
  known: Readonly<{ numbers: readonly PremiumNumber[]; secrets: readonly string[]; now: Millis }>,
): SpokenCode | undefined {
  if (!/^\d{16}$/.test(typed)) return undefined
  const value = BigInt(typed)
  const nonce = value >> markBits
  const mark = value & ((1n << markBits) - 1n)
  if (nonce >> nonceBits !== 0n) return undefined
  for (let age = 0; age <= rememberedMinutes; age += 1) {
    const at = minuteOf(known.now) - age
    for (const number of known.numbers) {
      const isGenuine = known.secrets.some((secret) => markOf(nonce, { number, minute: at }, secret) === mark)
      if (isGenuine) return { kind: age <= lifeMinutes ? 'valid' : 'old', number, minute: at }
    }
  }
  return undefined
}

const keyedSymbols = payerCodeLength - 1
const keyedDigits = 11

/** A payer code as twelve digits to key in: its seven symbols as a number, and a check digit (Luhn). */
export function keyedDigitsOf(payerCode: string): string {
  let value = 0n
  for (const symbol of payerCode.slice(0, keyedSymbols)) value = value * 32n + BigInt(crockfordAlphabet.indexOf(symbol))
  const digits = String(value).padStart(keyedDigits, '0')
  return digits + luhnDigit(digits)
}

/** @returns undefined for digits that were mistyped, as the check digit tells. */
export function payerCodeOfKeyed(keyed: string): string | undefined {
  if (!/^\d{12}$/.test(keyed) || luhnDigit(keyed.slice(0, -1)) !== keyed.slice(-1)) return undefined
  let value = BigInt(keyed.slice(0, -1))
  let symbols = ''
  for (let at = 0; at < keyedSymbols; at += 1) {
    symbols = crockfordAlphabet.charAt(Number(value % 32n)) + symbols
    value /= 32n
  }
  return value === 0n ? withCheckSymbol(symbols) : undefined
}

function luhnDigit(digits: string): string {
  let sum = 0
  for (const [at, digit] of [...digits].reverse().entries()) {
    const doubled = Number(digit) * (at % 2 === 0 ? 2 : 1)
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return String((10 - (sum % 10)) % 10)
}

import { findMerchantOfNumber } from './merchants.ts'
import { onlyDigits } from './test-cards.ts'
import { world } from './world.ts'

/** The premium number on which a call costs this much; the merchant's own where it names one. */
export function numberFor(minor: number, wanted: string | undefined): string {
  const number =
    wanted ??
    `0899 98 ${String(minor)
      .padStart(4, '0')
      .replace(/(..)(..)/, '$1 $2')}`
  world().prepare('insert or replace into tariffs (number, minor) values (?, ?)').run(onlyDigits(number), minor)
  return number
}

/** What a call to a number costs; undefined for a number nobody has. */
export function tariffOf(number: string): number | undefined {
  const digits = onlyDigits(number)
  const kept = world().prepare<[string], { minor: number }>('select minor from tariffs where number = ?').get(digits)
  return kept?.minor ?? priceOnLadder(digits)
}

/** A paused account finishes what it began, so its numbers still answer. */
function priceOnLadder(digits: string): number | undefined {
  const ladder = findMerchantOfNumber(digits)?.account.ladder ?? []
  return ladder.find(({ number }) => number !== undefined && onlyDigits(number) === digits)?.minor
}

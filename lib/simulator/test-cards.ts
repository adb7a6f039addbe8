import type { Trouble } from './handset.ts'

/** The last two behave so once they are kept: the bank asks again at each payment, or refuses it. */
type CardOutcome = 'accepted' | 'refused' | 'no_credit' | Trouble | 'asks_again' | 'refused_later'
export type TestCard = Readonly<{ number: string; outcome: CardOutcome }>

/** Bank cards of the demonstration; any other number is refused, and none is kept. */
export const testCards: readonly TestCard[] = [
  { number: '4970 0000 0000 0014', outcome: 'accepted' },
  { number: '4970 0000 0000 0022', outcome: 'refused' },
  { number: '4970 0000 0000 0030', outcome: 'no_credit' },
  { number: '4970 0000 0000 0048', outcome: 'late' },
  { number: '4970 0000 0000 0055', outcome: 'duplicate' },
  { number: '4970 0000 0000 0063', outcome: 'lost' },
  { number: '4970 0000 0000 0071', outcome: 'reversed' },
  { number: '4970 0000 0000 0089', outcome: 'asks_again' },
  { number: '4970 0000 0000 0097', outcome: 'refused_later' },
]

/** The companies whose cards are sold in the demonstration's shops; `sim_prepaid` is its own. */
export const cardSellers = ['sim_prepaid', 'paysafecard', 'neosurf'] as const
export type CardSeller = (typeof cardSellers)[number]
export type PrepaidCard = Readonly<{ seller: CardSeller; code: string; balanceMinor: number; trouble?: Trouble }>

/**
 * Prepaid cards as they are sold, no two of a seller with the same last four characters; what is left on them is in the world's
 * database. Nobody takes back what was paid with one.
 */
export const prepaidCards: readonly PrepaidCard[] = [
  { seller: 'sim_prepaid', code: '7000 0000 0010 00', balanceMinor: 1000 },
  { seller: 'sim_prepaid', code: '7000 0000 0020 00', balanceMinor: 2000 },
  { seller: 'sim_prepaid', code: '7000 0000 0001 00', balanceMinor: 100 },
  { seller: 'sim_prepaid', code: '7000 0000 0000 00', balanceMinor: 0 },
  { seller: 'paysafecard', code: '0071 0000 0000 1000', balanceMinor: 10_000 },
  { seller: 'paysafecard', code: '0071 0000 0000 0010', balanceMinor: 100 },
  { seller: 'paysafecard', code: '0071 0000 0000 2020', balanceMinor: 2000, trouble: 'late' },
  { seller: 'paysafecard', code: '0071 0000 0000 2035', balanceMinor: 2000, trouble: 'duplicate' },
  { seller: 'paysafecard', code: '0071 0000 0000 2040', balanceMinor: 2000, trouble: 'lost' },
  { seller: 'neosurf', code: 'NEO0 0000 50', balanceMinor: 5000 },
  { seller: 'neosurf', code: 'NEO0 0000 01', balanceMinor: 100 },
  { seller: 'neosurf', code: 'NEO0 0020 20', balanceMinor: 2000, trouble: 'late' },
  { seller: 'neosurf', code: 'NEO0 0020 35', balanceMinor: 2000, trouble: 'duplicate' },
  { seller: 'neosurf', code: 'NEO0 0020 40', balanceMinor: 2000, trouble: 'lost' },
]

export function findTestCard(typed: string): TestCard | undefined {
  return testCards.find(({ number }) => onlyDigits(number) === onlyDigits(typed))
}

export function onlyDigits(text: string): string {
  return text.replace(/\D/g, '')
}

/** A card's code however it is typed. */
export function plainCode(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, '')
}

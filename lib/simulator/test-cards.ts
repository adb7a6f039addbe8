import type { Trouble } from './handset.ts'

export type TestCard = Readonly<{ number: string; outcome: 'accepted' | 'refused' | 'no_credit' | Trouble }>

/** Bank cards of the demonstration; any other number is refused, and none is kept. */
export const testCards: readonly TestCard[] = [
  { number: '4970 0000 0000 0014', outcome: 'accepted' },
  { number: '4970 0000 0000 0022', outcome: 'refused' },
  { number: '4970 0000 0000 0030', outcome: 'no_credit' },
  { number: '4970 0000 0000 0048', outcome: 'late' },
  { number: '4970 0000 0000 0055', outcome: 'duplicate' },
  { number: '4970 0000 0000 0063', outcome: 'lost' },
  { number: '4970 0000 0000 0071', outcome: 'reversed' },
]

export type PrepaidCard = Readonly<{ code: string; balanceMinor: number }>

/** Prepaid cards as they are sold; what is left on them is in the world's database. */
export const prepaidCards: readonly PrepaidCard[] = [
  { code: '7000 0000 0010 00', balanceMinor: 1000 },
  { code: '7000 0000 0020 00', balanceMinor: 2000 },
  { code: '7000 0000 0001 00', balanceMinor: 100 },
  { code: '7000 0000 0000 00', balanceMinor: 0 },
]

export function findTestCard(typed: string): TestCard | undefined {
  return testCards.find(({ number }) => onlyDigits(number) === onlyDigits(typed))
}

export function onlyDigits(text: string): string {
  return text.replace(/\D/g, '')
}

/** What can be made to go wrong for one telephone. */
export const troubles = ['no_credit', 'blocked', 'late', 'duplicate', 'lost', 'capped', 'reversed', 'repeated'] as const
export type Trouble = (typeof troubles)[number]

export type Handset = Readonly<{
  /** E.164, in the range that the regulator keeps for fiction. */
  msisdn: string
  creditMinor: number
  /** How long the operator holds what is late. */
  delayMinutes: number
  troubles: readonly Trouble[]
}>

/** Numbers that behave in one way from the start, so that a test needs no setting. */
export const magicNumbers: readonly Readonly<{ msisdn: string; trouble: Trouble | 'none' }>[] = [
  { msisdn: '+33639980001', trouble: 'none' },
  { msisdn: '+33639980002', trouble: 'no_credit' },
  { msisdn: '+33639980003', trouble: 'blocked' },
  { msisdn: '+33639980004', trouble: 'late' },
  { msisdn: '+33639980005', trouble: 'duplicate' },
  { msisdn: '+33639980006', trouble: 'lost' },
  { msisdn: '+33639980007', trouble: 'capped' },
  { msisdn: '+33639980008', trouble: 'reversed' },
  { msisdn: '+33639980009', trouble: 'repeated' },
]

/** `06 39 98 00 01` or `+33 6 39 98 00 01` as E.164; undefined outside the range for fiction. */
export function fictionNumber(typed: string): string | undefined {
  const digits = typed.replace(/[\s.\-()]/g, '').replace(/^(\+33|0033)/, '0')
  return /^063998\d{4}$/.test(digits) ? `+33${digits.slice(1)}` : undefined
}

/** As people write it: `06 39 98 00 01`. */
export function displayNumber(msisdn: string): string {
  return msisdn.replace(/^\+33/, '0').replace(/(\d{2})(?=\d)/g, '$1 ')
}

/** A number of one's own: never a magic one. @param draw 0 to just below 1. */
export function drawNumber(draw: number): string {
  return `+3363998${1000 + Math.floor(draw * 9000)}`
}

export function newHandset(msisdn: string): Handset {
  const trouble = magicNumbers.find((number) => number.msisdn === msisdn)?.trouble ?? 'none'
  return {
    msisdn,
    creditMinor: trouble === 'no_credit' ? 0 : 2000,
    delayMinutes: 20,
    troubles: trouble === 'none' ? [] : [trouble],
  }
}

export function has(handset: Handset, trouble: Trouble): boolean {
  return handset.troubles.includes(trouble)
}

/** Why the operator does not bill this telephone, in the operator's words. */
export function refusalOf(handset: Handset, minor: number): 'barred' | 'cap' | 'no_credit' | undefined {
  if (has(handset, 'blocked')) return 'barred'
  if (has(handset, 'capped')) return 'cap'
  if (has(handset, 'no_credit') || handset.creditMinor < minor) return 'no_credit'
  return undefined
}

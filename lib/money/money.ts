import { invariant } from '../errors/invariant.ts'

export const currencies = ['EUR', 'GBP'] as const
export type Currency = (typeof currencies)[number]

/** An amount in minor units (cents, pence): a safe integer, negative only in the ledger. */
export type Money = Readonly<{ minor: number; currency: Currency }>

export function isCurrency(value: unknown): value is Currency {
  return currencies.some((currency) => currency === value)
}

export function money(minor: number, currency: Currency): Money {
  invariant(Number.isSafeInteger(minor), `an amount is a whole number of minor units, not ${minor}`)
  return { minor, currency }
}

export function eur(minor: number): Money {
  return money(minor, 'EUR')
}

/** @throws InvariantError when the currencies differ: amounts are never converted silently. */
export function addMoney(left: Money, right: Money): Money {
  invariant(left.currency === right.currency, 'amounts of two currencies do not add up')
  return money(left.minor + right.minor, left.currency)
}

export function subtractMoney(left: Money, right: Money): Money {
  return addMoney(left, { ...right, minor: -right.minor })
}

/** Basis points are hundredths of a percent. */
export type CommissionTerms = Readonly<{ commissionBp: number; fixedMinor: number }>
export type Split = Readonly<{ commission: Money; payout: Money }>

/**
 * Splits what the payer was billed between the provider and us.
 *
 * Commission is stated in basis points (1 bp = 0.01 %) plus a fixed part. The provider's side is
 * rounded up to a whole minor unit, so income is never booked that may not arrive.
 *
 * @param gross What the payer was billed, tax included; not negative.
 * @param terms Commission in basis points, 0 to 10 000, and a fixed part in the same currency.
 * @returns Both parts; they always add up to `gross`.
 * @throws InvariantError on impossible terms: staff input is checked when entered, so a bad
 *   one here is our mistake.
 */
export function splitGross(gross: Money, terms: CommissionTerms): Split {
  invariant(gross.minor >= 0, 'a gross amount is not negative')
  invariant(terms.commissionBp >= 0 && terms.commissionBp <= 10_000, 'commission lies between 0 and 10 000 bp')
  invariant(terms.fixedMinor >= 0, 'a fixed commission is not negative')
  const wanted = Math.ceil((gross.minor * terms.commissionBp) / 10_000) + terms.fixedMinor
  const commission = money(Math.min(gross.minor, wanted), gross.currency)
  return { commission, payout: subtractMoney(gross, commission) }
}

/**
 * Splits an amount that includes value added tax.
 *
 * @param gross Tax included.
 * @param vatBp The rate in basis points: 2 000 is 20 %.
 * @returns `net` and `vat`, which add up to `gross`; the tax is rounded half up.
 */
export function splitVat(gross: Money, vatBp: number): Readonly<{ net: Money; vat: Money }> {
  invariant(vatBp >= 0 && vatBp <= 10_000, 'a VAT rate lies between 0 and 10 000 bp')
  const vat = money(Math.round((gross.minor * vatBp) / (10_000 + vatBp)), gross.currency)
  return { net: subtractMoney(gross, vat), vat }
}

/** Decimal text as providers and machines write it: `money(150, 'EUR')` is `1.50`. */
export function decimalAmount(amount: Money): string {
  const digits = String(Math.abs(amount.minor)).padStart(3, '0')
  return `${amount.minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/**
 * Reads decimal text, `1.5` or `1.50`, without going through a float.
 *
 * @returns undefined when the text is not a plain amount with at most two decimals.
 */
export function parseDecimalAmount(text: string, currency: Currency): Money | undefined {
  const match = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text.trim())
  if (!match) return undefined
  return money(Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')), currency)
}

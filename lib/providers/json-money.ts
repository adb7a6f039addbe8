import { decimalAmount, isCurrency, type Money, parseDecimalAmount } from '../money/money.ts'

/** A JSON number with at most two decimals: decimal text read back is the nearest float, which prints the same. */
export function jsonAmount(amount: Money): number {
  return Number(decimalAmount(amount))
}

/** @returns undefined for a fraction of a cent, which no bill has, and for a currency we do not keep. */
export function moneyOfJson({ amount, currency }: Readonly<{ amount: number; currency: string }>): Money | undefined {
  const text = amount.toFixed(3)
  return isCurrency(currency) && text.endsWith('0') ? parseDecimalAmount(text.slice(0, -1), currency) : undefined
}

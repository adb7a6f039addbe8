import type { Currency } from '../money/money.ts'

export type Wallet = Readonly<{ id: string; payerId: string; currency: Currency; balanceMinor: number }>

/** One wallet for each payer and currency; the id says whose, so that no read is needed to know it. */
export function walletIdOf(payerId: string, currency: Currency): string {
  return `${payerId}-${currency}`
}

/** What a wallet can be topped up with: enough for a few contacts, far below what limited-network rules watch. */
export const topUpAmounts: Readonly<Record<Currency, readonly number[]>> = {
  EUR: [500, 1000, 2000, 5000],
  GBP: [500, 1000, 2000, 5000],
}

/** The most a wallet may hold after a top-up; money that came twice is kept above it all the same. */
export const walletLimitMinor = 15_000

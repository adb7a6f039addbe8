import { isDemo } from '../config/env.ts'
import { DomainError } from '../errors/domain-error.ts'
import type { PurchaseKind } from '../money/rails.ts'
import { type Quote, readQuote } from '../pricing/quotes.ts'
import type { ProviderAccount } from '../providers/accounts.ts'
import { findAccount } from '../providers/accounts-queries.ts'
import type { UsableInstrument } from '../providers/instruments.ts'
import { providerOf } from '../providers/registry.ts'
import { spentByPayer } from '../purchases/purchases-queries.ts'
import { findSetting } from '../settings/settings-queries.ts'
import { day } from '../time/time.ts'
import type { Buyer } from './buyer.ts'

/** @throws DomainError `quote_invalid` when the price is not one we wrote, or is for another thing. */
export function requireQuote(token: string, kind: PurchaseKind): Quote {
  const quote = readQuote(token)
  if (!quote || quote.kind !== kind) throw new DomainError('quote_invalid')
  return quote
}

/** @throws DomainError `quote_expired`: nothing was charged; the page shows the price of now. */
export function requireLiveQuote(quote: Quote, now: number): void {
  if (quote.expiresAt <= now) throw new DomainError('quote_expired')
}

/** The account of a quote, still active and of the site's own mode. @throws DomainError `provider_unavailable`. */
export function requireAccountFor(quote: Quote): ProviderAccount {
  const account = findAccount(quote.accountId)
  if (!account || !isOffered(account)) throw new DomainError('provider_unavailable')
  return account
}

/** Test accounts take no money of a live site, and live ones none of a demonstration. */
export function isOffered(account: ProviderAccount): boolean {
  return account.state === 'active' && account.mode === (isDemo() ? 'test' : 'live')
}

/**
 * The spending caps of one payer, and the law's ceiling for a payment on a telephone bill. They guard the payer where a
 * press of a button is all it takes, as with a kept card; where a card is typed its bank asks each time, so large
 * amounts go that way.
 *
 * @throws DomainError `cap_reached`. Nothing was charged.
 */
export function requireWithinCaps(
  buyer: Buyer,
  quote: Quote,
  { card, now }: Readonly<{ card?: UsableInstrument | undefined; now: number }>,
): void {
  const caps = findSetting('caps')
  const account = findAccount(quote.accountId)
  if (account?.rail === 'card' && !card) return
  if (account && providerOf(account.kind).facts.isTelco && quote.billedMinor > caps.telcoPaymentMinor)
    throw new DomainError('cap_reached')
  const today = spentByPayer(buyer.payerId, now - day, quote.currency)
  const month = spentByPayer(buyer.payerId, now - 30 * day, quote.currency)
  if (today + quote.billedMinor > caps.payerDayMinor || month + quote.billedMinor > caps.payerMonthMinor)
    throw new DomainError('cap_reached')
}

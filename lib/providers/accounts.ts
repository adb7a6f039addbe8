import { config } from '../config/env.ts'
import { equalInConstantTime, keyedHash } from '../config/keys.ts'
import { type CommissionTerms, type Currency, type Money, money } from '../money/money.ts'
import type { PricePoint, Rail } from '../money/rails.ts'
import type { AccountContext, ProviderSettings } from './provider.ts'

/** What an account went through and what it is kept to, besides its contract. */
export type AccountStanding = Readonly<{
  /** Kinds of device it may serve; null for all. */
  devices: readonly string[] | null
  /** The most it may collect in a calendar month; null without limit. */
  monthlyCapMinor: number | null
  /** Failures in a row to open a charge. */
  failures: number
  /** It could not be reached and is left alone until then. */
  restsUntil: number | null
  lastSuccessAt: number | null
  lastFailureAt: number | null
  /** When a test purchase last went through it. */
  testedAt: number | null
  /** Closed accounts take nothing new and are no longer listed; what they began they finish. */
  closedAt: number | null
}>

/** An account to which nothing has happened and that is kept to nothing. */
export const newAccountStanding: AccountStanding = {
  devices: null,
  monthlyCapMinor: null,
  failures: 0,
  restsUntil: null,
  lastSuccessAt: null,
  lastFailureAt: null,
  testedAt: null,
  closedAt: null,
}

/** One adapter with one contract, settings opened. Never leaves the server. */
export type ProviderAccount = ProviderContract & AccountStanding

export type ProviderContract = Readonly<{
  id: string
  kind: string
  rail: Rail
  label: string
  mode: 'test' | 'live'
  state: 'active' | 'paused'
  countries: readonly string[]
  currency: Currency
  minMinor: number
  maxMinor: number
  ladder: readonly PricePoint[] | null
  terms: CommissionTerms
  payoutDelayDays: number
  position: number
  settings: ProviderSettings
}>

/** The last part of an account's callback address: unguessable, and it needs no row to be known again. */
export function callbackToken(accountId: string): string {
  return keyedHash('callback-tokens', accountId)
}

export function isCallbackToken(accountId: string, token: string): boolean {
  return equalInConstantTime(callbackToken(accountId), token)
}

/** The address the operator pastes at the provider. */
export function callbackUrl(accountId: string): string {
  return `${config().origin}/api/callbacks/${accountId}/${callbackToken(accountId)}`
}

export function accountContext(account: ProviderAccount): AccountContext {
  return { accountId: account.id, mode: account.mode, settings: account.settings, callbackUrl: callbackUrl(account.id) }
}

/** What an account would bill for a price: exactly it, or the next step of its ladder; undefined when it cannot. */
export type Billing = Readonly<{ billed: Money; pricePoint: PricePoint | undefined }>

/** Steps above the price are only taken while the surplus, which is kept for the payer, stays small beside it. */
const largestSurplusShare = 0.5

/** What decides which prices an account can bill. */
export type BillingScope = Pick<ProviderContract, 'currency' | 'countries' | 'minMinor' | 'maxMinor' | 'ladder'>

export function billingOf(account: BillingScope, price: Money, country: string): Billing | undefined {
  if (account.currency !== price.currency || !account.countries.includes(country)) return undefined
  if (account.ladder === null) {
    const fits = price.minor >= account.minMinor && price.minor <= account.maxMinor
    return fits ? { billed: price, pricePoint: undefined } : undefined
  }
  const pricePoint = account.ladder
    .filter((point) => point.country === country && point.currency === price.currency && point.minor >= price.minor)
    .sort((left, right) => left.minor - right.minor)[0]
  if (!pricePoint || pricePoint.minor > account.maxMinor) return undefined
  if (pricePoint.minor - price.minor > price.minor * largestSurplusShare) return undefined
  return { billed: money(pricePoint.minor, price.currency), pricePoint }
}

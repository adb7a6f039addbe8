import type { Currency } from './money.ts'

/** A way money travels. */
export const rails = [
  'premium_sms',
  'premium_call',
  'carrier_billing',
  'prepaid_card',
  'voucher',
  'wallet',
  'card',
  'lightning',
] as const
export type Rail = (typeof rails)[number]

/** A price that a provider can bill, and the number it is billed by. */
export type PricePoint = Readonly<{ id: string; country: string; currency: Currency; minor: number; number?: string }>

export type ChargeState =
  | 'created'
  | 'awaiting_payer'
  | 'pending'
  | 'authorized'
  | 'paid'
  | 'failed'
  | 'expired'
  | 'cancelled'
/** What is bought: a contact, balance, the publication of an ad, or a better place for it. */
export const purchaseKinds = ['reveal', 'top_up', 'post', 'bump', 'feature', 'urgent', 'sponsor'] as const
export type PurchaseKind = (typeof purchaseKinds)[number]
export type PurchaseState = 'pending' | 'settled' | 'expired' | 'cancelled'

/** What became of money that did not simply buy what was asked. */
export type SettlementNote = 'late' | 'duplicate' | 'partial' | 'over' | 'ad_unavailable'

/** Why a charge did not go through, in our words; each has a sentence the payer reads, bound to what it proves. */
export type FailureCode =
  | 'declined'
  | 'insufficient_funds'
  | 'limit_exceeded'
  | 'barred'
  | 'invalid_code'
  | 'code_already_used'
  | 'expired'
  | 'cancelled'
  | 'call_too_short'
  | 'provider_down'
  | 'unknown'

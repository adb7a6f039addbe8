import { z } from 'zod'
import { currencies, type Money, parseDecimalAmount } from '../../../money/money.ts'
import type { ChargeState, FailureCode } from '../../../money/rails.ts'
import type { AccountContext, Observation } from '../../provider.ts'
import type { CompanySettings } from './company-settings.ts'

const decimal = z.string().regex(/^\d{1,9}\.\d{2}$/)

/** A charge as the company describes it, in its answers and in its callbacks. */
export const companyCharge = z.object({
  id: z.string().min(1).max(80),
  correlator: z.string().max(200).nullable(),
  merchant: z.string(),
  mode: z.enum(['test', 'live']),
  status: z.enum(['open', 'confirming', 'reserved', 'paid', 'declined', 'cancelled', 'expired']),
  reason: z.string().nullish(),
  amount: decimal,
  currency: z.enum(currencies),
  reversedAmount: decimal,
  payer: z.string().max(80).nullish(),
  /** Unix seconds. */
  at: z.int().positive(),
})
export type CompanyCharge = z.output<typeof companyCharge>

const companyStates: Readonly<Record<CompanyCharge['status'], ChargeState>> = {
  open: 'awaiting_payer',
  confirming: 'pending',
  reserved: 'authorized',
  paid: 'paid',
  declined: 'failed',
  cancelled: 'cancelled',
  expired: 'expired',
}

const failures: Readonly<Record<string, FailureCode>> = {
  refused_by_bank: 'declined',
  no_credit: 'insufficient_funds',
  cap: 'limit_exceeded',
  barred: 'barred',
  wrong_code: 'invalid_code',
  used_code: 'code_already_used',
  old_code: 'expired',
  short_call: 'call_too_short',
  cancelled_by_payer: 'cancelled',
  out_of_time: 'expired',
}

export function failureOf(reason: string): FailureCode {
  return failures[reason] ?? 'unknown'
}

/** True when the charge is this account's own: the company serves many merchants, in two modes. */
export function belongsTo(charge: CompanyCharge, account: AccountContext, settings: CompanySettings): boolean {
  return charge.merchant === settings.merchantId && charge.mode === account.mode
}

/** @param eventId The event's own number in a callback; the charge's state where the company was asked. */
export function observationOf(charge: CompanyCharge, eventId: string): Observation {
  const state = companyStates[charge.status]
  const reversed = amountOf(charge.reversedAmount, charge)?.minor ?? 0
  return {
    eventId,
    reference: charge.id,
    correlator: charge.correlator ?? undefined,
    state,
    amount: state === 'paid' ? amountOf(charge.amount, charge) : undefined,
    ...(reversed > 0 ? { reversedMinor: reversed } : {}),
    isTest: charge.mode === 'test',
    ...(charge.payer ? { payerAlias: charge.payer } : {}),
    ...(charge.reason ? { failure: failureOf(charge.reason) } : {}),
    at: charge.at * 1000,
  }
}

function amountOf(text: string, { currency }: CompanyCharge): Money | undefined {
  return parseDecimalAmount(text, currency)
}

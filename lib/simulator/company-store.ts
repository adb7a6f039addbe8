import type { Currency } from '../money/money.ts'
import { decimalAmount, money } from '../money/money.ts'
import type { Millis } from '../time/time.ts'
import { world } from './world.ts'

export type Product = 'premium_call' | 'carrier_billing' | 'prepaid_card' | 'card' | 'lightning'
export type ChargeStatus = 'open' | 'confirming' | 'reserved' | 'paid' | 'declined' | 'cancelled' | 'expired'

/** A charge as the payment company keeps it. */
export type CompanyCharge = Readonly<{
  id: string
  accountId: string
  product: Product
  correlator: string
  merchant: string
  mode: string
  status: ChargeStatus
  reason: string | null
  amountMinor: number
  currency: Currency
  reversedMinor: number
  payer: string | null
  msisdn: string | null
  pin: string | null
  number: string | null
  description: string
  locale: string
  returnUrl: string
  callbackUrl: string
  createdAt: Millis
  updatedAt: Millis
}>

const columns = `id, account_id accountId, product, correlator, merchant, mode, status, reason, amount_minor amountMinor,
  currency, reversed_minor reversedMinor, payer, msisdn, pin, number, description, locale, return_url returnUrl,
  callback_url callbackUrl, created_at createdAt, updated_at updatedAt`

export function findCharge(id: string): CompanyCharge | undefined {
  return world().prepare<[string], CompanyCharge>(`select ${columns} from charges where id = ?`).get(id)
}

export function findChargeByCorrelator(accountId: string, correlator: string): CompanyCharge | undefined {
  return world()
    .prepare<[string, string], CompanyCharge>(`select ${columns} from charges where account_id = ? and correlator = ?`)
    .get(accountId, correlator)
}

export function insertCharge(charge: CompanyCharge): void {
  world()
    .prepare(
      `insert into charges (id, account_id, product, correlator, merchant, mode, status, reason, amount_minor, currency,
         reversed_minor, payer, msisdn, pin, number, description, locale, return_url, callback_url, created_at, updated_at)
       values (@id, @accountId, @product, @correlator, @merchant, @mode, @status, @reason, @amountMinor, @currency,
         @reversedMinor, @payer, @msisdn, @pin, @number, @description, @locale, @returnUrl, @callbackUrl, @createdAt,
         @updatedAt)`,
    )
    .run(charge)
}

type Change = Partial<Pick<CompanyCharge, 'status' | 'reason' | 'payer' | 'msisdn' | 'reversedMinor' | 'amountMinor'>>

/** Changes a charge and returns it as it then is. */
export function updateCharge(charge: CompanyCharge, change: Change & Readonly<{ now: Millis }>): CompanyCharge {
  const { now, ...rest } = change
  const changed = { ...charge, ...rest, updatedAt: now }
  world()
    .prepare(
      `update charges set status = @status, reason = @reason, payer = @payer, msisdn = @msisdn,
         reversed_minor = @reversedMinor, amount_minor = @amountMinor, updated_at = @updatedAt where id = @id`,
    )
    .run(changed)
  return changed
}

export function listCharges(limit: number): readonly CompanyCharge[] {
  return world()
    .prepare<[number], CompanyCharge>(`select ${columns} from charges order by created_at desc, rowid desc limit ?`)
    .all(limit)
}

/** A merchant's charges, newest first. */
export function listChargesOf(accountId: string): readonly CompanyCharge[] {
  return world()
    .prepare<[string], CompanyCharge>(
      `select ${columns} from charges where account_id = ? order by created_at desc, rowid desc limit 1000`,
    )
    .all(accountId)
}

/** What the company's interface and its callbacks say about a charge. */
export function describeCharge(charge: CompanyCharge, reason: string | null = charge.reason) {
  return {
    id: charge.id,
    correlator: charge.correlator,
    merchant: charge.merchant,
    mode: charge.mode,
    status: charge.status,
    reason,
    amount: decimalAmount(money(charge.amountMinor, charge.currency)),
    currency: charge.currency,
    reversedAmount: decimalAmount(money(charge.reversedMinor, charge.currency)),
    payer: charge.payer,
    at: Math.floor(charge.updatedAt / 1000),
  }
}

export type CompanyEvent = Readonly<{
  id: string
  chargeId: string
  body: string
  state: 'waiting' | 'told' | 'lost' | 'given_up'
  attempts: number
  at: Millis
}>

const eventColumns = 'id, charge_id chargeId, body, state, attempts, at'

export function insertEvent(event: CompanyEvent): void {
  world()
    .prepare(
      'insert into events (id, charge_id, body, state, attempts, at) values (@id, @chargeId, @body, @state, @attempts, @at)',
    )
    .run(event)
}

export function findEvent(id: string): CompanyEvent | undefined {
  return world().prepare<[string], CompanyEvent>(`select ${eventColumns} from events where id = ?`).get(id)
}

export function setEventState(id: string, change: Pick<CompanyEvent, 'state' | 'attempts'>): void {
  world().prepare('update events set state = ?, attempts = ? where id = ?').run(change.state, change.attempts, id)
}

export function listEvents(limit: number): readonly CompanyEvent[] {
  return world()
    .prepare<[number], CompanyEvent>(`select ${eventColumns} from events order by at desc, rowid desc limit ?`)
    .all(limit)
}

type Refund = Readonly<{ id: string; chargeId: string; amountMinor: number; mostMinor: number }>

/**
 * Adds a refund unless this very one was made before.
 *
 * @returns What was refunded of the charge in all; undefined when it would be more than `mostMinor`, and nothing is.
 */
export function addRefund({ mostMinor, ...refund }: Refund): number | undefined {
  const client = world()
  return client.transaction(() => {
    const { changes } = client
      .prepare('insert or ignore into refunds (id, charge_id, amount_minor) values (@id, @chargeId, @amountMinor)')
      .run(refund)
    const total = Number(
      client.prepare('select sum(amount_minor) from refunds where charge_id = ?').pluck().get(refund.chargeId),
    )
    if (total <= mostMinor) return total
    if (changes === 1) client.prepare('delete from refunds where charge_id = @chargeId and id = @id').run(refund)
    return undefined
  })()
}

/** What was given back of a charge, oldest first. */
export function listRefundsOf(chargeId: string): readonly Readonly<{ id: string; amountMinor: number }>[] {
  return world()
    .prepare<[string], { id: string; amountMinor: number }>(
      'select id, amount_minor amountMinor from refunds where charge_id = ? order by rowid',
    )
    .all(chargeId)
}

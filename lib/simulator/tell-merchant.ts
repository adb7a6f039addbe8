import { randomUUID } from 'node:crypto'
import { type Millis, minute, second } from '../time/time.ts'
import { wireOf } from './companies/wire-formats.ts'
import {
  type CompanyCharge,
  describeCharge,
  findCharge,
  findEvent,
  insertEvent,
  setEventState,
} from './company-store.ts'
import { schedule } from './due-store.ts'
import { findMerchant, insideUrl } from './merchants.ts'
import { speak } from './traffic.ts'

const retryDelays = [2 * second, 10 * second, minute, 5 * minute, 15 * minute, 60 * minute]

/** Writes down that something happened to a charge; nobody is told yet. @returns The event's id. */
export function recordEvent(
  charge: CompanyCharge,
  { now, isLost }: Readonly<{ now: Millis; isLost?: boolean }>,
): string {
  const id = `evt_${randomUUID().replaceAll('-', '')}`
  const body = JSON.stringify({ event: id, charge: describeCharge(charge) })
  insertEvent({ id, chargeId: charge.id, body, state: isLost ? 'lost' : 'waiting', attempts: 0, at: now })
  return id
}

/**
 * Tells the merchant about an event in its company's own words, at the address given with the charge, and again later while it does not
 * answer with success. Each try is signed at its own time over the same bytes.
 */
export async function tellMerchant(eventId: string, now: Millis): Promise<void> {
  const event = findEvent(eventId)
  const charge = event && findCharge(event.chargeId)
  const merchant = charge && findMerchant(charge.accountId)
  if (!event || !charge || !merchant) return
  const wire = wireOf({ charge, merchant, event, now })
  if (!wire) return setEventState(eventId, { state: 'told', attempts: event.attempts })
  const { status } = await speak({ party: 'company', method: 'POST', ...wire, url: insideUrl(wire.url) })
  const attempts = event.attempts + 1
  if (status >= 200 && status < 300) return setEventState(eventId, { state: 'told', attempts })
  const delay = retryDelays[attempts - 1]
  setEventState(eventId, { state: delay === undefined ? 'given_up' : 'waiting', attempts })
  if (delay !== undefined) schedule('tell_merchant', eventId, now + delay)
}

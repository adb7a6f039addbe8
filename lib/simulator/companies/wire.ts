import type { Millis } from '../../time/time.ts'
import type { ChargeStatus, CompanyCharge, CompanyEvent } from '../company-store.ts'
import type { Merchant } from '../merchants.ts'

/** A message to a merchant, as its company writes it. */
export type Wire = Readonly<{ url: string; headers: Readonly<Record<string, string>>; body: string }>
/** `status` is the charge's when the event happened; it may have moved on. */
export type Told = Readonly<{
  charge: CompanyCharge
  merchant: Merchant
  event: CompanyEvent
  status: ChargeStatus
  isReversal: boolean
  now: Millis
}>

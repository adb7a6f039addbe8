import { type Millis, minute } from '../time/time.ts'
import { codeLength } from './call-script.ts'
import { type Call, listCallsOfCode, useCode } from './call-store.ts'
import { type CompanyCharge, updateCharge } from './company-store.ts'
import { momentOf } from './dial.ts'
import { isOver } from './settle-charge.ts'
import { recordEvent } from './tell-merchant.ts'
import { onlyDigits } from './test-cards.ts'

const codeLifetime = 15 * minute
const shortestHeard = 2

export type Redeemed = Readonly<{ charge: CompanyCharge; reason: string | null; event?: string }>

/**
 * Pays a charge with the code that a call spoke. What is paid is the tariff of that call, which may not be what the
 * charge asked for.
 *
 * @returns The charge, paid, or as it stands with the reason why the code does not do.
 */
export function redeemCode(charge: CompanyCharge, { typed, now }: Readonly<{ typed: string; now: Millis }>): Redeemed {
  if (isOver(charge)) return { charge, reason: charge.reason }
  const code = onlyDigits(typed)
  const calls = code.length < shortestHeard ? [] : listCallsOfCode(code)
  const spoken = calls.find((call) => call.code === code && momentOf(call, now).heard >= codeLength)
  if (!spoken) return { charge, reason: wasCutShort(calls, { code, now }) ? 'short_call' : 'wrong_code' }
  if (spoken.usedBy !== null) return { charge, reason: 'used_code' }
  if (now - spoken.startedAt > codeLifetime) return { charge, reason: 'old_code' }
  if (!useCode(code, charge.id)) return { charge, reason: 'used_code' }
  const tariff = calls.find((call) => call.isFree === 0)?.tariffMinor ?? spoken.tariffMinor
  const change = { status: 'paid', reason: null, payer: `tel:${spoken.msisdn}`, msisdn: spoken.msisdn } as const
  const paid = updateCharge(charge, { ...change, amountMinor: tariff, now })
  return { charge: paid, reason: null, event: recordEvent(paid, { now }) }
}

/** The digits typed are those of a call that ended before all of them were spoken. */
function wasCutShort(calls: readonly Call[], { code, now }: Readonly<{ code: string; now: Millis }>): boolean {
  return calls.some((call) => {
    const { heard, isBilled } = momentOf(call, now)
    return call.endedAt !== null && (isBilled || call.isFree === 1) && heard < codeLength && code.length <= heard
  })
}

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

export type SpokenCall = Readonly<{ code: string; msisdn: string; number: string; tariffMinor: number }>

/**
 * The call that spoke a code, still to be used; or why the code does not do. What it is worth is the tariff of the call
 * that was billed, which may not be the one that spoke the last digit.
 */
export function findSpokenCall(typed: string, now: Millis): SpokenCall | string {
  const code = onlyDigits(typed)
  const calls = code.length < shortestHeard ? [] : listCallsOfCode(code)
  const spoken = calls.find((call) => call.code === code && momentOf(call, now).heard >= codeLength)
  if (!spoken) return wasCutShort(calls, { code, now }) ? 'short_call' : 'wrong_code'
  if (spoken.usedBy !== null) return 'used_code'
  if (now - spoken.startedAt > codeLifetime) return 'old_code'
  const tariffMinor = calls.find((call) => call.isFree === 0)?.tariffMinor ?? spoken.tariffMinor
  return { code, msisdn: spoken.msisdn, number: spoken.number, tariffMinor }
}

export type Redeemed = Readonly<{ charge: CompanyCharge; reason: string | null; event?: string }>

/**
 * Pays a charge with the code that a call spoke. What is paid is the tariff of that call, which may not be what the
 * charge asked for.
 *
 * @returns The charge, paid, or as it stands with the reason why the code does not do.
 */
export function redeemCode(charge: CompanyCharge, { typed, now }: Readonly<{ typed: string; now: Millis }>): Redeemed {
  if (isOver(charge)) return { charge, reason: charge.reason }
  const spoken = findSpokenCall(typed, now)
  if (typeof spoken === 'string') return { charge, reason: spoken }
  if (!useCode(spoken.code, charge.id)) return { charge, reason: 'used_code' }
  const { msisdn, tariffMinor } = spoken
  const change = { status: 'paid', reason: null, payer: `tel:${msisdn}`, msisdn } as const
  const paid = updateCharge(charge, { ...change, amountMinor: tariffMinor, now })
  return { charge: paid, reason: null, event: recordEvent(paid, { now }) }
}

/** The digits typed are those of a call that ended before all of them were spoken. */
function wasCutShort(calls: readonly Call[], { code, now }: Readonly<{ code: string; now: Millis }>): boolean {
  return calls.some((call) => {
    const { heard, isBilled } = momentOf(call, now)
    return call.endedAt !== null && (isBilled || call.isFree === 1) && heard < codeLength && code.length <= heard
  })
}

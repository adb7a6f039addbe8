import { randomUUID } from 'node:crypto'
import type { Locale } from '../i18n/locales.ts'
import { localeOr } from '../i18n/locales.ts'
import { translate } from '../i18n/translator.ts'
import { newDigits } from '../ids/ids.ts'
import { type Millis, minute } from '../time/time.ts'
import { announcementMs, type CallMoment, callMoment, callMs, codeLength } from './call-script.ts'
import { type Call, endCallOnce, findCall, insertCall, listCalls, skipInCall } from './call-store.ts'
import { schedule } from './due-store.ts'
import { refusalOf } from './handset.ts'
import { billHandset, handsetOf } from './handset-store.ts'
import { tariffOf } from './tariffs.ts'
import { onlyDigits } from './test-cards.ts'

const carriesOnFor = 30 * minute

export type Dialled = Readonly<{ msisdn: string; number: string; locale: Locale; now: Millis }>

/** Dials a number. A premium one is answered at once; the operator refuses for a telephone it does not bill. */
export function dial({ msisdn, number, locale, now }: Dialled): Call {
  const tariff = tariffOf(number)
  const cut = listCalls(msisdn).find((call) => isCut(call, { number, now }))
  const refusal = tariff === undefined ? 'unknown_number' : cut ? undefined : refusalOf(handsetOf(msisdn), tariff)
  const call: Call = {
    id: randomUUID(),
    msisdn,
    number,
    locale,
    code: cut?.code ?? newDigits(codeLength),
    tariffMinor: tariff ?? 0,
    isFree: cut ? 1 : 0,
    refusal: refusal ?? null,
    startedAt: now,
    skippedMs: 0,
    endedAt: refusal ? now : null,
    usedBy: null,
  }
  insertCall(call)
  if (!refusal) schedule('end_call', call.id, now + callMs)
  return call
}

/** Billed, but put down before the whole code was heard: the next call says it again without a charge. */
function isCut(call: Call, { number, now }: Readonly<{ number: string; now: Millis }>): boolean {
  if (call.refusal !== null || call.usedBy !== null || onlyDigits(call.number) !== onlyDigits(number)) return false
  if (call.endedAt === null || now - call.startedAt > carriesOnFor) return false
  const moment = momentOf(call, now)
  return (moment.isBilled || call.isFree === 1) && moment.heard < codeLength
}

/** Where a call is at `now`, or was when it ended. */
export function momentOf(call: Call, now: Millis): CallMoment {
  return callMoment((call.endedAt ?? now) - call.startedAt + call.skippedMs, call.isFree === 1)
}

/** Jumps to the end of the announcement, or else to the end of the code. */
export function listenOn(id: string, now: Millis): void {
  const call = findCall(id)
  if (!call || call.endedAt !== null) return
  const position = now - call.startedAt + call.skippedMs
  const { stage } = momentOf(call, now)
  const wanted = stage === 'announcement' ? announcementMs : callMs
  skipInCall(id, Math.max(0, wanted - position))
  if (stage !== 'announcement') hangUp(id, now)
}

/** Ends a call and bills it when it had gone past the tone. */
export function hangUp(id: string, now: Millis): void {
  const call = findCall(id)
  if (!call || !endCallOnce(id, now)) return
  if (!momentOf({ ...call, endedAt: now }, now).isBilled) return
  const label = translate(localeOr(call.locale), 'simulator')('billCall', { number: call.number })
  billHandset({ msisdn: call.msisdn, label, amountMinor: call.tariffMinor, currency: 'EUR', at: now })
}

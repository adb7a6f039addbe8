import { currentTime, type Millis } from '../time/time.ts'
import { notifyOfTransaction } from './companies/allopass/allopass-company.ts'
import { continueVoiceCall } from './companies/voice/voice-carrier.ts'
import { findCharge } from './company-store.ts'
import { deliverMessage } from './deliver-message.ts'
import { type Due, nextDueAt, takeDue } from './due-store.ts'
import { handsetOf } from './handset-store.ts'
import { expireCharge, troublesOfCard } from './pay-charge.ts'
import { endCall } from './place-call.ts'
import { finishCharge, reverseCharge } from './settle-charge.ts'
import { tellMerchant } from './tell-merchant.ts'

const longestSleep = 2 ** 30
const shared = globalThis as typeof globalThis & { oboleWorldTimer?: NodeJS.Timeout | undefined }

/** Does what is due and sets the timer for what comes next. Called after everything that may have made plans. */
export function wakePump(): void {
  clearTimeout(shared.oboleWorldTimer)
  const next = nextDueAt()
  if (typeof next !== 'number') return
  const wait = Math.min(Math.max(0, next - currentTime()), longestSleep)
  shared.oboleWorldTimer = setTimeout(() => {
    const now = currentTime()
    void runDue({ until: now, now }).then(wakePump, wakePump)
  }, wait)
  shared.oboleWorldTimer.unref()
}

export function stopPump(): void {
  clearTimeout(shared.oboleWorldTimer)
}

/**
 * Does everything planned up to `until`. One thing that fails does not keep the others from happening.
 *
 * @param now The present, by which messages are signed and dated; `until` may lie ahead, to bring things forward.
 */
export async function runDue({ until, now }: Readonly<{ until: Millis; now: Millis }>): Promise<void> {
  for (const due of takeDue(until)) await Promise.resolve(perform(due, now)).catch(() => undefined)
}

async function perform({ task, subject }: Due, now: Millis): Promise<void> {
  if (task === 'deliver_message') return deliverMessage(subject, now)
  if (task === 'reverse_charge') return reverseCharge(subject, now)
  if (task === 'expire_charge') return expireCharge(subject, now)
  if (task === 'tell_merchant') return tellMerchant(subject, now)
  if (task === 'end_call') return endCall(subject, now)
  if (task === 'allopass_notification') return notifyOfTransaction(subject)
  if (task === 'voice_step') return continueVoiceCall(subject, now)
  return finishLater(subject, now)
}

/** What the payer agreed to earlier is confirmed at last. */
export async function finishLater(chargeId: string, now: Millis): Promise<void> {
  const charge = findCharge(chargeId)
  if (charge?.status !== 'confirming') return
  const troubles =
    charge.product === 'card' ? troublesOfCard(charge) : charge.msisdn === null ? [] : handsetOf(charge.msisdn).troubles
  await finishCharge({ charge, payer: charge.payer ?? '', troubles, now })
}

import type { Millis } from '../time/time.ts'
import { type Call, findCall } from './call-store.ts'
import {
  answerVoiceCall,
  continueVoiceCall,
  findVoiceCall,
  keyIntoVoiceCall,
  reportVoiceCall,
} from './companies/voice/voice-carrier.ts'
import { type Dialled, dial, hangUp, listenOn, momentOf } from './dial.ts'

/** Dials a number; where a merchant's own script answers, it is heard from the first word on. */
export async function placeCall(dialled: Dialled): Promise<Call> {
  const call = dial(dialled)
  await answerVoiceCall(call, dialled.now)
  return call
}

/** Jumps to what comes next in a call. */
export async function listenFurther(id: string, now: Millis): Promise<void> {
  const call = findCall(id)
  if (!call || call.endedAt !== null) return
  const kept = findVoiceCall(id)
  if (!kept) return listenOn(id, now)
  if (momentOf(call, now).stage === 'announcement') listenOn(id, now)
  if (kept.next === null) return endCall(id, now)
  if (kept.gather === null) await continueVoiceCall(id, now)
}

export async function keyIn(id: string, digits: string, now: Millis): Promise<void> {
  await keyIntoVoiceCall(id, digits, now)
}

/** Puts the telephone down, or the script does. */
export async function endCall(id: string, now: Millis): Promise<void> {
  if (findCall(id)?.endedAt !== null) return
  hangUp(id, now)
  await reportVoiceCall(id, now)
}

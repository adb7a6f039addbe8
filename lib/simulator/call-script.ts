import { second } from '../time/time.ts'

/** Law and charter: the price is told free of charge, for ten seconds at least, before a tone after which it counts. */
export const announcementMs = 10 * second
const codeStartsMs = announcementMs + second
const digitMs = second
export const codeLength = 8
const repeatStartsMs = codeStartsMs + codeLength * digitMs + second
export const callMs = repeatStartsMs + codeLength * digitMs + second

/** A call that carries on after one that was cut is not billed again, so there is no price to announce. */
export const shortAnnouncementMs = 2 * second

export type CallMoment = Readonly<{
  stage: 'announcement' | 'code' | 'over'
  /** Digits of the code heard so far. */
  heard: number
  isRepeating: boolean
  isBilled: boolean
}>

/**
 * Where a call has come to.
 *
 * @param positionMs Time since it was answered, with what the caller skipped.
 * @param isFree A call that carries on after one that was already billed.
 */
export function callMoment(positionMs: number, isFree: boolean): CallMoment {
  const position = isFree ? positionMs + announcementMs - shortAnnouncementMs : positionMs
  const heard = Math.max(0, Math.min(codeLength, Math.floor((position - codeStartsMs) / digitMs) + 1))
  return {
    stage: position < announcementMs ? 'announcement' : position < callMs ? 'code' : 'over',
    heard,
    isRepeating: position >= repeatStartsMs,
    isBilled: !isFree && position >= announcementMs,
  }
}

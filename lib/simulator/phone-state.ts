import { sha256Hex } from '../config/keys.ts'
import { listCalls } from './call-store.ts'
import type { Handset } from './handset.ts'
import { type BillLine, handsetOf, listBill } from './handset-store.ts'
import { listMessages, type Message } from './message-store.ts'

export type Thread = Readonly<{ peer: string; last: Message }>
export type PhoneState = Readonly<{
  handset: Handset
  messages: readonly Message[]
  bill: readonly BillLine[]
  /** Changes whenever anything on the telephone does. */
  mark: string
}>

export function phoneState(msisdn: string): PhoneState {
  const handset = handsetOf(msisdn)
  const messages = listMessages(msisdn)
  const bill = listBill(msisdn)
  const calls = listCalls(msisdn).map(({ id, endedAt }) => [id, endedAt])
  const mark = sha256Hex(
    JSON.stringify([
      messages.map(({ id, state }) => [id, state]),
      bill.map(({ id, reversedMinor }) => [id, reversedMinor]),
      calls,
    ]),
  ).slice(0, 16)
  return { handset, messages, bill, mark }
}

/** One line per number written with, the latest first. */
export function threadsOf(messages: readonly Message[]): readonly Thread[] {
  const last = new Map<string, Message>()
  for (const message of messages) last.set(message.peer, message)
  return [...last]
    .map(([peer, message]) => ({ peer, last: message }))
    .sort((left, right) => right.last.at - left.last.at)
}

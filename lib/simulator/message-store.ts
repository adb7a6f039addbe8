import { randomUUID } from 'node:crypto'
import type { Millis } from '../time/time.ts'
import { world } from './world.ts'

/**
 * `sent` reached the site, `held` waits at the operator, `lost` was billed and never arrives by itself, `refused` was
 * not accepted by the operator, `received` came to the telephone.
 */
export type MessageState = 'sending' | 'sent' | 'held' | 'lost' | 'refused' | 'failed' | 'received'
export type Message = Readonly<{
  id: string
  msisdn: string
  peer: string
  direction: 'out' | 'in'
  text: string
  state: MessageState
  attempts: number
  at: Millis
}>

type NewMessage = Pick<Message, 'msisdn' | 'peer' | 'direction' | 'text' | 'state' | 'at'>

export function insertMessage(message: NewMessage): Message {
  const row = { ...message, id: randomUUID(), attempts: 0 }
  world()
    .prepare(
      `insert into messages (id, msisdn, peer, direction, text, state, at)
       values (@id, @msisdn, @peer, @direction, @text, @state, @at)`,
    )
    .run(row)
  return row
}

export function findMessage(id: string): Message | undefined {
  return world().prepare<[string], Message>('select * from messages where id = ?').get(id)
}

export function setMessageState(id: string, state: MessageState): void {
  world().prepare('update messages set state = ? where id = ?').run(state, id)
}

/** @returns How often the message was handed to the site, this time included. */
export function countAttempt(id: string): number {
  return world()
    .prepare('update messages set attempts = attempts + 1 where id = ? returning attempts')
    .pluck()
    .get(id) as number
}

/** The texts of one telephone, newest last. */
export function listMessages(msisdn: string): readonly Message[] {
  return world()
    .prepare<[string], Message>(
      'select * from (select rowid as position, * from messages where msisdn = ? order by at desc, rowid desc limit 200) order by at, position',
    )
    .all(msisdn)
}

import type { Millis } from '../time/time.ts'
import { world } from './world.ts'

/** What the world does later by itself. `subject` is the id of the message, charge, event or call. */
export type Task =
  | 'deliver_message'
  | 'finish_charge'
  | 'reverse_charge'
  | 'expire_charge'
  | 'tell_merchant'
  | 'end_call'
  | 'voice_step'
  | 'allopass_notification'
export type Due = Readonly<{ id: number; at: Millis; task: Task; subject: string }>

export function schedule(task: Task, subject: string, at: Millis): void {
  world().prepare('insert into due (at, task, subject) values (?, ?, ?)').run(at, task, subject)
}

/** Takes everything whose time has come, oldest first, so that nothing is done twice. */
export function takeDue(now: Millis): readonly Due[] {
  return world().prepare<[Millis], Due>('delete from due where at <= ? returning id, at, task, subject').all(now)
}

export function cancelDue(task: Task, subject: string): void {
  world().prepare('delete from due where task = ? and subject = ?').run(task, subject)
}

export function nextDueAt(): Millis | undefined {
  return world().prepare('select min(at) from due').pluck().get() as Millis | undefined
}

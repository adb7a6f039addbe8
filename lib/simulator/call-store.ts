import type { Millis } from '../time/time.ts'
import { world } from './world.ts'

export type Call = Readonly<{
  id: string
  msisdn: string
  number: string
  locale: string
  code: string
  tariffMinor: number
  isFree: number
  refusal: string | null
  startedAt: Millis
  skippedMs: number
  endedAt: Millis | null
  usedBy: string | null
}>

const columns = `id, msisdn, number, locale, code, tariff_minor tariffMinor, is_free isFree, refusal,
  started_at startedAt, skipped_ms skippedMs, ended_at endedAt, used_by usedBy`

export function insertCall(call: Call): void {
  world()
    .prepare(
      `insert into calls (id, msisdn, number, locale, code, tariff_minor, is_free, refusal, started_at, skipped_ms,
         ended_at, used_by)
       values (@id, @msisdn, @number, @locale, @code, @tariffMinor, @isFree, @refusal, @startedAt, @skippedMs, @endedAt,
         @usedBy)`,
    )
    .run(call)
}

export function findCall(id: string): Call | undefined {
  return world().prepare<[string], Call>(`select ${columns} from calls where id = ?`).get(id)
}

export function listCalls(msisdn: string): readonly Call[] {
  return world()
    .prepare<[string], Call>(`select ${columns} from calls where msisdn = ? order by started_at desc limit 20`)
    .all(msisdn)
}

/** Calls that spoke this code or began to: one that was cut and those that carried it on share it. */
export function listCallsOfCode(code: string): readonly Call[] {
  return world()
    .prepare<{ code: string }, Call>(
      `select ${columns} from calls where substr(code, 1, length(@code)) = @code order by started_at desc limit 20`,
    )
    .all({ code })
}

export function skipInCall(id: string, ms: number): void {
  world().prepare('update calls set skipped_ms = skipped_ms + ? where id = ?').run(ms, id)
}

/** @returns false when the call had ended already, so that it is billed once. */
export function endCallOnce(id: string, at: Millis): boolean {
  return world().prepare('update calls set ended_at = ? where id = ? and ended_at is null').run(at, id).changes === 1
}

export function useCode(code: string, chargeId: string): boolean {
  return (
    world().prepare('update calls set used_by = ? where code = ? and used_by is null').run(chargeId, code).changes > 0
  )
}

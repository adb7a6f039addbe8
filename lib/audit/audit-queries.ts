import { readSql } from '../../db/statement.ts'
import type { Millis } from '../time/time.ts'

export type AuditRow = Readonly<{
  id: string
  at: Millis
  actor: string
  /** How the member calls herself, where the actor is one. */
  actorName: string | null
  action: string
  subject: string
  /** JSON text. */
  detail: string | null
}>

const columns = `l.id, l.at, l.actor, m.display_name as actorName, l.action, l.subject, l.detail
  from audit_log l left join members m on l.actor = 'member:' || m.id`
const order = 'order by l.at desc, l.id desc limit ?'
const bySubject = readSql<AuditRow>(`select ${columns} where l.subject = ? ${order}`)
const byPrefix = readSql<AuditRow>(`select ${columns} where l.subject >= ? and l.subject < ? ${order}`)

/** What was done to one thing, newest first. */
export function listAuditOf(subject: string, limit = 50): readonly AuditRow[] {
  return bySubject.all(subject, limit)
}

/** What was done to things of one kind, such as `provider_account:`, newest first. */
export function listAuditByPrefix(prefix: string, limit = 50): readonly AuditRow[] {
  return byPrefix.all(prefix, `${prefix}\uffff`, limit)
}

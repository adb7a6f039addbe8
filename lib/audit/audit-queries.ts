import { readSql } from '../../db/statement.ts'
import type { Millis } from '../time/time.ts'

export type AuditRow = Readonly<{
  id: string
  at: Millis
  actor: string
  action: string
  subject: string
  detail: string | null
}>

const bySubject = readSql<AuditRow>(
  'select id, at, actor, action, subject, detail from audit_log where subject = ? order by at desc, id desc limit ?',
)
const latest = readSql<AuditRow>(
  'select id, at, actor, action, subject, detail from audit_log order by at desc, id desc limit ?',
)

/** What was done to one thing, newest first; `detail` is JSON text. */
export function listAuditOf(subject: string, limit = 50): readonly AuditRow[] {
  return bySubject.all(subject, limit)
}

export function listLatestAudit(limit = 50): readonly AuditRow[] {
  return latest.all(limit)
}

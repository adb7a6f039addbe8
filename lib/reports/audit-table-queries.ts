import type { AuditRow } from '../audit/audit-queries.ts'
import type { TableSource } from './table-query.ts'

export type { AuditRow }

/** Who did what. Text is looked for in the action, the subject, the detail and the name of whoever did it. */
export const auditTable: TableSource = {
  name: 'audit',
  path: '/admin/audit',
  columns: 'l.id, l.at, l.actor, m.display_name as actorName, l.action, l.subject, l.detail',
  from: "from audit_log l left join members m on l.actor = 'member:' || m.id",
  key: 'l.id',
  filters: {
    q: {
      kind: 'text',
      where: `instr(lower(l.action), @q) or instr(lower(l.subject), @q) or instr(lower(coalesce(l.detail, '')), @q)
        or instr(lower(coalesce(m.display_name, l.actor)), @q)`,
    },
    who: {
      kind: 'choice',
      where: "case @who when 'staff' then l.actor like 'member:%' else l.actor not like 'member:%' end",
      options: ['staff', 'others'],
    },
    subject: { kind: 'id', where: 'l.subject = @subject' },
    actor: { kind: 'id', where: 'l.actor = @actor' },
    action: { kind: 'id', where: 'l.action = @action' },
    from: { kind: 'from', where: 'l.at >= @from' },
    to: { kind: 'to', where: 'l.at < @to' },
  },
  sorts: { when: 'l.at' },
  sort: '-when',
}

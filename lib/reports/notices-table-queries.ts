import type { NoticeReason } from '../moderation/moderation.ts'
import { noticeReasons } from '../moderation/moderation.ts'
import type { Millis } from '../time/time.ts'
import type { TableSource } from './table-query.ts'

export type NoticeTableRow = Readonly<{
  id: string
  adRef: string
  title: string
  reasonKey: NoticeReason
  state: 'received' | 'upheld' | 'rejected'
  locale: string
  hasAddress: number
  createdAt: Millis
  dueAt: Millis
  answeredAt: Millis | null
  /** Of the decision that answered it. */
  decision: string | null
  ground: string | null
  isAutomated: number | null
  appeal: 'open' | 'granted' | 'denied' | null
}>

/** Notices about ads; the row has nothing of who wrote, so its export is the register (articles 15 and 24). */
export const noticesTable: TableSource = {
  name: 'notices',
  path: '/admin/notices',
  columns: `n.id, a.ref as adRef, coalesce(x.title, a.ref) as title, n.reason_key as reasonKey, n.state, n.locale,
    n.reporter_email is not null as hasAddress, n.created_at as createdAt, n.due_at as dueAt,
    n.answered_at as answeredAt, d.kind as decision, d.ground_key as ground, d.is_automated as isAutomated,
    (select p.state from appeals p where p.notice_id = n.id) as appeal`,
  from: `from notices n join ads a on a.id = n.ad_id left join decisions d on d.id = n.decision_id
    left join ad_texts x on x.ad_id = a.id and x.locale = a.source_locale`,
  key: 'n.id',
  filters: {
    q: {
      kind: 'text',
      where: `instr(lower(a.ref), @q) or instr(lower(x.title), @q) or instr(lower(n.explanation), @q)
        or instr(lower(coalesce(n.reporter_name, '')), @q) or instr(lower(coalesce(n.reporter_email, '')), @q)`,
    },
    state: { kind: 'choice', where: 'n.state = @state', options: ['received', 'upheld', 'rejected'] },
    reason: { kind: 'choice', where: 'n.reason_key = @reason', options: noticeReasons },
    from: { kind: 'from', where: 'n.created_at >= @from' },
    to: { kind: 'to', where: 'n.created_at < @to' },
  },
  sorts: { when: 'n.created_at', due: 'n.due_at' },
  sort: '-when',
}

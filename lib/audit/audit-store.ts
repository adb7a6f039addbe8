import { one, type Step } from '../../db/commit.ts'
import { auditLog } from '../../db/schema/operations.ts'
import { everyColumn, type Row, writeStatement } from '../../db/statement.ts'
import { newId } from '../ids/ids.ts'
import type { Millis } from '../time/time.ts'

/** Who did what: `actor` is `member:<id>`, `system` or `address:<hash>`; `subject` is `<noun>:<id>`. */
export type AuditEvent = Readonly<{
  actor: string
  action: string
  subject: string
  /** Before and after, or a reason. Never a contact, a password or a secret. */
  detail?: unknown
}>

const insert = writeStatement<Row<typeof auditLog>>((db) => db.insert(auditLog).values(everyColumn(auditLog)))

/** A step for the commit that does the thing it records, so that neither exists without the other. */
export function recordAudit(event: AuditEvent, now: Millis): Step {
  const { actor, action, subject, detail = null } = event
  return one(insert({ id: newId(), at: now, actor, action, subject, detail }), 'already_recorded')
}

type Values = Readonly<Record<string, unknown>>

export type AuditedChange = Readonly<{
  actor: string
  action: string
  subject: string
  before: Values
  after: Values
  /** What staff gave as a reason, where there is one. */
  reason?: string | undefined
}>

/**
 * The same for something that was changed: keeps `{ before, after }` with the fields that differ, and nothing else.
 *
 * Never hand it a contact, a password or a secret: name a changed secret (`{ secret: 'old' }`, `{ secret: 'new' }`).
 */
export function auditChange({ before, after, reason, ...event }: AuditedChange, now: Millis): Step {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  )
  const pick = (values: Values) => Object.fromEntries(names.map((name) => [name, values[name] ?? null]))
  const detail = { before: pick(before), after: pick(after), ...(reason === undefined ? {} : { reason }) }
  return recordAudit({ ...event, detail }, now)
}

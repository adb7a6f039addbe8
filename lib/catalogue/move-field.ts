import { commit } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { listOwnFields } from '../categories/categories-queries.ts'
import { setFieldPosition } from '../categories/categories-store.ts'
import { DomainError } from '../errors/domain-error.ts'
import type { Millis } from '../time/time.ts'

/** Moves a field one place among a category's own; at either end nothing happens. @throws DomainError `not_found`. */
export async function moveField(
  categoryId: number,
  key: string,
  change: Readonly<{ direction: 'up' | 'down'; actor: string; now: Millis }>,
): Promise<void> {
  const order = listOwnFields(categoryId).map((field) => field.key)
  const at = order.indexOf(key)
  if (at < 0) throw new DomainError('not_found')
  const to = change.direction === 'up' ? at - 1 : at + 1
  const neighbour = order[to]
  if (neighbour === undefined) return
  order[at] = neighbour
  order[to] = key
  const { actor, now } = change
  await commit([
    ...order.map((name, position) => setFieldPosition(categoryId, name, position)),
    recordAudit(
      {
        actor,
        action: 'field_moved',
        subject: `category:${categoryId}`,
        detail: { field: key, before: at, after: to },
      },
      now,
    ),
  ])
}

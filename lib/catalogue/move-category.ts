import { commit } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { childCategories } from '../categories/categories.ts'
import { loadCategoryTree } from '../categories/categories-queries.ts'
import { setCategoryPosition } from '../categories/categories-store.ts'
import { DomainError } from '../errors/domain-error.ts'
import type { Millis } from '../time/time.ts'

/** Moves a category one place among those beside it; at either end nothing happens. @throws DomainError `not_found`. */
export async function moveCategory(
  id: number,
  change: Readonly<{ direction: 'up' | 'down'; actor: string; now: Millis }>,
): Promise<void> {
  const tree = loadCategoryTree()
  const category = tree.byId.get(id)
  if (!category) throw new DomainError('not_found')
  const order = childCategories(tree, category.parent).map((sibling) => sibling.id)
  const at = order.indexOf(id)
  const to = change.direction === 'up' ? at - 1 : at + 1
  const neighbour = order[to]
  if (neighbour === undefined) return
  order[at] = neighbour
  order[to] = id
  const { actor, now } = change
  await commit([
    ...order.map((categoryId, position) => setCategoryPosition(categoryId, position)),
    recordAudit({ actor, action: 'category_moved', subject: `category:${id}`, detail: { before: at, after: to } }, now),
  ])
}

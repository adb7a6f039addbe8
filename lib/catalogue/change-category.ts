import { commit } from '../../db/commit.ts'
import { auditChange } from '../audit/audit-store.ts'
import { buildCategoryTree, type CategoryDto, type CategoryTree, categoryAndBelow } from '../categories/categories.ts'
import { listOwnFields, loadCategoryTree } from '../categories/categories-queries.ts'
import { type CategoryChange, changeCategoryTerms } from '../categories/categories-store.ts'
import { DomainError } from '../errors/domain-error.ts'
import { findSetting } from '../settings/settings-queries.ts'
import { saveSetting } from '../settings/settings-store.ts'
import type { Millis } from '../time/time.ts'
import { categoryProblems, movedAddresses } from './category-change.ts'
import { orderRefiling } from './refile-categories.ts'

/**
 * Renames, moves or hides a category, or changes its terms. Addresses it had go on leading to it; its ads are filed
 * anew when it has another place in the tree.
 *
 * @throws DomainError `not_found`, or `invalid_input` naming the fields.
 */
export async function changeCategory(
  change: CategoryChange,
  { actor, now }: Readonly<{ actor: string; now: Millis }>,
): Promise<void> {
  const tree = loadCategoryTree()
  const before = tree.byId.get(change.id)
  if (!before) throw new DomainError('not_found')
  const problems = categoryProblems(tree, { change, law: findSetting('screening') })
  if (problems.length > 0) throw new DomainError('invalid_input', { fields: problems })
  const after = withChange(tree, change)
  const addresses = movedAddresses(findSetting('categoryAddresses'), { before: tree, after, id: change.id })
  const isMoved = before.parent !== change.parent
  const reached = categoryAndBelow(tree, change.id).map(({ id }) => id)
  await commit([
    changeCategoryTerms(change),
    saveSetting('categoryAddresses', addresses, now),
    ...(isMoved ? [orderRefiling(reached, now)] : []),
    auditChange(
      {
        actor,
        action: 'category_changed',
        subject: `category:${change.id}`,
        before: changeable(before),
        after: { ...change },
      },
      now,
    ),
  ])
}

function changeable(category: CategoryDto): CategoryChange {
  const { id, parent, slug, label, revealMode, isActive, legalKind, paidDays, freeQuota, freeUntil, adDays } = category
  return { id, parent, slug, label, revealMode, isActive, legalKind, paidDays, freeQuota, freeUntil, adDays }
}

function withChange(tree: CategoryTree, change: CategoryChange): CategoryTree {
  return buildCategoryTree(
    tree.all.map((category) => ({
      ...category,
      fields: listOwnFields(category.id),
      ...(category.id === change.id ? change : {}),
    })),
  )
}

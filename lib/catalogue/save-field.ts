import { commit } from '../../db/commit.ts'
import { isFieldInUse, listOptionsInUse } from '../ads/field-use-queries.ts'
import { auditChange } from '../audit/audit-store.ts'
import { categoryAndBelow, type FieldDto } from '../categories/categories.ts'
import { listOwnFields, loadCategoryTree } from '../categories/categories-queries.ts'
import { saveField as fieldStep } from '../categories/categories-store.ts'
import { DomainError } from '../errors/domain-error.ts'
import type { Millis } from '../time/time.ts'
import { fieldProblems } from './field-change.ts'
import { orderRefiling } from './refile-categories.ts'

/**
 * Adds a field to a category, or changes one of its own. What ads have in it stays; a field that ads use keeps its type
 * and the options they chose. Hiding a field is the way to delete it.
 *
 * @throws DomainError `not_found` for the category; `invalid_input` naming the fields of the form.
 */
export async function saveField(
  categoryId: number,
  field: FieldDto,
  { actor, now }: Readonly<{ actor: string; now: Millis }>,
): Promise<void> {
  const tree = loadCategoryTree()
  const category = tree.byId.get(categoryId)
  if (!category) throw new DomainError('not_found')
  const own = listOwnFields(categoryId)
  const before = own.find(({ key }) => key === field.key)
  const reached = categoryAndBelow(tree, categoryId).map(({ id }) => id)
  const others = category.fields.filter(({ key }) => key !== field.key)
  const problems = fieldProblems(field, {
    before,
    others,
    isInUse: before !== undefined && before.type !== field.type && isFieldInUse(reached, field.key),
    optionsInUse: before?.options.length ? listOptionsInUse(reached, field.key) : [],
  })
  if (problems.length > 0) throw new DomainError('invalid_input', { fields: problems })
  const isFiledOtherwise = before?.isFilterable !== field.isFilterable
  await commit([
    fieldStep(categoryId, field, own.length),
    ...(isFiledOtherwise ? [orderRefiling(reached, now)] : []),
    auditChange(
      {
        actor,
        action: before ? 'field_changed' : 'field_added',
        subject: `category:${categoryId}`,
        before: before ? { ...before } : {},
        after: { ...field },
      },
      now,
    ),
  ])
}

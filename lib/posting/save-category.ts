import { commit } from '../../db/commit.ts'
import { findCategoryByKey, loadCategoryTree } from '../categories/categories-queries.ts'
import { DomainError } from '../errors/domain-error.ts'
import { openCategory } from './draft-view-queries.ts'
import { saveDraftCategory } from './drafts-store.ts'
import type { PostingContext } from './posting-context.ts'
import type { SaveCategoryInput } from './posting-input.ts'
import { requireDraft } from './require-draft.ts'

/**
 * Puts a draft into a category. What was typed for another one stays in the draft, and counts again when it fits.
 *
 * @throws DomainError `not_found`; `invalid_input` for a category no ad can stand in.
 */
export async function saveCategory(input: SaveCategoryInput, { actor, now }: PostingContext) {
  const draft = requireDraft(input.draftId, { memberId: actor.memberId, now })
  const category = openCategory(loadCategoryTree(), findCategoryByKey(input.category)?.id ?? null)
  if (!category) throw new DomainError('invalid_input', { fields: [{ field: 'category', code: 'not_open' }] })
  await commit([saveDraftCategory({ id: draft.id, categoryId: category.id, now })])
  return { draftId: draft.id }
}

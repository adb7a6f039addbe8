import type { CategoryDto } from '../categories/categories.ts'
import { type CategoryCheck, checkCategoryRules } from '../screening/check-category-rules.ts'
import { findSetting } from '../settings/settings-queries.ts'
import { revealTermsOf } from './posting-terms.ts'

/** What the law of the site's country says of a category, given what visitors pay in it. */
export function findCategoryRule(category: CategoryDto): CategoryCheck {
  const { country, refuseRestricted } = findSetting('screening')
  const { kind } = revealTermsOf(category)
  const isFreeToVisitors = kind === 'free' || kind === 'sponsored'
  const { legalKind } = category
  return checkCategoryRules({ country, legalKind, isFreeToVisitors, refuseInstead: refuseRestricted })
}

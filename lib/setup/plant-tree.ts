import { commit } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { loadCategoryTree } from '../categories/categories-queries.ts'
import { saveCategories } from '../categories/categories-store.ts'
import { DomainError } from '../errors/domain-error.ts'
import { findSetting } from '../settings/settings-queries.ts'
import { saveSetting } from '../settings/settings-store.ts'
import type { Millis } from '../time/time.ts'
import { type StarterTreeName, starterTree } from './starter-trees.ts'

/**
 * Gives a new site its first categories. Only while it has none: what is there is changed in the panel.
 *
 * @param wanted.revealPriceMinor What a contact costs in the paid ones.
 * @throws DomainError `conflict` when there are categories already.
 */
export async function plantTree(
  wanted: Readonly<{ tree: StarterTreeName; revealPriceMinor: number }>,
  { actor, now }: Readonly<{ actor: string; now: Millis }>,
): Promise<number> {
  if (loadCategoryTree().all.length > 0) throw new DomainError('conflict')
  const site = findSetting('site')
  const rows = starterTree(wanted.tree, { revealPriceMinor: wanted.revealPriceMinor, currency: site.currency })
  await commit([
    ...saveCategories(rows),
    saveSetting('site', { ...site, setupSteps: withStep(site.setupSteps, 'categories') }, now),
    recordAudit({ actor, action: 'tree_planted', subject: 'setting:categories', detail: { after: wanted } }, now),
  ])
  return rows.length
}

export function withStep(steps: readonly string[], step: string): string[] {
  return [...new Set([...steps, step])]
}

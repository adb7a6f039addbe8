import { commit, withRetries } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { plainTerms } from '../categories/categories.ts'
import { loadCategoryTree } from '../categories/categories-queries.ts'
import { insertCategory } from '../categories/categories-store.ts'
import { DomainError } from '../errors/domain-error.ts'
import { findSetting } from '../settings/settings-queries.ts'
import { slugOf } from '../text/text.ts'
import type { Millis } from '../time/time.ts'
import { categoryProblems } from './category-change.ts'

type NewName = Readonly<{ parent: number | null; labelFr: string; labelEn: string }>

/** What a contact costs in the first category of a site, minor units. */
const usualRevealMinor = 150

/**
 * Adds a category below another one, or at the top. It begins with the prices and terms of the one above, its slugs made
 * from its names.
 *
 * @returns Its id.
 * @throws DomainError `invalid_input` naming the fields.
 */
export function addCategory(wanted: NewName, by: Readonly<{ actor: string; now: Millis }>): Promise<number> {
  return withRetries(() => add(wanted, by))
}

async function add(wanted: NewName, { actor, now }: Readonly<{ actor: string; now: Millis }>): Promise<number> {
  const tree = loadCategoryTree()
  const above = wanted.parent === null ? undefined : tree.byId.get(wanted.parent)
  const label = { fr: wanted.labelFr.trim(), en: wanted.labelEn.trim() || wanted.labelFr.trim() }
  const slug = { fr: slugOf(label.fr), en: slugOf(label.en) }
  const { revealMode, paidDays, postPriceMinor, freeQuota, freeUntil, adDays, legalKind } = above ?? {
    ...plainTerms,
    revealMode: 'paid' as const,
  }
  const terms = { revealMode, paidDays, postPriceMinor, freeQuota, freeUntil, adDays, legalKind, isActive: true }
  const problems = categoryProblems(tree, {
    change: { parent: wanted.parent, slug, label, ...terms },
    law: findSetting('screening'),
  })
  const byName = problems.map(({ field, code }) => ({ field: field.replace('slug', 'label'), code }))
  if (byName.length > 0) throw new DomainError('invalid_input', { fields: byName })
  const id = Math.max(0, ...tree.all.map((category) => category.id)) + 1
  const wantedKey = above ? `${above.key}/${slug.fr}` : slug.fr
  await commit([
    insertCategory({
      id,
      key: tree.byKey.has(wantedKey) ? `${wantedKey}-${id}` : wantedKey,
      slug,
      label,
      parent: wanted.parent,
      revealPriceMinor: above?.revealPriceMinor ?? usualRevealMinor,
      currency: above?.currency ?? tree.roots[0]?.currency ?? 'EUR',
      fields: [],
      position: tree.all.length,
      ...terms,
    }),
    recordAudit(
      { actor, action: 'category_added', subject: `category:${id}`, detail: { after: { label, slug } } },
      now,
    ),
  ])
  return id
}

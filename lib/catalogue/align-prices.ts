import { commit } from '../../db/commit.ts'
import { repriceAds } from '../ads/reprice-ads.ts'
import { loadCategoryTree } from '../categories/categories-queries.ts'
import { setCategoryPrice } from '../categories/categories-store.ts'
import type { PriceRule } from '../pricing/price-rules.ts'
import { listPriceRules } from '../pricing/price-rules-queries.ts'
import { markPriceRuleApplied } from '../pricing/price-rules-store.ts'
import type { Millis } from '../time/time.ts'
import { categoryMoves, isWritten, pendingRules } from './price-change.ts'

/** What was brought in line; `isDone` is false when ads are left for the next call. */
export type PriceAlignment = Readonly<{ rules: number; refs: readonly string[]; isDone: boolean }>

/**
 * Brings categories and ads in line with the rules that began or ended since the last time. Safe to repeat and to run
 * twice at once: what is right already is passed over, and a rule counts as applied only when nothing is left of it.
 *
 * @param most How many ads to rewrite at most; the rest waits for the next call.
 */
export async function alignPrices(now: Millis, most = 2000): Promise<PriceAlignment> {
  const refs: string[] = []
  const pending = pendingRules(listPriceRules(), now)
  for (const rule of pending) {
    const left = most - refs.length
    if (left <= 0) return { rules: pending.length, refs, isDone: false }
    const done = isWritten(rule) ? await alignRule(rule, { now, most: left }) : { refs: [], isDone: true }
    refs.push(...done.refs)
    if (!done.isDone) return { rules: pending.length, refs, isDone: false }
    await commit([markPriceRuleApplied(rule.id, now)])
  }
  return { rules: pending.length, refs, isDone: true }
}

async function alignRule(
  rule: PriceRule & Readonly<{ kind: 'reveal' | 'post' }>,
  { now, most }: Readonly<{ now: Millis; most: number }>,
): Promise<Readonly<{ refs: readonly string[]; isDone: boolean }>> {
  const { kind } = rule
  const tree = loadCategoryTree()
  const moves = categoryMoves(listPriceRules(), { tree, rule, at: now })
  const changed = moves.filter(({ from, to }) => from.minor !== to.minor)
  // Categories first: an ad that is posted meanwhile begins with the new price.
  if (changed.length > 0) {
    await commit(changed.map(({ category, to }) => setCategoryPrice(category.id, { kind, priceMinor: to.minor })))
  }
  if (kind === 'post') return { refs: [], isDone: true }
  return repriceAds(new Map(moves.map(({ category, to }) => [category.id, to.minor])), { now, most })
}

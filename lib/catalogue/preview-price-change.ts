import { countPricedAds } from '../ads/reveal-price-queries.ts'
import { categoryTrail } from '../categories/categories.ts'
import { loadCategoryTree } from '../categories/categories-queries.ts'
import { type Currency, type Money, money } from '../money/money.ts'
import type { Rail } from '../money/rails.ts'
import { type PriceRule, priceOf, type SoldKind } from '../pricing/price-rules.ts'
import { listPriceRules } from '../pricing/price-rules-queries.ts'
import { billingOf } from '../providers/accounts.ts'
import { listAccounts } from '../providers/accounts-queries.ts'
import { findSetting } from '../settings/settings-queries.ts'
import type { Millis } from '../time/time.ts'
import { categoryMoves, isWritten, missingRules, type PriceChange, reachOf } from './price-change.ts'
import { usualBoosts } from './price-matrix.ts'

/** How an account could bill the new price in one country: exactly it, a dearer step, or not at all. */
export type RailPreview = Readonly<{
  accountId: string
  label: string
  rail: Rail
  country: string
  price: Money
  billed: Money | undefined
}>
export type AdsPreview = Readonly<{ from: Money; to: Money; ads: number; published: number }>
export type CategoryPreview = Readonly<{
  id: number
  label: Readonly<{ fr: string; en: string }>
  from: Money
  to: Money
}>

export type PricePreview = Readonly<{
  categories: readonly CategoryPreview[]
  /** Ads grouped by what they cost now; those that cost the new price already are not among them. */
  ads: readonly AdsPreview[]
  rails: readonly RailPreview[]
}>

const previewId = 'preview'

/** What a change would do, computed by the functions that do it; nothing is written. */
export function previewPriceChange(change: PriceChange, now: Millis): PricePreview {
  const tree = loadCategoryTree()
  const at = Math.max(change.validFrom, now)
  const rule: PriceRule = {
    ...change,
    id: previewId,
    validFrom: at,
    appliedAt: null,
    createdAt: now,
    createdBy: '',
  }
  const kept = listPriceRules()
  if (!isWritten(rule)) {
    return { categories: [], ads: [], rails: railsFor([...kept, rule], rule, at) }
  }
  const before = missingRules(kept, { tree, kind: rule.kind, now, newRuleId: () => 'missing' })
  const rules = [...kept, ...before, rule]
  const moves = categoryMoves(rules, { tree, rule, at })
  return {
    categories: moves.flatMap(({ category: { id, label }, from, to }) =>
      from.minor === to.minor ? [] : [{ id, label, from, to }],
    ),
    ads: rule.kind === 'reveal' ? adsOf(moves) : [],
    rails: railsFor(rules, rule, at),
  }
}

function adsOf(moves: ReturnType<typeof categoryMoves>): readonly AdsPreview[] {
  const target = new Map(moves.map(({ category, to }) => [category.id, to]))
  const groups = new Map<string, AdsPreview>()
  for (const row of countPricedAds([...target.keys()])) {
    const to = target.get(row.categoryId)
    if (!to || row.revealPriceMinor === to.minor) continue
    const from = money(row.revealPriceMinor, to.currency)
    const key = `${from.minor} ${to.minor} ${to.currency}`
    const known = groups.get(key) ?? { from, to, ads: 0, published: 0 }
    const published = known.published + (row.status === 'published' ? row.ads : 0)
    groups.set(key, { ...known, ads: known.ads + row.ads, published })
  }
  return [...groups.values()].sort((left, right) => left.from.minor - right.from.minor)
}

function railsFor(rules: readonly PriceRule[], rule: PriceRule, at: Millis): readonly RailPreview[] {
  const tree = loadCategoryTree()
  const first = reachOf(tree, rule.categoryId)[0]
  const trail = first ? categoryTrail(tree, first.id).map(({ id }) => id) : []
  const kind: SoldKind = rule.kind === 'rail_floor' ? 'reveal' : rule.kind
  const usual = first ? usualOf(first, kind) : undefined
  return listAccounts()
    .filter(({ state, rail }) => state === 'active' && (rule.rail === null || rule.rail === rail))
    .flatMap((account) =>
      account.countries
        .filter((country) => rule.country === null || rule.country === country)
        .flatMap((country): RailPreview[] => {
          const price = priceOf(rules, { kind, categoryTrail: trail, country, rail: account.rail, at, usual })
          if (!price || price.minor === 0 || price.currency !== account.currency) return []
          const { id: accountId, label, rail } = account
          return [{ accountId, label, rail, country, price, billed: billingOf(account, price, country)?.billed }]
        }),
    )
}

function usualOf(
  category: Readonly<{ revealPriceMinor: number; postPriceMinor: number; currency: Currency }>,
  kind: SoldKind,
): Money | undefined {
  if (kind === 'reveal') return money(category.revealPriceMinor, category.currency)
  if (kind === 'post') return money(category.postPriceMinor, category.currency)
  return usualBoosts(findSetting('posting'))[kind]
}

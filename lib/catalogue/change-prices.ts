import { commit } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { loadCategoryTree } from '../categories/categories-queries.ts'
import { DomainError, type FieldProblem } from '../errors/domain-error.ts'
import { newId } from '../ids/ids.ts'
import type { PriceRule } from '../pricing/price-rules.ts'
import { listPriceRules } from '../pricing/price-rules-queries.ts'
import { insertPriceRule } from '../pricing/price-rules-store.ts'
import type { Millis } from '../time/time.ts'
import { alignPrices, type PriceAlignment } from './align-prices.ts'
import { isWritten, missingRules, type PriceChange } from './price-change.ts'

/** The highest price of anything, minor units: what a quote can carry. */
const highestPriceMinor = 100_000

/**
 * Sets a price from a date on. One that begins now is brought to categories and ads before this returns, as far as a
 * bounded number of ads allows; the rest, and changes that begin later, are done by the job.
 *
 * @returns The rule's id, and what was brought in line.
 * @throws DomainError `invalid_input` naming the fields.
 */
export async function changePrices(
  change: PriceChange,
  { actor, now }: Readonly<{ actor: string; now: Millis }>,
): Promise<Readonly<{ ruleId: string; alignment: PriceAlignment }>> {
  const problems = priceProblems(change, now)
  if (problems.length > 0) throw new DomainError('invalid_input', { fields: problems })
  const rule: PriceRule = {
    id: newId(),
    ...change,
    validFrom: Math.max(change.validFrom, now),
    appliedAt: null,
    createdAt: now,
    createdBy: actor,
  }
  const tree = loadCategoryTree()
  const before = isWritten(rule) ? missingRules(listPriceRules(), { tree, kind: rule.kind, now, newRuleId: newId }) : []
  const { kind, categoryId, country, rail, priceMinor, currency, validFrom, validUntil } = rule
  await commit([
    ...before.map(insertPriceRule),
    insertPriceRule(rule),
    recordAudit(
      {
        actor,
        action: 'price_changed',
        subject: `price:${rule.id}`,
        detail: { after: { kind, categoryId, country, rail, priceMinor, currency, validFrom, validUntil } },
      },
      now,
    ),
  ])
  return { ruleId: rule.id, alignment: await alignPrices(now) }
}

/** What is wrong with a change; empty when it may be made. */
export function priceProblems(change: PriceChange, now: Millis): readonly FieldProblem[] {
  const { kind, categoryId, rail, priceMinor, currency, validFrom, validUntil } = change
  const category = categoryId === null ? undefined : loadCategoryTree().byId.get(categoryId)
  const money = categoryId === null ? loadCategoryTree().roots[0]?.currency : category?.currency
  const isWhole = Number.isSafeInteger(priceMinor) && priceMinor >= 0 && priceMinor <= highestPriceMinor
  return [
    ...(isWhole ? [] : [{ field: 'price', code: 'out_of_range' }]),
    ...(categoryId !== null && !category ? [{ field: 'category', code: 'unknown' }] : []),
    ...(kind === 'rail_floor' && rail === null ? [{ field: 'rail', code: 'required' }] : []),
    ...(isWritten(change) && money !== undefined && currency !== money ? [{ field: 'currency', code: 'differs' }] : []),
    ...(validUntil !== null && validUntil <= Math.max(validFrom, now) ? [{ field: 'until', code: 'too_early' }] : []),
  ]
}

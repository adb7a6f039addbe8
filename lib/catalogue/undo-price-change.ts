import { commit } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { DomainError } from '../errors/domain-error.ts'
import { findPriceRule } from '../pricing/price-rules-queries.ts'
import { cancelPriceRule, endPriceRule } from '../pricing/price-rules-store.ts'
import type { Millis } from '../time/time.ts'
import { alignPrices, type PriceAlignment } from './align-prices.ts'

/**
 * Ends a price that holds, or cancels one that has not begun; what held before holds again.
 *
 * @throws DomainError `not_found`; `conflict` when it has ended already.
 */
export async function undoPriceChange(
  id: string,
  { actor, now }: Readonly<{ actor: string; now: Millis }>,
): Promise<PriceAlignment> {
  const rule = findPriceRule(id)
  if (!rule) throw new DomainError('not_found')
  if (rule.validUntil !== null && rule.validUntil <= now) throw new DomainError('conflict')
  const hasBegun = rule.validFrom <= now
  await commit([
    hasBegun ? endPriceRule(id, now) : cancelPriceRule(id, now),
    recordAudit(
      { actor, action: 'price_undone', subject: `price:${id}`, detail: { before: { validUntil: rule.validUntil } } },
      now,
    ),
  ])
  return alignPrices(now)
}

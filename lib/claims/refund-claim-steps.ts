import type { AdForSale } from '../ads/sale-queries.ts'
import { auditChange } from '../audit/audit-store.ts'
import { localeOr } from '../i18n/locales.ts'
import { findPurchase } from '../purchases/purchases-queries.ts'
import { claimLetter } from './claim-letters.ts'
import { type PlannedRefund, refundWhole } from './claim-refund.ts'
import { ruleWords } from './claim-words.ts'
import type { ClaimRule, RefundDestination } from './claims.ts'
import type { Claim } from './claims-queries.ts'
import { decideClaimRow } from './claims-store.ts'

export type ClaimRefund = Readonly<{
  rule: ClaimRule | null
  /** `seller` or `member:<id>`; null where a rule decided. */
  decidedBy: string | null
  /** What staff says to the payer; without it, the words of the rule. */
  answer: string | null
  destination?: RefundDestination
  ad: AdForSale
  now: number
}>

/** Everything that refunding an open claim changes; conflicts with `state_changed` when it was decided meanwhile. */
export function refundClaimSteps(claim: Claim, refund: ClaimRefund): PlannedRefund {
  const { rule, decidedBy, ad, now } = refund
  const purchase = findPurchase(claim.purchaseId)
  if (!purchase) return { steps: [] }
  const actor = decidedBy?.startsWith('member:') ? decidedBy : 'system'
  const planned = refundWhole(purchase, {
    destination: refund.destination ?? claim.destination,
    reason: `claim: ${claim.reason}`,
    actor,
    now,
  })
  const words = refund.answer ?? ruleWords(rule ?? 'seller', localeOr(purchase.locale))
  return {
    ...planned,
    steps: [
      decideClaimRow({ id: claim.id, state: 'refunded', rule, answer: refund.answer, decidedBy, now }),
      ...planned.steps,
      ...claimLetter('claimRefunded', { claimId: claim.id, purchase, ad, answer: words, now }),
      auditChange(
        {
          actor,
          action: 'claim_refunded',
          subject: `claim:${claim.id}`,
          before: { state: claim.state, rule: claim.rule },
          after: { state: 'refunded', rule },
          reason: words,
        },
        now,
      ),
    ],
  }
}

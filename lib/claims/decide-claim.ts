import { commit } from '../../db/commit.ts'
import { findAdForSaleById } from '../ads/sale-queries.ts'
import { auditChange } from '../audit/audit-store.ts'
import { DomainError } from '../errors/domain-error.ts'
import type { StaffMember } from '../members/member.ts'
import { findPurchase } from '../purchases/purchases-queries.ts'
import { findSetting } from '../settings/settings-queries.ts'
import { askForRefund } from './ask-for-refund.ts'
import { claimLetter } from './claim-letters.ts'
import type { DecideClaimInput } from './claims-input.ts'
import { findClaim } from './claims-queries.ts'
import { decideClaimRow } from './claims-store.ts'
import { refundClaimSteps } from './refund-claim-steps.ts'
import { needsSecondPerson } from './refund-requests.ts'
import { refundableMinor } from './refund-steps.ts'

export type ClaimDecided = Readonly<{ id: string; state: 'refunded' | 'rejected' }>

/**
 * Staff decides a claim with a reason that the payer reads.
 *
 * @throws DomainError not_found; forbidden above the amount that needs a second person; conflict when somebody else decided it; nothing_to_refund when the money went back in
 *   another way.
 */
export async function decideClaimByStaff(
  input: DecideClaimInput,
  { actor, now }: Readonly<{ actor: Pick<StaffMember, 'id'>; now: number }>,
): Promise<ClaimDecided> {
  const claim = findClaim(input.id)
  const purchase = claim && findPurchase(claim.purchaseId)
  const ad = purchase && findAdForSaleById(claim.adId, purchase.locale)
  if (!claim || !purchase || !ad) throw new DomainError('not_found')
  if (claim.state !== 'open') throw new DomainError('conflict')
  const by = `member:${actor.id}`
  const { answer } = input
  if (input.decision === 'reject') {
    await commit([
      decideClaimRow({ id: claim.id, state: 'rejected', rule: null, answer, decidedBy: by, now }),
      ...claimLetter('claimRejected', { claimId: claim.id, purchase, ad, answer, now }),
      auditChange(
        {
          actor: by,
          action: 'claim_rejected',
          subject: `claim:${claim.id}`,
          before: { state: claim.state },
          after: { state: 'rejected' },
          reason: answer,
        },
        now,
      ),
    ])
    return { id: claim.id, state: 'rejected' }
  }
  const amountMinor = refundableMinor(purchase)
  if (amountMinor === 0) throw new DomainError('nothing_to_refund')
  const { secondPersonAboveMinor } = findSetting('refunds')
  if (needsSecondPerson({ amountMinor, refundedMinor: purchase.refundedMinor }, secondPersonAboveMinor))
    throw new DomainError('forbidden')
  const { destination } = input
  const refund = refundClaimSteps(claim, { rule: null, decidedBy: by, answer, destination, ad, now })
  await commit(refund.steps)
  if (refund.attemptId !== undefined) await askForRefund(refund.attemptId, now)
  return { id: claim.id, state: 'refunded' }
}

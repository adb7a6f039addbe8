import { commit, type Step, withRetries } from '../../db/commit.ts'
import { doubtContact } from '../ads/contact-doubt-store.ts'
import { type AdForSale, findAdForSaleById } from '../ads/sale-queries.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { issueToken } from '../auth/issue-token.ts'
import type { CheckoutContext } from '../checkout/checkout-context.ts'
import { DomainError } from '../errors/domain-error.ts'
import { invariant } from '../errors/invariant.ts'
import { localeOr } from '../i18n/locales.ts'
import { newId } from '../ids/ids.ts'
import type { Purchase } from '../purchases/purchases.ts'
import { findPurchase } from '../purchases/purchases-queries.ts'
import { consumeLimit } from '../rate-limit/rate-limit.ts'
import { findSetting } from '../settings/settings-queries.ts'
import { day } from '../time/time.ts'
import { askForRefund } from './ask-for-refund.ts'
import { readClaimFacts } from './claim-facts.ts'
import { claimLetter, sellerLetter } from './claim-letters.ts'
import { refundWhole } from './claim-refund.ts'
import { ruleWords, waitingWords } from './claim-words.ts'
import { type ClaimDecision, claimWindowMs, decideClaim, isBeyondLimits, isDoubted } from './claims.ts'
import type { FileClaimInput } from './claims-input.ts'
import {
  type Claim,
  findClaimOfPurchase,
  findClaimOfUnlock,
  findSeller,
  findUnlockOfPurchase,
} from './claims-queries.ts'
import { insertClaim, requireSameClaims } from './claims-store.ts'
import { identifyPurchase } from './identify-purchase.ts'
import { refundClaimSteps } from './refund-claim-steps.ts'
import { refundableMinor } from './refund-steps.ts'

/** How long the link in an advertiser's mail works. */
const sellerTokenMs = 30 * day

export type Filed = Readonly<{ purchaseId: string; adRef: string; claim: Claim; isAdDoubted: boolean }>

/**
 * A payer says that a contact was no good, once for each contact, without an account. The operator's rules refund it at
 * once where they can; otherwise the advertiser is asked, or a person decides. Said again it is the same claim.
 *
 * @throws DomainError not_found or code_refused for a purchase that is not theirs; nothing_to_refund; claim_too_late;
 *   already_claimed for a contact that was claimed, bought again and claimed again; rate_limited.
 */
export async function fileClaim(input: FileClaimInput, context: CheckoutContext): Promise<Filed> {
  const named = await identifyPurchase(input, context)
  if (!findClaimOfPurchase(named.id)) {
    await consumeLimit('claim_address', context.address)
    await consumeLimit('claim_payer', named.payerId)
  }
  const attempts = await withRetries(() => fileOnce(named.id, input, context))
  for (const attemptId of attempts) await askForRefund(attemptId, context.now)
  const claim = findClaimOfPurchase(named.id)
  const ad = named.adId === null ? undefined : findAdForSaleById(named.adId, named.locale)
  invariant(claim && ad, 'a claim is kept before it is answered')
  return { purchaseId: named.id, adRef: ad.ref, claim, isAdDoubted: ad.contactDoubtedAt !== null }
}

/** @returns The refunds to ask providers for. */
async function fileOnce(
  purchaseId: string,
  input: FileClaimInput,
  context: CheckoutContext,
): Promise<readonly string[]> {
  const { now } = context
  if (findClaimOfPurchase(purchaseId)) return []
  const { purchase, ad, unlock } = requireClaimable(purchaseId, now)
  const rules = findSetting('claimRules')
  const { facts, agreeing, seen } = readClaimFacts({ purchase, ad, unlock, reason: input.reason, context })
  const decision = decideClaim(facts, rules)
  const claim = newClaim({
    purchase,
    unlockId: unlock.id,
    decision,
    input,
    isBeyond: isBeyondLimits(facts, rules),
    now,
  })
  const others = decision.kind === 'refund' && decision.rule === 'payers_agree' ? agreeing : []
  const refunds = [
    ...(decision.kind === 'refund' ? [refundWhole(purchase, { ...refundTerms(claim), now })] : []),
    ...others.map((other) => refundClaimSteps(other, { rule: 'payers_agree', decidedBy: null, answer: null, ad, now })),
  ]
  const counts = input.reason !== 'other' && isDoubted(facts.othersAgreeing + 1, rules)
  await commit([
    ...(decision.kind === 'refund' ? [] : [requireSameClaims(purchase.id, seen)]),
    insertClaim(claim),
    ...refunds.flatMap(({ steps }) => steps),
    ...(counts ? [doubtContact(ad.id, now)] : []),
    ...(decision.kind === 'ask_seller' ? askSeller(claim, ad, now) : []),
    ...lettersOf(claim, { purchase, ad, now }),
    recordAudit(
      {
        actor: `payer:${purchase.payerId}`,
        action: 'claim_filed',
        subject: `claim:${claim.id}`,
        detail: { purchase: purchase.id, ad: ad.ref, reason: claim.reason, state: claim.state, rule: claim.rule },
      },
      now,
    ),
  ])
  return refunds.flatMap(({ attemptId }) => (attemptId === undefined ? [] : [attemptId]))
}

function requireClaimable(purchaseId: string, now: number) {
  const purchase = findPurchase(purchaseId)
  const unlock = findUnlockOfPurchase(purchaseId)
  const ad = unlock && purchase && findAdForSaleById(unlock.adId, purchase.locale)
  if (!purchase || !unlock || !ad || refundableMinor(purchase) === 0) throw new DomainError('nothing_to_refund')
  if (now > (purchase.settledAt ?? 0) + claimWindowMs) throw new DomainError('claim_too_late')
  if (findClaimOfUnlock(unlock.id)) throw new DomainError('already_claimed')
  return { purchase, ad, unlock }
}

type Filing = Readonly<{
  purchase: Purchase
  unlockId: string
  decision: ClaimDecision
  input: FileClaimInput
  isBeyond: boolean
  now: number
}>

function newClaim({ purchase, unlockId, decision, input, isBeyond, now }: Filing): Claim {
  const isRefund = decision.kind === 'refund'
  const locale = localeOr(input.locale)
  return {
    id: newId(),
    unlockId,
    purchaseId: purchase.id,
    adId: purchase.adId ?? 0,
    payerId: purchase.payerId,
    reason: input.reason,
    detail: input.detail || null,
    // A claim that is only believed gives no money away from the site.
    destination: isRefund && decision.rule === 'first_claim' ? 'wallet' : input.destination,
    locale,
    state: isRefund ? 'refunded' : 'open',
    rule: isRefund ? decision.rule : null,
    answer: waitingWords(decision, { isBeyondLimits: isBeyond, locale }) ?? null,
    sellerUntil: decision.kind === 'ask_seller' ? decision.until : null,
    sellerAnswer: null,
    decidedBy: null,
    createdAt: now,
    decidedAt: isRefund ? now : null,
  }
}

function refundTerms({ destination, reason }: Claim) {
  return { destination, reason: `claim: ${reason}`, actor: 'system' } as const
}

/** The advertiser is asked once for each claim, by a link that works once. */
function askSeller(claim: Claim, ad: AdForSale, now: number): Step[] {
  const seller = findSeller(ad.id)
  if (!seller) return []
  const { token, steps } = issueToken({
    purpose: 'confirm_ad',
    subject: `ad:${ad.id}`,
    data: { claim: claim.id },
    lifetimeMs: sellerTokenMs,
    now,
  })
  const hours = findSetting('claimRules').sellerSilentHours
  return [...steps, sellerLetter(seller, { claimId: claim.id, ad, token, hours, now })]
}

function lettersOf(claim: Claim, about: Readonly<{ purchase: Purchase; ad: AdForSale; now: number }>): Step[] {
  const locale = localeOr(about.purchase.locale)
  const answer = claim.rule === null ? (claim.answer ?? '') : ruleWords(claim.rule, locale)
  return claimLetter(claim.state === 'refunded' ? 'claimRefunded' : 'claimReceived', {
    claimId: claim.id,
    answer,
    ...about,
  })
}

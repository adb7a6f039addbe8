import { commit, type Step, withRetries } from '../../db/commit.ts'
import { canBecome } from '../ads/ads.ts'
import { moveAdStatus, unindexAd } from '../ads/ads-store.ts'
import { confirmContact, markSold } from '../ads/contact-doubt-store.ts'
import { type AdForSale, findAdForSaleById } from '../ads/sale-queries.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { redeemToken } from '../auth/redeem-token.ts'
import { isConflict } from '../errors/conflict.ts'
import { DomainError } from '../errors/domain-error.ts'
import type { Locale } from '../i18n/locales.ts'
import { askForRefund } from './ask-for-refund.ts'
import type { ConfirmAdInput } from './claims-input.ts'
import { listOpenClaimsOfAd } from './claims-queries.ts'
import { keepSellerAnswer } from './claims-store.ts'
import { refundClaimSteps } from './refund-claim-steps.ts'

export type AdAsked = Readonly<{
  id: number
  ref: string
  title: string
  status: AdForSale['status']
  isClaimed: boolean
}>

/**
 * What a link in an advertiser's mail asks about, without using it. Never anything of a contact: mail is forwarded.
 *
 * @returns undefined for a link that is wrong, used or too old.
 */
export function findAdsAsked(
  token: string,
  view: Readonly<{ locale: Locale; now: number }>,
): readonly AdAsked[] | undefined {
  const redeemed = redeemToken({ purpose: 'confirm_ad', token, now: view.now })
  if (redeemed.kind !== 'good') return undefined
  const ads = idsOf(redeemed).flatMap((id) => findAdForSaleById(id, view.locale) ?? [])
  return ads.map(({ id, ref, title, status }) => ({
    id,
    ref,
    title,
    status,
    isClaimed: redeemed.data['claim'] !== undefined,
  }))
}

function idsOf({ subject, data }: Readonly<{ subject: string; data: Readonly<Record<string, string>> }>): number[] {
  const [kind, id] = subject.split(':')
  return (kind === 'ad' ? (id ?? '') : (data['ads'] ?? '')).split(',').map(Number).filter(Number.isSafeInteger)
}

export type AdConfirmed = Readonly<{ refs: readonly string[]; answer: ConfirmAdInput['answer'] }>

/**
 * The advertiser answers, by a link that works once. `still_good` confirms the ads, ends a doubt about them and leaves
 * what is claimed of them to a person; `no_longer` takes them off sale and refunds what is claimed of them.
 *
 * @throws DomainError gone for a link that is wrong, used or too old.
 */
export async function confirmAd(
  input: ConfirmAdInput,
  context: Readonly<{ now: number; locale: Locale }>,
): Promise<AdConfirmed> {
  const { now } = context
  const { refs, attempts } = await withRetries(() => answerOnce(input, now)).catch((error: unknown) => {
    if (isConflict(error, 'already_claimed')) throw new DomainError('gone')
    throw error
  })
  for (const attemptId of attempts) await askForRefund(attemptId, now)
  return { refs, answer: input.answer }
}

async function answerOnce({ token, answer }: ConfirmAdInput, now: number) {
  const redeemed = redeemToken({ purpose: 'confirm_ad', token, now })
  if (redeemed.kind !== 'good') throw new DomainError('gone')
  const ads = idsOf(redeemed).flatMap((id) => findAdForSaleById(id, 'fr') ?? [])
  const claims =
    answer === 'no_longer' ? ads.flatMap((ad) => listOpenClaimsOfAd(ad.id).map((claim) => ({ claim, ad }))) : []
  const refunds = claims.map(({ claim, ad }) =>
    refundClaimSteps({ ...claim, sellerAnswer: answer }, { rule: null, decidedBy: 'seller', answer: null, ad, now }),
  )
  await commit([
    ...redeemed.steps,
    ...ads.flatMap((ad) => [
      keepSellerAnswer(ad.id, answer),
      ...(answer === 'still_good' ? [confirmContact(ad.id, now)] : offSaleSteps(ad, now)),
      recordAudit({ actor: 'advertiser', action: `ad_${answer}`, subject: `ad:${ad.ref}` }, now),
    ]),
    ...refunds.flatMap(({ steps }) => steps),
  ])
  return {
    refs: ads.map(({ ref }) => ref),
    attempts: refunds.flatMap(({ attemptId }) => (attemptId === undefined ? [] : [attemptId])),
  }
}

function offSaleSteps(ad: AdForSale, now: number): Step[] {
  if (!canBecome(ad.status, 'sold')) return []
  return [moveAdStatus(ad.id, { from: ad.status, to: 'sold', now }), markSold(ad.id, now), ...unindexAd(ad.id)]
}

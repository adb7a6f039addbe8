import { commit } from '../../db/commit.ts'
import { findCategoryByKey, loadCategoryTree } from '../categories/categories-queries.ts'
import { newPublicId } from '../ids/ids.ts'
import { findMemberById } from '../members/members-queries.ts'
import { type DraftContact, sealDraftContact } from '../reveals/reveals.ts'
import { openOwnContact } from '../reveals/reveals-queries.ts'
import { findLastAdId } from './advertiser-queries.ts'
import { emptyContact } from './contact-rules.ts'
import { openCategory } from './draft-view-queries.ts'
import { draftLifeMs, emptyDetails } from './drafts.ts'
import { insertDraft } from './drafts-store.ts'
import type { PostingContext } from './posting-context.ts'
import type { StartDraftInput } from './posting-input.ts'

export type StartedDraft = Readonly<{ draftId: string; hasCategory: boolean }>

/**
 * Begins an ad. Nobody needs an account for it; who is signed in finds the contact of the last ad filled in, since
 * nothing should be typed twice.
 */
export async function startDraft(input: StartDraftInput, context: PostingContext): Promise<StartedDraft> {
  const { now, actor } = context
  const tree = loadCategoryTree()
  const category = openCategory(tree, findCategoryByKey(input.category ?? '')?.id ?? null)
  const id = newPublicId()
  const contact = knownContact(actor.memberId)
  await commit([
    insertDraft({
      id,
      memberId: actor.memberId ?? null,
      adId: null,
      categoryId: category?.id ?? null,
      locale: input.locale,
      details: emptyDetails,
      contactSealed: contact ? sealDraftContact(id, contact) : null,
      emailVerifiedAt: contact && isOwnAddress(actor.memberId, contact.email) ? now : null,
      phoneVerifiedAt: null,
      saleConsentText: null,
      saleConsentAt: null,
      version: 1,
      createdAt: now,
      updatedAt: now,
      expiresAt: now + draftLifeMs,
      submittedAt: null,
    }),
  ])
  return { draftId: id, hasCategory: category !== undefined }
}

function knownContact(memberId: string | undefined): DraftContact | undefined {
  const member = memberId === undefined ? undefined : findMemberById(memberId)
  if (!member) return undefined
  const lastAd = findLastAdId(member.id)
  const last = lastAd === undefined ? undefined : openOwnContact(lastAd, member.id)
  if (!last) return { ...emptyContact, email: member.email }
  return { ...last, email: member.email, showsPhone: last.phone !== '', showsEmail: last.email !== '' }
}

/** A session is opened by proving the address, so the member's own needs no further code. */
export function isOwnAddress(memberId: string | undefined, email: string): boolean {
  const member = memberId === undefined ? undefined : findMemberById(memberId)
  return member !== undefined && member.email.trim().toLowerCase() === email.trim().toLowerCase()
}

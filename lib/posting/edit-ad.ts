import { commit } from '../../db/commit.ts'
import type { AdRecord } from '../ads/ad-record.ts'
import { findAdRecord } from '../ads/ad-record-queries.ts'
import { DomainError } from '../errors/domain-error.ts'
import { type Locale, localeOr } from '../i18n/locales.ts'
import { newId, newPublicId } from '../ids/ids.ts'
import { findMemberById } from '../members/members-queries.ts'
import { sealDraftContact } from '../reveals/reveals.ts'
import { openOwnContact } from '../reveals/reveals-queries.ts'
import type { Millis } from '../time/time.ts'
import { emptyContact } from './contact-rules.ts'
import { type DraftTyped, draftLifeMs, emptyDetails } from './drafts.ts'
import { findOpenEdit } from './drafts-queries.ts'
import { insertDraft, insertDraftPhoto } from './drafts-store.ts'
import type { EditAdInput } from './own-ads-input.ts'
import { findOwnAd } from './own-ads-queries.ts'
import type { PostingContext } from './posting-context.ts'
import { findSaleConsent } from './sale-consents-queries.ts'

/**
 * Begins a change of one's own ad: a draft filled with all the ad has. A change that was begun already goes on.
 *
 * @throws DomainError `not_signed_in`, `not_found`; `conflict` while changes sent before wait for staff.
 */
export async function editAd(
  input: EditAdInput,
  { actor, now }: PostingContext,
): Promise<Readonly<{ draftId: string }>> {
  const { memberId } = actor
  const member = memberId === undefined ? undefined : findMemberById(memberId)
  if (!member) throw new DomainError('not_signed_in')
  const own = findOwnAd(member.id, input.ref, now)
  const ad = own && findAdRecord(own.id)
  if (!ad) throw new DomainError('not_found')
  const open = findOpenEdit(ad.id, now)
  if (open?.submittedAt === null) return { draftId: open.id }
  if (open?.details.waits) throw new DomainError('conflict')
  const id = newPublicId()
  const locale = localeOr(ad.sourceLocale)
  const contact = openOwnContact(ad.id, member.id)
  const consent = findSaleConsent(ad.id)
  await commit([
    insertDraft({
      id,
      memberId: member.id,
      adId: ad.id,
      categoryId: ad.trail.at(-1)?.id ?? null,
      locale,
      details: { ...emptyDetails, ...typedFrom(ad, locale), isEdit: true },
      contactSealed: sealDraftContact(id, {
        ...(contact ?? emptyContact),
        email: contact?.email || member.email,
        showsPhone: ad.hasPhone,
        showsEmail: ad.hasEmail,
      }),
      emailVerifiedAt: now,
      phoneVerifiedAt: ad.phoneVerifiedAt,
      saleConsentText: consent?.text ?? null,
      saleConsentAt: consent?.at ?? null,
      ...timesFrom(now),
    }),
    ...ad.photos.map(({ hash, width, height, lookHash, altFr, altEn }, position) =>
      insertDraftPhoto({
        id: newId(),
        draftId: id,
        position,
        hash,
        lookHash: lookHash ?? '',
        width,
        height,
        alt: locale === 'fr' ? altFr : altEn,
        finds: [],
        createdAt: now,
      }),
    ),
  ])
  return { draftId: id }
}

function timesFrom(now: Millis) {
  return { version: 1, createdAt: now, updatedAt: now, expiresAt: now + draftLifeMs, submittedAt: null }
}

function typedFrom(ad: AdRecord, locale: Locale): DraftTyped {
  const text = ad.texts.find((one) => one.locale === locale) ?? ad.texts[0]
  return {
    title: text?.title ?? '',
    body: text?.body ?? '',
    price: ad.priceMinor === null ? '' : decimal(ad.priceMinor, locale),
    place: `${ad.place.name} ${ad.place.postcode}`.trim(),
    placeSlug: ad.place.slug,
    fields: Object.fromEntries(
      Object.entries(ad.fields).map(([key, value]) => {
        const isMoney = ad.trail.at(-1)?.fields.find((field) => field.key === key)?.type === 'money'
        if (typeof value === 'object') return [key, [...value]]
        return [key, isMoney && typeof value === 'number' ? decimal(value, locale) : String(value)]
      }),
    ),
  }
}

function decimal(minor: number, locale: Locale): string {
  const text = minor % 100 === 0 ? String(minor / 100) : (minor / 100).toFixed(2)
  return locale === 'fr' ? text.replace('.', ',') : text
}

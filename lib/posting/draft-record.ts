import { randomInt } from 'node:crypto'
import { type AdPhoto, type AdRecord, newStanding } from '../ads/ad-record.ts'
import { type AdStatus, sortKeyOf } from '../ads/ads.ts'
import { DomainError } from '../errors/domain-error.ts'
import { newId } from '../ids/ids.ts'
import { type DraftContact, shownContact } from '../reveals/reveals.ts'
import { day, type Millis } from '../time/time.ts'
import type { ReadDetails } from './draft-details.ts'
import type { DraftView } from './draft-view-queries.ts'
import type { DraftPhoto } from './drafts-queries.ts'
import { keptTerms, type PostingTerms } from './posting-terms.ts'

/** A draft in which nothing is missing. */
export type ReadyDraft = Readonly<{
  view: DraftView
  read: ReadDetails & { readonly place: NonNullable<ReadDetails['place']> }
  contact: DraftContact
  terms: PostingTerms
  consentText: string
}>

/** @throws DomainError `invalid_input` naming the steps in which something is missing. */
export function requireReady(view: DraftView): ReadyDraft {
  const { read, contact, terms, consentText, tasks } = view
  const place = read?.place
  if (!view.isReady || !read || !place || !contact || !terms || consentText === undefined) {
    const missing = Object.entries(tasks).filter(([, state]) => state === 'missing' || state === 'problem')
    throw new DomainError('invalid_input', { fields: missing.map(([field, code]) => ({ field, code })) })
  }
  return { view, read: { ...read, place }, contact, terms, consentText }
}

export type NewAd = Readonly<{ id: number; ref: string; advertiserId: string; status: AdStatus; now: Millis }>

/** The ad a draft becomes. */
export function recordOf(ready: ReadyDraft, { id, ref, advertiserId, status, now }: NewAd): AdRecord {
  const { view, read, terms } = ready
  const { reveal } = terms
  const currency = view.category?.currency ?? 'EUR'
  return {
    ...newStanding,
    id,
    ref,
    sortKey: sortKeyOf(now, randomInt(1000)),
    trail: view.trail,
    advertiserId,
    status,
    sourceLocale: view.draft.locale,
    currency,
    ...keptTerms(reveal, now),
    boost: null,
    externalId: null,
    publishedAt: now,
    expiresAt: now + terms.adDays * day,
    ...wordsOf(ready, now),
    texts: [{ locale: view.draft.locale, title: read.title, body: read.body }],
  }
}

/** What an edit changes of an ad that stands: everything the draft holds, and nothing of its price or its time. */
export function editedRecord(ready: ReadyDraft, ad: AdRecord, now: Millis): AdRecord {
  const { read, view } = ready
  const { locale } = view.draft
  const others = ad.texts.filter((text) => text.locale !== locale)
  return {
    ...ad,
    ...wordsOf(ready, now),
    texts: [{ locale, title: read.title, body: read.body }, ...others],
    // Never the moment it had: by that staff tells whether it is the ad that was looked at.
    updatedAt: Math.max(now, ad.updatedAt + 1),
    photos: keptPhotos(view.photos, ad.photos),
  }
}

function wordsOf({ read, contact, view }: ReadyDraft, now: Millis) {
  const shown = shownContact(contact)
  return {
    place: read.place,
    latitude: read.place.latitude,
    longitude: read.place.longitude,
    priceMinor: read.priceMinor,
    fields: read.fields,
    hasPhone: shown.phone !== '',
    hasEmail: shown.email !== '',
    phoneVerifiedAt: shown.phone === '' ? null : view.draft.phoneVerifiedAt,
    confirmedAt: now,
    updatedAt: now,
    photos: keptPhotos(view.photos, []),
  }
}

/** A picture the ad has already keeps what is written about it in the other language. */
function keptPhotos(drafted: readonly DraftPhoto[], before: readonly AdPhoto[]): readonly AdPhoto[] {
  return drafted.map(({ hash, width, height, alt, lookHash }) => {
    const known = before.find((photo) => photo.hash === hash && (photo.altFr === alt || photo.altEn === alt))
    const { altFr = alt, altEn = alt } = known ?? {}
    return { id: newId(), hash, width, height, altFr, altEn, lookHash }
  })
}

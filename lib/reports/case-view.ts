import { fieldValueText } from '../ads/ad-facts.ts'
import type { AdRecord } from '../ads/ad-record.ts'
import { findAdRecord } from '../ads/ad-record-queries.ts'
import { wordsOf } from '../ads/search-words.ts'
import { bannedWordsHere, screenRecord } from '../checkout/enter-ad.ts'
import { listPhotoFinds } from '../checkout/photo-finds-queries.ts'
import type { Locale } from '../i18n/locales.ts'
import {
  type AdvertiserHistory,
  findAdvertiserHistory,
  listAdsWithWords,
  listOtherAds,
  type OtherAd,
} from '../moderation/case-history-queries.ts'
import type { CaseFind } from '../moderation/moderation.ts'
import {
  type CaseRow,
  type DecisionRow,
  findAdvertiserMember,
  listDecisions,
} from '../moderation/moderation-queries.ts'
import { listNoticesOf, type NoticeRow } from '../moderation/notices-queries.ts'
import { listSimilarPhotos } from '../photos/similar-photos-queries.ts'
import { editedRecord, requireReady } from '../posting/draft-record.ts'
import { viewDraft } from '../posting/draft-view-queries.ts'
import { findWaitingEdit } from '../posting/drafts-queries.ts'
import { screenAd } from '../screening/screen-ad.ts'
import { foldText } from '../text/text.ts'
import type { Millis } from '../time/time.ts'

/** A passage that was seen; offsets in UTF-16 units of the text beside it. */
export type Mark = Readonly<{ start: number; end: number; kind: string }>
export type MarkedText = Readonly<{ text: string; marks: readonly Mark[] }>

/** The public words of an ad, each with what is seen in it. */
export type AdWords = Readonly<{
  texts: readonly Readonly<{ locale: string; title: MarkedText; body: MarkedText }>[]
  facts: readonly Readonly<{ key: string; label: string; value: MarkedText }>[]
  photos: AdRecord['photos']
  /** What was seen elsewhere: in a picture, a file's name. */
  otherFinds: readonly CaseFind[]
  markCount: number
}>

/** An ad as a moderator reads it: every public word with what screening sees in it, and what surrounds the ad. */
export type CaseView = Readonly<{
  ad: AdRecord
  title: string
  words: AdWords
  /** Changes that were sent in and wait, as the ad would read with them. */
  waiting: Readonly<{ sentAt: Millis; words: AdWords; price: number | null; place: string }> | undefined
  advertiser: AdvertiserHistory | undefined
  /** The language the advertiser is written to in; undefined where there is nobody to write to. */
  writeIn: Locale | undefined
  decisions: readonly DecisionRow[]
  notices: readonly NoticeRow[]
  twins: readonly Twin[]
  others: readonly OtherAd[]
}>
export type Twin = Readonly<{ ref: string; title: string; why: 'photo' | 'title' }>

type Given = Readonly<{ found: CaseRow | undefined; locale: Locale; now: Millis }>

/** Everything staff should see about an ad before deciding; its contact is not part of it. */
export function findCaseView(adId: number, given: Given): CaseView | undefined {
  const ad = findAdRecord(adId)
  if (!ad) return undefined
  const title = ad.texts.find(({ locale }) => locale === ad.sourceLocale)?.title ?? ad.ref
  const waiting = findWaiting(ad, given)
  return {
    ...{ ad, title },
    words: wordsWithMarks(ad, { locale: given.locale, stored: given.found?.finds ?? [] }),
    waiting,
    advertiser: findAdvertiserHistory(ad.advertiserId),
    writeIn: findAdvertiserMember(ad.id)?.locale,
    decisions: listDecisions(ad.id),
    notices: listNoticesOf(ad.id),
    twins: twinsOf({ ...ad, photos: [...ad.photos, ...(waiting?.words.photos ?? [])] }, title),
    others: listOtherAds(ad.advertiserId, ad.id),
  }
}

/** Undefined too where the changes are no longer complete: a category or a rule changed since they were sent. */
function findWaiting(ad: AdRecord, { locale, now }: Given): CaseView['waiting'] {
  const draft = findWaitingEdit(ad.id, now)
  const view = draft && viewDraft(draft, now)
  if (!draft?.submittedAt || !view?.isReady) return undefined
  const edited = editedRecord(requireReady(view), ad, now)
  const stored = [...screenRecord(edited).filter(({ field }) => !isOwnText(field)), ...listPhotoFinds(draft.id)]
  return {
    sentAt: draft.submittedAt,
    words: wordsWithMarks(edited, { locale, stored }),
    price: edited.priceMinor,
    place: `${edited.place.name} (${edited.place.postcode})`,
  }
}

function wordsWithMarks(
  ad: AdRecord,
  { locale, stored }: Readonly<{ locale: Locale; stored: readonly CaseFind[] }>,
): AdWords {
  const facts = (ad.trail.at(-1)?.fields ?? []).flatMap((field) => {
    const value = ad.fields[field.key]
    if (value === undefined || value === '') return []
    const text = fieldValueText(field, value, { locale, currency: ad.currency })
    const isFree = field.type === 'text'
    return [
      {
        key: field.key,
        label: field.label[locale],
        value: isFree ? marked(text, ad.sourceLocale, stored, `fields.${field.key}`) : plain(text),
      },
    ]
  })
  // The advertiser's own words first, translations after.
  const inOrder = ad.texts.toSorted(
    (left, right) => Number(right.locale === ad.sourceLocale) - Number(left.locale === ad.sourceLocale),
  )
  const texts = inOrder.map(({ locale: language, title, body }) => ({
    locale: language,
    title: marked(title, language, stored, 'title'),
    body: marked(body, language, stored, 'body'),
  }))
  const marks = [...texts.flatMap(({ title, body }) => [title, body]), ...facts.map(({ value }) => value)]
  return {
    ...{ texts, facts, photos: ad.photos },
    otherFinds: stored.filter(({ field }) => !isOwnText(field)),
    markCount: marks.reduce((sum, text) => sum + text.marks.length, 0),
  }
}

function plain(text: string): MarkedText {
  return { text, marks: [] }
}

function isOwnText(field: string): boolean {
  return field === 'title' || field === 'body' || field === 'description' || field.startsWith('field')
}

/** What was seen when the ad was sent, and what is seen now: the rules may have learnt since. */
function marked(text: string, locale: string, stored: readonly CaseFind[], field: string): MarkedText {
  const [seen] = screenAd({
    texts: [{ field, locale: locale === 'en' ? 'en' : 'fr', text }],
    bannedWords: bannedWordsHere(),
  }).fields
  const names = [field, field.replace('fields.', 'field:'), field === 'body' ? 'description' : field]
  const before = stored.filter(
    (find) => find.locale === locale && names.includes(find.field) && find.end <= text.length,
  )
  const all: Mark[] = [
    ...(seen?.finds ?? []).map(({ start, end, kind }) => ({ start, end, kind })),
    ...(seen?.banned ?? []).map(({ start, end }) => ({ start, end, kind: 'banned' })),
    ...before.map(({ start, end, kind }) => ({ start, end, kind })),
  ]
  return { text, marks: withoutOverlap(all) }
}

function withoutOverlap(marks: readonly Mark[]): readonly Mark[] {
  const kept: Mark[] = []
  for (const mark of marks.toSorted((left, right) => left.start - right.start || right.end - left.end)) {
    if (mark.start >= (kept.at(-1)?.end ?? 0) && mark.end > mark.start) kept.push(mark)
  }
  return kept
}

/** Ads that show the same picture or carry the same title. */
function twinsOf(ad: AdRecord, title: string): readonly Twin[] {
  const looks = ad.photos.flatMap(({ lookHash }) => lookHash ?? [])
  const byPhoto = looks
    .flatMap((look) => listSimilarPhotos(look, { adId: ad.id }))
    .flatMap(({ ref }) => (ref === null ? [] : [{ ref, title: '', why: 'photo' as const }]))
  const byTitle = listAdsWithWords(wordsOf(title), ad.id)
    .filter((other) => foldText(other.title) === foldText(title))
    .map(({ ref, title: same }) => ({ ref, title: same, why: 'title' as const }))
  const seen = new Set<string>()
  return [...byPhoto, ...byTitle].filter(({ ref }) => !seen.has(ref) && seen.add(ref)).slice(0, 12)
}

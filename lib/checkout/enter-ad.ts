import type { Step } from '../../db/commit.ts'
import type { AdRecord } from '../ads/ad-record.ts'
import type { AdStatus } from '../ads/ads.ts'
import { statusSteps } from '../ads/change-ad-status.ts'
import { localeOr } from '../i18n/locales.ts'
import type { CaseFind } from '../moderation/moderation.ts'
import { openCase } from '../moderation/moderation-store.ts'
import { bannedWordsOf } from '../screening/country-profiles.ts'
import type { BannedWords } from '../screening/find-banned-words.ts'
import { type AdScreening, type AdText, screenAd } from '../screening/screen-ad.ts'
import { findSetting } from '../settings/settings-queries.ts'
import type { Millis } from '../time/time.ts'
import { listPhotoFindsOf } from './photo-finds-queries.ts'

type ScreenedAd = Pick<AdRecord, 'texts' | 'fields' | 'trail' | 'sourceLocale' | 'photos'>

/** What an ad's own words hold, those about its pictures too, in offsets of the words as they are kept. */
export function screenRecord(ad: ScreenedAd): readonly CaseFind[] {
  return caseFinds(screenAd({ texts: publicTexts(ad), bannedWords: bannedWordsHere() }))
}

/** All words of an ad that people see. */
export function publicTexts(ad: ScreenedAd): readonly AdText[] {
  const locale = localeOr(ad.sourceLocale)
  const fields = (ad.trail.at(-1)?.fields ?? []).flatMap(({ key, type }) => {
    const value = ad.fields[key]
    return type === 'text' && typeof value === 'string' ? [{ field: `fields.${key}`, locale, text: value }] : []
  })
  const texts = ad.texts.flatMap(({ locale: own, title, body }) => [
    { field: 'title', locale: localeOr(own), text: title },
    { field: 'body', locale: localeOr(own), text: body },
  ])
  const alts = ad.photos.flatMap(({ altFr, altEn }) => [
    { field: 'photo', locale: 'fr' as const, text: altFr },
    { field: 'photo', locale: 'en' as const, text: altEn === altFr ? '' : altEn },
  ])
  return [...texts, ...fields, ...alts]
}

/** What a screening stopped at, as a case keeps it. */
export function caseFinds({ fields }: AdScreening): readonly CaseFind[] {
  return fields.flatMap(({ locale, field, finds, banned }) =>
    [...finds, ...banned.map((find) => ({ ...find, kind: 'banned' }))].map(({ kind, start, end }) => {
      return { locale, field, kind, start, end }
    }),
  )
}

/** The words no ad of this site may hold: the country's, and the operator's own. */
export function bannedWordsHere(): BannedWords {
  const { country, words } = findSetting('screening')
  return bannedWordsOf(country, words)
}

/** Where an ad begins once nothing is due any more: with staff when the site looks first, or when something was found. */
export function firstStatus(finds: readonly CaseFind[]): Extract<AdStatus, 'pending' | 'published'> {
  return findSetting('posting').moderateFirst || finds.length > 0 ? 'pending' : 'published'
}

/** The step that puts a new ad before staff; it is looked at afterwards where it stands at once. */
export function newAdCase(adId: number, finds: readonly CaseFind[], now: Millis): Step {
  return openCase({ adId, reason: finds.length > 0 ? 'screening' : 'new', finds, now })
}

/** Steps that let an ad go on whose fee was due. */
export function enterAdSteps(ad: AdRecord, now: Millis): readonly Step[] {
  const finds = [...screenRecord(ad), ...listPhotoFindsOf(ad.id)]
  return [...statusSteps(ad, { to: firstStatus(finds), now }), newAdCase(ad.id, finds, now)]
}

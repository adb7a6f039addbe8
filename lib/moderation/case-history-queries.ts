import { readSql } from '../../db/statement.ts'
import type { AdStatus } from '../ads/ads.ts'
import type { Millis } from '../time/time.ts'

/** Who advertises, and how it went so far. Nothing of the contact. */
export type AdvertiserHistory = Readonly<{
  handle: string
  publicName: string
  isProfessional: number
  since: Millis
  memberId: string | null
  ads: number
  published: number
  sold: number
  /** Ads refused, suspended or sent back by staff, without those that were undone. */
  stopped: number
  noticesUpheld: number
  unlocks: number
  claims: number
}>

export type OtherAd = Readonly<{ ref: string; title: string; status: AdStatus; publishedAt: Millis }>

const history = readSql<AdvertiserHistory>(`
  select v.handle, v.public_name as publicName, v.is_professional as isProfessional, v.created_at as since,
    v.member_id as memberId, count(*) as ads, sum(a.status = 'published') as published, sum(a.status = 'sold') as sold,
    (select count(*) from ads o join decisions d on d.ad_id = o.id where o.advertiser_id = v.id
      and d.kind in ('refuse', 'ask_change', 'suspend')
      and not exists (select 1 from decisions u where u.undoes = d.id)) as stopped,
    (select count(*) from ads o join notices n on n.ad_id = o.id
      where o.advertiser_id = v.id and n.state = 'upheld') as noticesUpheld,
    (select count(*) from ads o join unlocks k on k.ad_id = o.id where o.advertiser_id = v.id) as unlocks,
    (select count(*) from ads o join claims c on c.ad_id = o.id
      where o.advertiser_id = v.id and c.state = 'refunded') as claims
  from advertisers v join ads a on a.advertiser_id = v.id where v.id = ? group by v.id`)
const othersOfAdvertiser = readSql<OtherAd>(`
  select a.ref, coalesce(x.title, a.ref) as title, a.status, a.published_at as publishedAt
  from ads a left join ad_texts x on x.ad_id = a.id and x.locale = a.source_locale
  where a.advertiser_id = ? and a.id <> ? order by a.sort_key desc limit 12`)
const sameWords = readSql<OtherAd>(`
  select a.ref, x.title, a.status, a.published_at as publishedAt
  from search_index i join search_documents d on d.sort_key = i.rowid join ads a on a.id = d.ad_id
  join ad_texts x on x.ad_id = a.id and x.locale = a.source_locale
  where search_index match ? and a.id <> ? limit 30`)

export function findAdvertiserHistory(advertiserId: string): AdvertiserHistory | undefined {
  return history.get(advertiserId)
}

/** Other ads of the same advertiser, newest first. */
export function listOtherAds(advertiserId: string, exceptAdId: number): readonly OtherAd[] {
  return othersOfAdvertiser.all(advertiserId, exceptAdId)
}

/**
 * Published ads whose words contain those of a title, in that order.
 *
 * @param words Folded words of the title, without anything a search expression could read.
 */
export function listAdsWithWords(words: readonly string[], exceptAdId: number): readonly OtherAd[] {
  if (words.length === 0) return []
  return sameWords.all(`words : "${words.join(' ')}"`, exceptAdId)
}

import { readSql } from '../../db/statement.ts'
import { categoryAndBelow } from '../categories/categories.ts'
import { loadCategoryTree } from '../categories/categories-queries.ts'
import type { AdvertiserState } from './posting-terms.ts'

export type OwnAdvertiser = Readonly<{ id: string; handle: string; publicName: string; isProfessional: boolean }>

const ofMember = readSql<Omit<OwnAdvertiser, 'isProfessional'> & { isProfessional: number }>(
  `select id, handle, public_name as publicName, is_professional as isProfessional from advertisers
   where member_id = ? order by created_at limit 1`,
)
const standing = readSql<{ ads: number }>(
  `select count(*) as ads from ads where advertiser_id = ? and status in ('pending', 'published', 'paused')
     and id <> ? and category_id in (select value from json_each(?))`,
)
const paidBy = readSql<{ purchaseId: string | null }>('select post_purchase_id as purchaseId from ads where id = ?')
const lastAd = readSql<{ id: number }>(
  `select id from ads where advertiser_id = ? and status <> 'deleted' order by sort_key desc limit 1`,
)

/** The advertiser a member posts as; none before the first ad. */
export function findAdvertiserOfMember(memberId: string): OwnAdvertiser | undefined {
  const row = ofMember.get(memberId)
  return row && { ...row, isProfessional: row.isProfessional === 1 }
}

/** What decides about the posting fee of one ad; an ad not there yet has no id. */
export function findAdvertiserState(
  memberId: string | undefined,
  ad: Readonly<{ categoryId: number; id: number | undefined }>,
): AdvertiserState {
  const advertiser = memberId === undefined ? undefined : findAdvertiserOfMember(memberId)
  const categories = categoryAndBelow(loadCategoryTree(), ad.categoryId).map(({ id }) => id)
  const { ads = 0 } = (advertiser && standing.get(advertiser.id, ad.id ?? 0, JSON.stringify(categories))) ?? {}
  return { standingAds: ads, hasPaid: ad.id !== undefined && (paidBy.get(ad.id)?.purchaseId ?? null) !== null }
}

/** The member's newest ad, to take the contact from. */
export function findLastAdId(memberId: string): number | undefined {
  const advertiser = findAdvertiserOfMember(memberId)
  return advertiser && lastAd.get(advertiser.id)?.id
}

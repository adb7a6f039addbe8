import type { AdStatus } from '../ads/ads.ts'
import type { Currency } from '../money/money.ts'
import type { Millis } from '../time/time.ts'
import type { TableSource } from './table-query.ts'

export type AdRow = Readonly<{
  id: number
  ref: string
  title: string
  status: AdStatus
  categoryId: number
  placeName: string
  advertiserName: string
  priceMinor: number | null
  revealMinor: number
  currency: Currency
  unlocks: number
  caseId: string | null
  publishedAt: Millis
  expiresAt: Millis
}>

export const adStatuses = [
  'pending',
  'published',
  'paused',
  'sold',
  'expired',
  'refused',
  'suspended',
  'deleted',
] as const satisfies readonly AdStatus[]

/** Ads of every status. Text is looked for in the reference, the titles, the advertiser's name and the outside id. */
export const adsTable: TableSource = {
  name: 'ads',
  path: '/admin/ads',
  columns: `a.id, a.ref, coalesce(x.title, a.ref) as title, a.status, a.category_id as categoryId, p.name as placeName,
    v.public_name as advertiserName, a.price_minor as priceMinor, a.currency,
    case when a.reveal_mode in ('free', 'sponsored') then 0 else a.reveal_price_minor end as revealMinor,
    (select count(*) from unlocks u where u.ad_id = a.id) as unlocks,
    (select c.id from moderation_cases c where c.open_ad_id = a.id) as caseId,
    a.published_at as publishedAt, a.expires_at as expiresAt`,
  from: `from ads a join advertisers v on v.id = a.advertiser_id join places p on p.id = a.place_id
    left join ad_texts x on x.ad_id = a.id and x.locale = a.source_locale`,
  key: 'a.id',
  filters: {
    q: {
      kind: 'text',
      where: `instr(lower(a.ref), @q) or instr(lower(v.public_name), @q) or instr(lower(coalesce(a.external_id, '')), @q)
        or exists (select 1 from ad_texts t where t.ad_id = a.id and instr(lower(t.title), @q))`,
    },
    status: { kind: 'choice', where: 'a.status = @status', options: adStatuses },
    category: { kind: 'id', where: 'a.category_id = cast(@category as integer)' },
    advertiser: { kind: 'id', where: 'v.handle = @advertiser' },
    member: { kind: 'id', where: 'v.member_id = @member' },
    case: {
      kind: 'choice',
      where: 'exists (select 1 from moderation_cases c where c.open_ad_id = a.id)',
      options: ['open'],
    },
    from: { kind: 'from', where: 'a.published_at >= @from' },
    to: { kind: 'to', where: 'a.published_at < @to' },
  },
  sorts: {
    when: 'a.published_at',
    title: 'lower(x.title)',
    price: 'a.price_minor',
    expires: 'a.expires_at',
    unlocks: '(select count(*) from unlocks u where u.ad_id = a.id)',
  },
  sort: '-when',
}

import { readSql } from '../../db/statement.ts'
import type { Currency } from '../money/money.ts'
import type { Rail } from '../money/rails.ts'
import type { Millis } from '../time/time.ts'

export type LossLine = Readonly<{
  /** What is counted together: an ad's reference, an advertiser's handle, a rail. */
  key: string
  label: string
  currency: Currency
  claims: number
  refunded: number
  /** What went back because of claims, tax included. */
  lostMinor: number
  /** Contacts sold in the same period. */
  sold: number
}>

const groups = {
  ad: { key: 'a.ref', label: 'coalesce(x.title, a.ref)' },
  seller: { key: 'v.handle', label: 'v.public_name' },
  rail: { key: "coalesce(k.rail, 'wallet')", label: "coalesce(k.rail, 'wallet')" },
} as const

const lossesBy = (group: keyof typeof groups) => {
  const { key, label } = groups[group]
  return readSql<LossLine>(`
    select ${key} as key, max(${label}) as label, p.currency, count(c.id) as claims,
      sum(c.state = 'refunded') as refunded,
      sum(case when c.state = 'refunded' then min(p.refunded_minor, p.price_minor) else 0 end) as lostMinor,
      count(*) as sold
    from purchases p join ads a on a.id = p.ad_id join advertisers v on v.id = a.advertiser_id
    left join ad_texts x on x.ad_id = a.id and x.locale = a.source_locale
    left join charges k on k.id = p.settled_charge_id left join claims c on c.purchase_id = p.id
    where p.kind = 'reveal' and p.state = 'settled' and p.settled_at >= :from and p.settled_at < :to
    group by 1, p.currency having count(c.id) > 0
    order by lostMinor desc, claims desc limit 50`)
}
const byAd = lossesBy('ad')
const bySeller = lossesBy('seller')
const byRail = lossesBy('rail')

type Period = Readonly<{ from: Millis; to: Millis }>

/** What claims cost, of contacts sold in a period: the ads, advertisers and rails that lose most first. */
export function findClaimLosses(period: Period): Readonly<{
  byAd: readonly LossLine[]
  bySeller: readonly LossLine[]
  byRail: readonly (Omit<LossLine, 'key'> & Readonly<{ key: Rail }>)[]
}> {
  return {
    byAd: byAd.all(period),
    bySeller: bySeller.all(period),
    byRail: byRail.all(period) as readonly (Omit<LossLine, 'key'> & Readonly<{ key: Rail }>)[],
  }
}

import { z } from 'zod'
import { isDomainError } from '../errors/domain-error.ts'
import { openCases } from '../moderation/review-ad.ts'
import type { Millis } from '../time/time.ts'
import { type AdRow, adsTable } from './ads-table-queries.ts'
import { eachRow } from './table-queries.ts'
import { readTableQuery } from './table-query.ts'

/** The form below the table of ads: ticked ones are fields `ad_<ref>`; `all` takes everything the query finds. */
export const reviewAdsInput = z
  .looseObject({
    all: z.string().optional(),
    query: z.string().max(1000).default(''),
    from: z.string().max(500).optional(),
  })
  .transform(({ all, query, from, ...fields }) => ({
    from,
    ads:
      all === undefined
        ? Object.keys(fields).flatMap((name) => (name.startsWith('ad_') ? [name.slice(3).toUpperCase()] : []))
        : { query },
  }))

const most = 2000

/** Puts several ads before staff in one commit; those that wait already stay as they are. */
export async function reviewAds({
  ads,
  staffId,
  now,
}: Readonly<{ ads: readonly string[] | Readonly<{ query: string }>; staffId: string; now: Millis }>): Promise<
  Readonly<{ count: number }>
> {
  const refs = 'query' in ads ? refsOf(ads.query) : ads
  try {
    return await openCases(refs.slice(0, most), { staffId, now })
  } catch (error) {
    if (isDomainError(error) && error.code === 'not_found') return { count: 0 }
    throw error
  }
}

function refsOf(search: string): readonly string[] {
  const query = readTableQuery(adsTable, Object.fromEntries(new URLSearchParams(search)))
  const refs: string[] = []
  for (const { ref } of eachRow<AdRow>(adsTable, query)) {
    if (refs.length === most) break
    refs.push(ref)
  }
  return refs
}

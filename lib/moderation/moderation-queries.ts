import { readSql } from '../../db/statement.ts'
import type { AdStatus } from '../ads/ads.ts'
import { type Locale, localeOr } from '../i18n/locales.ts'
import type { Millis } from '../time/time.ts'
import { type GroundKey, isGround } from './grounds.ts'
import type { CaseFind, CaseReason, KeptDecisionKind } from './moderation.ts'

export type CaseRow = Readonly<{
  id: string
  adId: number
  reason: CaseReason
  state: 'open' | 'decided'
  finds: readonly CaseFind[]
  createdAt: Millis
  dueAt: Millis
  claimedBy: string | null
  claimedName: string | null
  claimedUntil: Millis | null
}>

/** A case in the list of those that wait. */
export type CaseLine = Omit<CaseRow, 'finds' | 'state'> &
  Readonly<{
    ref: string
    status: AdStatus
    title: string
    categoryId: number
    advertiserName: string
    findCount: number
    noticeCount: number
  }>

export type DecisionRow = Readonly<{
  id: string
  adId: number
  caseId: string | null
  kind: KeptDecisionKind
  statusBefore: AdStatus
  groundKey: GroundKey | null
  explanation: string
  isAutomated: boolean
  staffId: string | null
  staffName: string | null
  undoes: string | null
  /** Whether a later decision undid it. */
  isUndone: boolean
  at: Millis
}>

const caseColumns = `c.id, c.ad_id as adId, c.reason, c.created_at as createdAt, c.due_at as dueAt,
  c.claimed_by as claimedBy, m.display_name as claimedName, c.claimed_until as claimedUntil`
const caseById = readSql<Omit<CaseRow, 'finds'> & Readonly<{ finds: string }>>(
  `select ${caseColumns}, c.state, c.finds from moderation_cases c left join members m on m.id = c.claimed_by where c.id = ?`,
)
const waiting = `from moderation_cases c where c.state = 'open' and (@reason is null or c.reason = @reason)`
const caseLines = readSql<CaseLine>(`
  select ${caseColumns}, a.ref, a.status, a.category_id as categoryId, coalesce(x.title, a.ref) as title,
    v.public_name as advertiserName, json_array_length(c.finds) as findCount,
    (select count(*) from notices n where n.ad_id = c.ad_id and n.state = 'received') as noticeCount
  from (select c.id as found ${waiting} order by c.due_at, c.id limit @limit offset @offset)
  join moderation_cases c on c.id = found
  join ads a on a.id = c.ad_id join advertisers v on v.id = a.advertiser_id
  left join ad_texts x on x.ad_id = a.id and x.locale = a.source_locale
  left join members m on m.id = c.claimed_by
  order by c.due_at, c.id`)
const caseCount = readSql<{ count: number }>(`select count(*) as count ${waiting}`)
const openOfAd = readSql<{ id: string }>('select id from moderation_cases where open_ad_id = ?')
const openedAt = readSql<{ adId: number; ref: string }>(`
  select c.ad_id as adId, a.ref from moderation_cases c join ads a on a.id = c.ad_id
  where c.state = 'open' and c.reason = 'screening' and c.created_at = @at and exists (select 1 from audit_log l
    where l.subject = 'ad:' || a.ref and l.action = 'case_opened' and l.at = @at and l.actor = 'member:' || @staffId)`)
const caseCounts = readSql<{ reason: CaseReason; count: number; late: number }>(
  `select reason, count(*) as count, sum(due_at < ?) as late from moderation_cases where state = 'open' group by reason`,
)
const after = readSql<{ id: string }>(`select id from moderation_cases c where c.state = 'open' and c.id <> @id
  and (@reason is null or c.reason = @reason) and (c.due_at, c.id) > (@dueAt, @id)
  and (c.claimed_by is null or c.claimed_by = @staffId or c.claimed_until <= @now) order by c.due_at, c.id limit 1`)
const first = readSql<{ id: string }>(`select id from moderation_cases c where c.state = 'open' and c.id <> @id
  and (@reason is null or c.reason = @reason)
  and (c.claimed_by is null or c.claimed_by = @staffId or c.claimed_until <= @now) order by c.due_at, c.id limit 1`)

type DecisionRaw = Omit<DecisionRow, 'groundKey' | 'isAutomated' | 'isUndone'> &
  Readonly<{ groundKey: string | null; isAutomated: number; isUndone: number }>
const decisionColumns = `d.id, d.ad_id as adId, d.case_id as caseId, d.kind, d.status_before as statusBefore,
  d.ground_key as groundKey, d.explanation, d.is_automated as isAutomated, d.staff_id as staffId,
  m.display_name as staffName, d.undoes, d.at, exists (select 1 from decisions u where u.undoes = d.id) as isUndone
  from decisions d left join members m on m.id = d.staff_id`
const decisionById = readSql<DecisionRaw>(`select ${decisionColumns} where d.id = ?`)
const decisionsOfAd = readSql<DecisionRaw>(
  `select ${decisionColumns} where d.ad_id = ? order by d.at desc, d.rowid desc limit 50`,
)
const decisionsAt = readSql<DecisionRaw>(`select ${decisionColumns} where d.at = ? and d.staff_id = ? order by d.rowid`)
const advertiserMember = readSql<{ email: string; locale: string; name: string }>(`
  select m.email, m.locale, m.display_name as name from ads a join advertisers v on v.id = a.advertiser_id
  join members m on m.id = v.member_id where a.id = ? and m.erased_at is null`)
const handleOfAd = readSql<{ handle: string }>(
  'select v.handle from ads a join advertisers v on v.id = a.advertiser_id where a.id = ?',
)

export function findCase(id: string): CaseRow | undefined {
  const row = caseById.get(id)
  return row && { ...row, finds: JSON.parse(row.finds) as readonly CaseFind[] }
}

/** The id of the case an ad waits in. */
export function findOpenCaseOf(adId: number): string | undefined {
  return openOfAd.get(adId)?.id
}

/** Ads that one person put before staff in one go, and that still wait for that alone. */
export function listCasesOpenedAt(at: Millis, staffId: string): readonly Readonly<{ adId: number; ref: string }>[] {
  return openedAt.all({ at, staffId })
}

/** Open cases, the most urgent first. */
export function listCases(
  filter: Readonly<{ reason: CaseReason | undefined; limit: number; offset?: number }>,
): Readonly<{ lines: readonly CaseLine[]; count: number }> {
  const { reason = null, limit, offset = 0 } = filter
  return { lines: caseLines.all({ reason, limit, offset }), count: caseCount.get({ reason })?.count ?? 0 }
}

/** How many cases wait for each reason, and how many of them are late. */
export function countCases(now: Millis) {
  return caseCounts.all(now)
}

/** The case to look at after this one: the next that nobody else holds, else the first. */
export function findNextCase(
  from: Readonly<{ id: string; dueAt: Millis }>,
  viewer: Readonly<{ staffId: string; reason: CaseReason | undefined; now: Millis }>,
): string | undefined {
  const values = { ...from, staffId: viewer.staffId, reason: viewer.reason ?? null, now: viewer.now }
  return (after.get(values) ?? first.get(values))?.id
}

export function findDecision(id: string): DecisionRow | undefined {
  const row = decisionById.get(id)
  return row && decisionOf(row)
}

/** What staff decided about an ad, newest first. */
export function listDecisions(adId: number): readonly DecisionRow[] {
  return decisionsOfAd.all(adId).map(decisionOf)
}

/** What one person decided in one go. */
export function listDecisionsAt(at: Millis, staffId: string): readonly DecisionRow[] {
  return decisionsAt.all(at, staffId).map(decisionOf)
}

function decisionOf(row: DecisionRaw): DecisionRow {
  const groundKey = isGround(row.groundKey) ? row.groundKey : null
  return { ...row, groundKey, isAutomated: row.isAutomated === 1, isUndone: row.isUndone === 1 }
}

/** Where an advertiser is written to; undefined for ads without an account. */
export function findAdvertiserMember(
  adId: number,
): Readonly<{ email: string; locale: Locale; name: string }> | undefined {
  const row = advertiserMember.get(adId)
  return row && { ...row, locale: localeOr(row.locale) }
}

/** What to throw out of the page cache once an ad's status changed. */
export function pageTagsOf(ad: Readonly<{ id: number; ref: string }>): readonly string[] {
  const handle = handleOfAd.get(ad.id)?.handle
  return [`ad:${ad.ref}`, 'ads', ...(handle === undefined ? [] : [`advertiser:${handle}`])]
}

import { readSql } from '../../db/statement.ts'
import type { AdStatus } from '../ads/ads.ts'
import { type Locale, localeOr } from '../i18n/locales.ts'
import type { Millis } from '../time/time.ts'
import type { NoticeReason } from './moderation.ts'

export type NoticeRow = Readonly<{
  id: string
  ref: string
  adId: number
  adRef: string
  adTitle: string
  adStatus: AdStatus
  reasonKey: NoticeReason
  explanation: string
  reporterName: string | null
  reporterEmail: string | null
  locale: Locale
  state: 'received' | 'upheld' | 'rejected'
  decisionId: string | null
  answer: string | null
  createdAt: Millis
  dueAt: Millis
  answeredAt: Millis | null
}>

export type AppealRow = Readonly<{
  id: string
  decisionId: string | null
  noticeId: string | null
  by: 'advertiser' | 'reporter'
  text: string
  state: 'open' | 'granted' | 'denied'
  answer: string | null
  decidedBy: string | null
  createdAt: Millis
  dueAt: Millis
  decidedAt: Millis | null
}>

export type ReportedAd = Readonly<{ id: number; ref: string; title: string; sourceLocale: string; status: AdStatus }>

const reportedColumns = `a.id, a.ref, coalesce(x.title, a.ref) as title, a.source_locale as sourceLocale, a.status
  from ads a left join ad_texts x on x.ad_id = a.id and x.locale = a.source_locale`
const reportedByRef = readSql<ReportedAd>(`select ${reportedColumns} where a.ref = ?`)
const reportedById = readSql<ReportedAd>(`select ${reportedColumns} where a.id = ?`)
const columns = `n.id, n.ref, n.ad_id as adId, a.ref as adRef, coalesce(x.title, a.ref) as adTitle, a.status as adStatus,
  n.reason_key as reasonKey, n.explanation, n.reporter_name as reporterName, n.reporter_email as reporterEmail,
  n.locale, n.state, n.decision_id as decisionId, n.answer, n.created_at as createdAt, n.due_at as dueAt,
  n.answered_at as answeredAt
  from notices n join ads a on a.id = n.ad_id left join ad_texts x on x.ad_id = a.id and x.locale = a.source_locale`
const byRef = readSql<NoticeRow>(`select ${columns} where n.ref = ?`)
const byId = readSql<NoticeRow>(`select ${columns} where n.id = ?`)
const ofAd = readSql<NoticeRow>(`select ${columns} where n.ad_id = ? order by n.created_at desc limit 50`)
const waitingOfAd = readSql<NoticeRow>(
  `select ${columns} where n.ad_id = ? and n.state = 'received' order by n.created_at`,
)
const ofDecision = readSql<NoticeRow>(`select ${columns} where n.decision_id = ?`)

const appealColumns = `id, decision_id as decisionId, notice_id as noticeId, "by", text, state, answer,
  decided_by as decidedBy, created_at as createdAt, due_at as dueAt, decided_at as decidedAt from appeals`
const appealById = readSql<AppealRow>(`select ${appealColumns} where id = ?`)
const appealOfDecision = readSql<AppealRow>(`select ${appealColumns} where decision_id = ? and "by" = 'advertiser'`)
const appealOfNotice = readSql<AppealRow>(`select ${appealColumns} where notice_id = ?`)
const openAppeals = readSql<AppealRow>(`select ${appealColumns} where state = 'open' order by due_at limit 100`)
const answeredAppeals = readSql<AppealRow>(
  `select ${appealColumns} where state <> 'open' order by decided_at desc limit 20`,
)
const moderators = readSql<{ count: number }>(
  "select count(*) as count from members where staff_role in ('owner', 'moderator') and is_disabled = 0 and erased_at is null",
)

/** The ad somebody is about to report. */
export function findReportedAd(ref: string): ReportedAd | undefined {
  return reportedByRef.get(ref)
}

export function findReportedAdById(id: number): ReportedAd | undefined {
  return reportedById.get(id)
}

/** A notice by the reference only its author was given. */
export function findNotice(ref: string): NoticeRow | undefined {
  return noticeOf(byRef.get(ref))
}

export function findNoticeById(id: string): NoticeRow | undefined {
  return noticeOf(byId.get(id))
}

/** Newest first. */
export function listNoticesOf(adId: number): readonly NoticeRow[] {
  return ofAd.all(adId)
}

export function listWaitingNotices(adId: number): readonly NoticeRow[] {
  return waitingOfAd.all(adId).map((row) => ({ ...row, locale: localeOr(row.locale) }))
}

/** The notices a decision answered. */
export function listNoticesAnsweredBy(decisionId: string): readonly NoticeRow[] {
  return ofDecision.all(decisionId).map((row) => ({ ...row, locale: localeOr(row.locale) }))
}

export function findAppeal(id: string): AppealRow | undefined {
  return appealById.get(id)
}

/** The advertiser's appeal against a decision. */
export function findAppealAgainst(decisionId: string): AppealRow | undefined {
  return appealOfDecision.get(decisionId)
}

/** The appeal of a notice's author. */
export function findAppealOfNotice(noticeId: string): AppealRow | undefined {
  return appealOfNotice.get(noticeId)
}

/** Those to be answered, the most urgent first, and the last that were. */
export function listAppeals(): Readonly<{ open: readonly AppealRow[]; answered: readonly AppealRow[] }> {
  return { open: openAppeals.all(), answered: answeredAppeals.all() }
}

/** How many people could decide about ads. */
export function countModerators(): number {
  return moderators.get()?.count ?? 0
}

function noticeOf(row: NoticeRow | undefined): NoticeRow | undefined {
  return row && { ...row, locale: localeOr(row.locale) }
}

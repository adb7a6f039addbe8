import type { StaffAbility } from '../members/member.ts'
import type { Millis } from '../time/time.ts'
import { type AdRow, adsTable } from './ads-table-queries.ts'
import { type AuditRow, auditTable } from './audit-table-queries.ts'
import { type MemberRow, membersTable } from './members-table-queries.ts'
import { type NoticeTableRow, noticesTable } from './notices-table-queries.ts'
import { reportTimeZone } from './periods.ts'
import { type PurchaseLine, purchasesTable } from './purchases-table-queries.ts'
import type { TableSource } from './table-query.ts'
import { type WithdrawalRow, withdrawalsTable } from './withdrawals-table-queries.ts'

export type CsvValue = string | number | null

export type TableExport = Readonly<{
  source: TableSource
  ability: StaffAbility
  columns: readonly string[]
  /** A row as `listTable` gives it, in the order of the columns; amounts are numbers, times as the operator's clock. */
  values: (row: never) => readonly CsvValue[]
}>

function exported<Row>(
  source: TableSource,
  ability: StaffAbility,
  columns: Readonly<Record<string, (row: Row) => CsvValue>>,
): TableExport {
  const readers = Object.values(columns)
  return { source, ability, columns: Object.keys(columns), values: (row: Row) => readers.map((read) => read(row)) }
}

const clock = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone: reportTimeZone })
const when = (at: Millis | null) => (at === null ? null : clock.format(at))
const major = (minor: number | null) => (minor === null ? null : minor / 100)

/** The tables that can be exported, by name. */
export const tableExports: Readonly<Record<string, TableExport>> = {
  ads: exported<AdRow>(adsTable, 'see_panel', {
    ref: ({ ref }) => ref,
    title: ({ title }) => title,
    status: ({ status }) => status,
    place: ({ placeName }) => placeName,
    advertiser: ({ advertiserName }) => advertiserName,
    price: ({ priceMinor }) => major(priceMinor),
    contactPrice: ({ revealMinor }) => major(revealMinor),
    currency: ({ currency }) => currency,
    unlocks: ({ unlocks }) => unlocks,
    published: ({ publishedAt }) => when(publishedAt),
    expires: ({ expiresAt }) => when(expiresAt),
  }),
  users: exported<MemberRow>(membersTable, 'see_members', {
    id: ({ id }) => id,
    name: ({ displayName }) => displayName,
    email: ({ email }) => email,
    role: ({ staffRole }) => staffRole,
    disabled: ({ isDisabled }) => isDisabled,
    language: ({ locale }) => locale,
    ads: ({ ads }) => ads,
    seen: ({ seenAt }) => when(seenAt),
    created: ({ createdAt }) => when(createdAt),
  }),
  audit: exported<AuditRow>(auditTable, 'see_audit', {
    at: ({ at }) => when(at),
    actor: ({ actor, actorName }) => actorName ?? actor,
    action: ({ action }) => action,
    subject: ({ subject }) => subject,
    detail: ({ detail }) => detail,
  }),
  // Nothing of who wrote, and no words of theirs: this is the register that may be shown.
  notices: exported<NoticeTableRow>(noticesTable, 'moderate', {
    created: ({ createdAt }) => when(createdAt),
    ref: ({ adRef }) => adRef,
    reason: ({ reasonKey }) => reasonKey,
    language: ({ locale }) => locale,
    state: ({ state }) => state,
    due: ({ dueAt }) => when(dueAt),
    answered: ({ answeredAt }) => when(answeredAt),
    decision: ({ decision }) => decision,
    ground: ({ ground }) => ground,
    automatic: ({ isAutomated }) => isAutomated,
    appeal: ({ appeal }) => appeal,
  }),
  purchases: exported<PurchaseLine>(purchasesTable, 'see_money', {
    id: ({ id }) => id,
    kind: ({ kind }) => kind,
    state: ({ state }) => state,
    note: ({ note }) => note,
    created: ({ createdAt }) => when(createdAt),
    settled: ({ settledAt }) => when(settledAt),
    ref: ({ adRef }) => adRef,
    rail: ({ rail }) => rail,
    account: ({ accountLabel }) => accountLabel,
    receipt: ({ receiptNumber }) => receiptNumber,
    price: ({ priceMinor }) => major(priceMinor),
    paid: ({ paidMinor }) => major(paidMinor),
    back: ({ refundedMinor, reversedMinor }) => major(refundedMinor + reversedMinor),
    currency: ({ currency }) => currency,
  }),
  withdrawals: exported<WithdrawalRow>(withdrawalsTable, 'see_money', {
    at: ({ confirmedAt }) => when(confirmedAt),
    reference: ({ ref }) => ref,
    name: ({ name }) => name,
    email: ({ email }) => email,
    receipt: ({ receiptNumber }) => receiptNumber,
    purchase: ({ purchaseId }) => purchaseId,
    paid: ({ paidMinor }) => major(paidMinor),
    back: ({ refundedMinor }) => major(refundedMinor),
    currency: ({ currency }) => currency,
    outcome: ({ outcome }) => outcome,
    statement: ({ statement }) => statement,
    answer: ({ answer }) => answer,
  }),
}

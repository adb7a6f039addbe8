import { z } from 'zod'
import { commit } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { seal, unseal } from '../config/keys.ts'
import { DomainError } from '../errors/domain-error.ts'
import type { Locale } from '../i18n/locales.ts'
import { translate } from '../i18n/translator.ts'
import type { StaffMember } from '../members/member.ts'
import { findSetting } from '../settings/settings-queries.ts'
import { day, type Millis, minute } from '../time/time.ts'
import { eachEntry, listVat } from './books-export-queries.ts'
import { fecHeader, fecLine, fecName } from './fec.ts'
import { dayText, type Period, startOfDay } from './periods.ts'
import { writeCsv } from './write-csv.ts'

export const bookFormats = ['fec', 'entries', 'vat'] as const
export type BookFormat = (typeof bookFormats)[number]

const grantShape = z.object({
  format: z.enum(bookFormats),
  from: z.string(),
  to: z.string(),
  memberId: z.string(),
  until: z.number(),
})
const grantMs = 10 * minute

export type BookFile = Readonly<{ name: string; type: string; lines: Generator<string> }>

/** The days of a period, the last included. A FEC is always a whole year. */
export type BookPeriod = Readonly<{ from: string; to: string }>

/**
 * Notes that somebody takes the books away, and gives the way to the file: good for ten minutes and for that person.
 *
 * @throws DomainError `invalid_input` when the period ends before it begins.
 */
export async function exportBooks(
  wanted: BookPeriod & Readonly<{ format: BookFormat }>,
  { actor, now }: Readonly<{ actor: StaffMember; now: Millis }>,
): Promise<string> {
  if (wanted.to < wanted.from) throw new DomainError('invalid_input', { fields: [{ field: 'to', code: 'too_early' }] })
  const { format } = wanted
  const period =
    format === 'fec' ? { from: `${wanted.to.slice(0, 4)}-01-01`, to: `${wanted.to.slice(0, 4)}-12-31` } : wanted
  const { from, to } = period
  await commit([
    recordAudit(
      { actor: `member:${actor.id}`, action: 'books_exported', subject: `books:${format}`, detail: { from, to } },
      now,
    ),
  ])
  const grant = { format, from, to, memberId: actor.id, until: now + grantMs }
  return seal('flash', 'books', JSON.stringify(grant)).toString('base64url')
}

/** The file of a grant. @throws DomainError `not_found` for one that is not ours, not this person's, or too old. */
export function exportedBooks(grant: string, { actor, now }: Readonly<{ actor: StaffMember; now: Millis }>): BookFile {
  const { format, from, to, memberId, until } = readGrant(grant)
  if (memberId !== actor.id || until < now) throw new DomainError('not_found')
  const period = { from: startOfDay(from), to: startOfDay(dayText(startOfDay(to) + day + day / 2)) }
  if (format === 'fec') {
    const name = fecName(findSetting('publisher').siret, Number(to.slice(0, 4)))
    return { name, type: 'text/plain; charset=utf-8', lines: fecLines(period) }
  }
  const lines = format === 'vat' ? vatLines(period, actor.locale) : entryLines(period, actor.locale)
  return { name: `${format}-${from}-${to}.csv`, type: 'text/csv; charset=utf-8', lines }
}

function readGrant(grant: string): z.output<typeof grantShape> {
  try {
    return grantShape.parse(JSON.parse(unseal('flash', 'books', Buffer.from(grant, 'base64url'))))
  } catch {
    throw new DomainError('not_found')
  }
}

/** The entries in euros: the file of the French administration knows one currency. */
export function* fecLines(period: Period): Generator<string> {
  yield fecHeader()
  let number = 0
  let last = 0
  for (const entry of eachEntry(period)) {
    if (entry.currency !== 'EUR') continue
    if (entry.transactionId !== last) number += 1
    last = entry.transactionId
    const piece = entry.receipt === null ? entry.sourceId : `R${entry.receipt}`
    yield fecLine({ ...entry, number, day: dayText(entry.at), piece })
  }
}

function* entryLines(period: Period, locale: Locale): Generator<string> {
  const t = translate(locale, 'booksPanel')
  const kinds = translate(locale, 'admin')
  const heads = [
    'date',
    'transaction',
    'kind',
    'account',
    'debit',
    'credit',
    'currency',
    'purchase',
    'receipt',
  ] as const
  yield writeCsv([heads.map((head) => t(`csv.${head}`))], { locale, isFirst: true })
  for (const entry of eachEntry(period)) {
    const { at, transactionId, kind, account, amountMinor, currency, purchaseId, receipt } = entry
    const [debit, credit] = [Math.max(0, amountMinor) / 100, Math.max(0, -amountMinor) / 100]
    const name = kinds.has(`ledger.${kind}` as 'ledger.settlement')
      ? kinds(`ledger.${kind}` as 'ledger.settlement')
      : kind
    const values = [dayText(at), transactionId, name, account, debit, credit, currency, purchaseId, receipt]
    yield writeCsv([values], { locale, isFirst: false })
  }
}

function* vatLines(period: Period, locale: Locale): Generator<string> {
  const t = translate(locale, 'booksPanel')
  const heads = ['country', 'rate', 'currency', 'net', 'vat', 'gross', 'sales'] as const
  yield writeCsv([heads.map((head) => t(`csv.${head}`))], { locale, isFirst: true })
  for (const { country, vatBp, currency, netMinor, vatMinor, sales } of listVat(period)) {
    const values = [country, vatBp / 100, currency, netMinor / 100, vatMinor / 100, (netMinor + vatMinor) / 100, sales]
    yield writeCsv([values], { locale, isFirst: false })
  }
}

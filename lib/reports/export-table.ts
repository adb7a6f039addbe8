import { commit } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { seal, unseal } from '../config/keys.ts'
import { DomainError } from '../errors/domain-error.ts'
import type { Locale } from '../i18n/locales.ts'
import { translate } from '../i18n/translator.ts'
import { canStaff, type StaffMember } from '../members/member.ts'
import { type Millis, minute } from '../time/time.ts'
import { tableExports } from './table-exports.ts'
import { eachRow, listTable } from './table-queries.ts'
import { readTableQuery } from './table-query.ts'
import { writeCsv } from './write-csv.ts'

type Grant = Readonly<{ table: string; query: string; memberId: string; locale: Locale; until: Millis }>

const grantMs = 10 * minute

/**
 * Notes that somebody takes rows away, and gives the way to the file: good for ten minutes and for that person.
 *
 * @param wanted `query` is the part of the table's address after `?`.
 * @throws DomainError `not_found` for a table there is not, or one the role does not open.
 */
export async function exportTable(
  wanted: Readonly<{ table: string; query: string }>,
  { actor, now }: Readonly<{ actor: StaffMember; now: Millis }>,
): Promise<Readonly<{ grant: string }>> {
  const found = Object.hasOwn(tableExports, wanted.table) ? tableExports[wanted.table] : undefined
  if (!found || !canStaff(actor.staffRole, found.ability)) throw new DomainError('not_found')
  const query = readTableQuery(found.source, Object.fromEntries(new URLSearchParams(wanted.query)))
  const { count, isMore } = listTable(found.source, { ...query, page: 1 })
  // What was typed to look for somebody, as a rule a name or an address, is not kept in a log that forgets nothing.
  const filters = Object.entries(query.filters).map(([name, value]) => [
    name,
    found.source.filters[name]?.kind === 'text' ? '…' : value,
  ])
  await commit([
    recordAudit(
      {
        ...{ actor: `member:${actor.id}`, action: 'table_exported', subject: `table:${wanted.table}` },
        detail: { filters: Object.fromEntries(filters), rows: isMore ? `${count}+` : count },
      },
      now,
    ),
  ])
  const grant: Grant = { ...wanted, memberId: actor.id, locale: actor.locale, until: now + grantMs }
  return { grant: seal('flash', 'export', JSON.stringify(grant)).toString('base64url') }
}

/**
 * The file of a grant, some lines at a time.
 *
 * @throws DomainError `not_found` for a grant that is not ours, not this person's, or too old.
 */
export function exportedLines(
  grant: string,
  { actor, now }: Readonly<{ actor: StaffMember; now: Millis }>,
): Generator<string> {
  const { table, query, memberId, locale, until } = readGrant(grant)
  const found = tableExports[table]
  if (!found || memberId !== actor.id || until < now || !canStaff(actor.staffRole, found.ability))
    throw new DomainError('not_found')
  const wanted = readTableQuery(found.source, Object.fromEntries(new URLSearchParams(query)))
  const t = translate(locale, 'panel')
  const heads = found.columns.map((column) => t(`csv.${column as 'ref'}`))
  return linesOf(eachRow<never>(found.source, wanted), { heads, values: found.values, locale })
}

function readGrant(grant: string): Grant {
  try {
    return JSON.parse(unseal('flash', 'export', Buffer.from(grant, 'base64url'))) as Grant
  } catch {
    throw new DomainError('not_found')
  }
}

const linesAtOnce = 500

function* linesOf(
  rows: Iterable<never>,
  {
    heads,
    values,
    locale,
  }: Readonly<{
    heads: readonly string[]
    values: (row: never) => readonly (string | number | null)[]
    locale: Locale
  }>,
): Generator<string> {
  yield writeCsv([heads], { locale, isFirst: true })
  let waiting: (readonly (string | number | null)[])[] = []
  for (const row of rows) {
    waiting.push(values(row))
    if (waiting.length < linesAtOnce) continue
    yield writeCsv(waiting, { locale, isFirst: false })
    waiting = []
  }
  if (waiting.length > 0) yield writeCsv(waiting, { locale, isFirst: false })
}

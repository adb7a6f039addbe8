import { commit } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { sha256Hex } from '../config/keys.ts'
import { isConflict } from '../errors/conflict.ts'
import { DomainError } from '../errors/domain-error.ts'
import { newId } from '../ids/ids.ts'
import { findAccount } from '../providers/accounts-queries.ts'
import { type Statement, StatementUnreadable } from '../providers/provider-statement.ts'
import { providerOf } from '../providers/registry.ts'
import { type ColumnMapping, readCsvStatement } from './read-csv-statement.ts'
import { findNamedCharge, findOpenClosing } from './statements-queries.ts'
import { insertLine, insertStatement, saveMapping } from './statements-store.ts'

export type StatementFile = Readonly<{
  accountId: string
  /** `2026-11`. */
  month: string
  fileName: string
  bytes: Uint8Array
  /** How its columns are to be read; absent: the adapter's own format. */
  mapping: ColumnMapping | undefined
}>

const mostLines = 50_000

/**
 * Keeps a provider's statement and finds the charges it speaks of. Changes no money: that is for closing the month.
 *
 * @throws DomainError `not_found`; `invalid_input` on `file` or `month`: unreadable, imported before, month closed.
 */
export async function importStatement(
  file: StatementFile,
  { actor, now }: Readonly<{ actor: string; now: number }>,
): Promise<Readonly<{ id: string; lines: number }>> {
  const { accountId, month, mapping, bytes } = file
  const account = findAccount(accountId)
  if (!account) throw new DomainError('not_found')
  if (findOpenClosing(accountId, month)) throw problem('month', 'closed')
  const { readStatement } = providerOf(account.kind)
  const { lines } = readFile(() => {
    if (mapping) return readCsvStatement(bytes, { mapping, currency: account.currency })
    if (readStatement) return readStatement(bytes)
    throw new StatementUnreadable('say which column means what')
  })
  if (lines.length === 0 || lines.length > mostLines) throw problem('file', 'out_of_range')
  if (lines.some((line) => line.currency !== account.currency)) throw problem('file', 'differs')
  const id = newId()
  const head = { id, accountId, month, fileName: file.fileName.slice(0, 120), currency: account.currency, now, actor }
  try {
    await commit([
      insertStatement({ ...head, fileHash: sha256Hex(Buffer.from(bytes).toString('base64')) }),
      ...lines.map((line, at) =>
        insertLine(line, {
          id: newId(),
          statementId: id,
          lineNumber: at + 1,
          chargeId: findNamedCharge(accountId, line.reference)?.id ?? null,
        }),
      ),
      ...(mapping ? [saveMapping(accountId, mapping, now)] : []),
      recordAudit(
        {
          actor,
          action: 'statement_imported',
          subject: `provider_account:${accountId}`,
          detail: { id, month, lines: lines.length },
        },
        now,
      ),
    ])
  } catch (error) {
    if (isConflict(error, 'already_recorded')) throw problem('file', 'taken')
    throw error
  }
  return { id, lines: lines.length }
}

function readFile(read: () => Statement): Statement {
  try {
    return read()
  } catch (error) {
    if (error instanceof StatementUnreadable) {
      throw new DomainError('invalid_input', {
        fields: [{ field: 'file', code: 'invalid_format', message: error.message }],
      })
    }
    throw error
  }
}

function problem(field: string, code: string): DomainError {
  return new DomainError('invalid_input', { fields: [{ field, code }] })
}

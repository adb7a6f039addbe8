import { one, type Step } from '../../db/commit.ts'
import { ledgerSeals, ledgerTransactions } from '../../db/schema/ledger.ts'
import { everyColumn, type Row, writeSql, writeStatement } from '../../db/statement.ts'
import type { LedgerTransaction } from './ledger.ts'

type TransactionRow = Omit<Row<typeof ledgerTransactions>, 'id'>
const insertTransaction = writeStatement<TransactionRow>((db) => {
  const { id: _, ...columns } = everyColumn(ledgerTransactions)
  return db.insert(ledgerTransactions).values(columns)
})

// The transaction is found again by its unique cause, so the list of steps needs no value handed from one to the next.
const insertEntry = writeSql(`insert into ledger_entries (transaction_id, account, amount_minor, currency)
  select id, ?, ?, ? from ledger_transactions where kind = ? and source_id = ?`)

const insertSealRow = writeStatement<Row<typeof ledgerSeals>>((db) =>
  db.insert(ledgerSeals).values(everyColumn(ledgerSeals)),
)

export function insertLedgerTransaction(transaction: LedgerTransaction): Step[] {
  const { kind, sourceId, purchaseId, at, currency, entries } = transaction
  return [
    one(insertTransaction({ kind, sourceId, purchaseId: purchaseId ?? null, at }), 'already_recorded'),
    ...entries.map(({ account, amountMinor }) =>
      one(insertEntry(account, amountMinor, currency, kind, sourceId), 'not_found'),
    ),
  ]
}

export function insertSeal(row: Row<typeof ledgerSeals>): Step {
  return one(insertSealRow(row), 'already_recorded')
}

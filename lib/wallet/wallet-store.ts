import { anyRows, one, type Step } from '../../db/commit.ts'
import { wallets } from '../../db/schema/payers.ts'
import { everyColumn, type Row, writeSql, writeStatement } from '../../db/statement.ts'

const insertRow = writeStatement<Row<typeof wallets>>((db) =>
  db.insert(wallets).values(everyColumn(wallets)).onConflictDoNothing(),
)
const add = writeSql('update wallets set balance_minor = balance_minor + ? where id = ?')
const take = writeSql('update wallets set balance_minor = balance_minor - ? where id = ? and balance_minor >= ?')

/** Makes the wallet of a payer in a currency unless it exists. */
export function insertWallet(row: Row<typeof wallets>): Step {
  return anyRows(insertRow(row))
}

/** Adds to a balance; post the entries in the same commit. */
export function creditWallet(walletId: string, amountMinor: number): Step {
  return one(add(amountMinor, walletId), 'not_found')
}

/** Takes from a balance that covers it, or conflicts with `insufficient_balance`. */
export function debitWallet(walletId: string, amountMinor: number): Step {
  return one(take(amountMinor, walletId, amountMinor), 'insufficient_balance')
}

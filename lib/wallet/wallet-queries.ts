import { eq, sql } from 'drizzle-orm'
import { wallets } from '../../db/schema/payers.ts'
import { readSql, readStatement } from '../../db/statement.ts'
import type { Wallet } from './wallet.ts'

const columns = {
  id: wallets.id,
  payerId: wallets.payerId,
  currency: wallets.currency,
  balanceMinor: wallets.balanceMinor,
}
const byPayer = readStatement((db) =>
  db
    .select(columns)
    .from(wallets)
    .where(eq(wallets.payerId, sql.placeholder('payerId')))
    .prepare(),
)

/** The wallets a browser may spend from, richest first in each currency. */
export function listWallets(payerIds: readonly string[]): readonly Wallet[] {
  return payerIds
    .flatMap((payerId) => byPayer().all({ payerId }))
    .sort((left, right) => right.balanceMinor - left.balanceMinor)
}

export type WalletMovement = Readonly<{ at: number; kind: string; amountMinor: number; purchaseId: string | null }>
const movements = readSql<WalletMovement>(`
  select t.at, t.kind, -e.amount_minor as amountMinor, t.purchase_id as purchaseId
  from ledger_entries e join ledger_transactions t on t.id = e.transaction_id
  where e.account = 'wallet:' || ? and e.currency = ? order by t.id desc limit ?`)

/** The newest movements of one wallet, credits positive. */
export function listWalletMovements(wallet: Wallet, limit: number): readonly WalletMovement[] {
  return movements.all(wallet.id, wallet.currency, limit)
}

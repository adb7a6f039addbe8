import { one, type Step } from '../../db/commit.ts'
import { redemptions, voucherBatches, vouchers } from '../../db/schema/vouchers.ts'
import { everyColumn, type Row, writeSql, writeStatement } from '../../db/statement.ts'

const insertBatchRow = writeStatement<Row<typeof voucherBatches>>((db) =>
  db.insert(voucherBatches).values(everyColumn(voucherBatches)),
)
const insertVoucherRow = writeStatement<Row<typeof vouchers>>((db) => db.insert(vouchers).values(everyColumn(vouchers)))
const insertRedemptionRow = writeStatement<Row<typeof redemptions>>((db) =>
  db.insert(redemptions).values(everyColumn(redemptions)),
)
const spend = writeSql(
  'update vouchers set balance_minor = 0, redeemed_at = ? where code_hash = ? and balance_minor = ? and redeemed_at is null',
)

const revokeBatchRow = writeSql(
  `update voucher_batches set state = 'revoked', revoked_at = ? where id = ? and state = 'active'`,
)
const emptyUnspent = writeSql('update vouchers set balance_minor = 0 where batch_id = ? and redeemed_at is null')

export function insertVoucherBatch(row: Row<typeof voucherBatches>): Step {
  return one(insertBatchRow(row), 'already_exists')
}

export function insertVoucher(row: Row<typeof vouchers>): Step {
  return one(insertVoucherRow(row), 'already_exists')
}

/** Takes the whole value of a voucher, once. Its redemption row makes a second time impossible. */
export function redeemVoucher(redemption: Row<typeof redemptions>): Step[] {
  const { codeHash, amountMinor, at } = redemption
  return [one(insertRedemptionRow(redemption), 'voucher_spent'), one(spend(at, codeHash, amountMinor), 'voucher_spent')]
}

/**
 * Takes the value of every unspent voucher of a batch; used ones stay as they are.
 *
 * @param unspent How many there are: one that is used at this moment makes it `state_changed`, and nothing is kept.
 */
export function revokeBatch(id: string, { unspent, now }: Readonly<{ unspent: number; now: number }>): Step[] {
  return [
    one(revokeBatchRow(now, id), 'state_changed'),
    { run: emptyUnspent(id), rows: unspent, otherwise: 'state_changed' },
  ]
}

import { one, type Step } from '../../db/commit.ts'
import { resellers } from '../../db/schema/vouchers.ts'
import { everyColumn, type Row, writeSql, writeStatement } from '../../db/statement.ts'
import type { Reseller } from './resellers.ts'

const insertRow = writeStatement<Row<typeof resellers>>((db) => db.insert(resellers).values(everyColumn(resellers)))
const changeRow = writeSql('update resellers set name = ?, email = ?, commission_bp = ?, is_active = ? where id = ?')

export function insertReseller(reseller: Reseller): Step {
  return one(insertRow(reseller), 'already_exists')
}

export function changeResellerRow({ id, name, email, commissionBp, isActive }: Omit<Reseller, 'createdAt'>): Step {
  return one(changeRow(name, email, commissionBp, Number(isActive), id), 'not_found')
}

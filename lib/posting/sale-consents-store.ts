import { one, type Step } from '../../db/commit.ts'
import { saleConsents } from '../../db/schema/posting.ts'
import { everyColumn, type Row, writeStatement } from '../../db/statement.ts'
import { newId } from '../ids/ids.ts'

const insertRow = writeStatement<Row<typeof saleConsents>>((db) =>
  db.insert(saleConsents).values(everyColumn(saleConsents)),
)

/** Keeps what an advertiser agreed to, word for word. */
export function keepSaleConsent(consent: Omit<Row<typeof saleConsents>, 'id'>): Step {
  return one(insertRow({ ...consent, id: newId() }), 'already_recorded')
}

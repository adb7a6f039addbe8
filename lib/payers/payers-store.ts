import { and, eq, sql } from 'drizzle-orm'
import { anyRows, one, type Step } from '../../db/commit.ts'
import { devicePayers, devices, payerEmails, payers } from '../../db/schema/payers.ts'
import { everyColumn, type Row, writeStatement } from '../../db/statement.ts'

const insertPayerRow = writeStatement<Row<typeof payers>>((db) =>
  db.insert(payers).values(everyColumn(payers)).onConflictDoNothing(),
)
const insertDeviceRow = writeStatement<Row<typeof devices>>((db) =>
  db.insert(devices).values(everyColumn(devices)).onConflictDoNothing(),
)
const linkRow = writeStatement<Row<typeof devicePayers>>((db) =>
  db.insert(devicePayers).values(everyColumn(devicePayers)).onConflictDoNothing(),
)
const emailRow = writeStatement<Row<typeof payerEmails>>((db) =>
  db.insert(payerEmails).values(everyColumn(payerEmails)).onConflictDoNothing(),
)

/** A browser seen for the first time and the payer it acts for. Safe to repeat. */
export function insertDevice(device: Readonly<{ deviceHash: string; payerId: string; now: number }>): Step[] {
  const { deviceHash, payerId, now } = device
  return [
    anyRows(insertPayerRow({ id: payerId, memberId: null, createdAt: now })),
    anyRows(insertDeviceRow({ tokenHash: deviceHash, createdAt: now })),
    anyRows(linkRow({ deviceHash, payerId, isOwn: true, linkedAt: now })),
  ]
}

/** Opens what a payer bought to one more browser. Safe to repeat. */
export function linkDevice(link: Readonly<{ deviceHash: string; payerId: string; now: number }>): Step {
  return anyRows(linkRow({ deviceHash: link.deviceHash, payerId: link.payerId, isOwn: false, linkedAt: link.now }))
}

export function rememberEmail(row: Row<typeof payerEmails>): Step {
  return anyRows(emailRow(row))
}

const unlinkRow = writeStatement<{ deviceHash: string; payerId: string }>((db) =>
  db
    .delete(devicePayers)
    .where(
      and(
        eq(devicePayers.deviceHash, sql.placeholder('deviceHash')),
        eq(devicePayers.payerId, sql.placeholder('payerId')),
      ),
    ),
)

export function unlinkDevice(link: Readonly<{ deviceHash: string; payerId: string }>): Step {
  return one(unlinkRow(link), 'not_found')
}

import { asc, desc, eq, sql } from 'drizzle-orm'
import { devicePayers, payerEmails } from '../../db/schema/payers.ts'
import { readStatement } from '../../db/statement.ts'

const byDevice = readStatement((db) =>
  db
    .select({ payerId: devicePayers.payerId, isOwn: devicePayers.isOwn })
    .from(devicePayers)
    .where(eq(devicePayers.deviceHash, sql.placeholder('deviceHash')))
    .orderBy(desc(devicePayers.isOwn), asc(devicePayers.linkedAt))
    .prepare(),
)

/** The payers a browser acts for: its own first, then those it recovered. Empty for a browser never seen. */
export function listPayersOfDevice(deviceHash: string): readonly string[] {
  return byDevice()
    .all({ deviceHash })
    .map((row) => row.payerId)
}

const byEmail = readStatement((db) =>
  db
    .select({ payerId: payerEmails.payerId })
    .from(payerEmails)
    .where(eq(payerEmails.emailHash, sql.placeholder('emailHash')))
    .prepare(),
)

export function listPayersOfEmail(emailHash: string): readonly string[] {
  return byEmail()
    .all({ emailHash })
    .map((row) => row.payerId)
}

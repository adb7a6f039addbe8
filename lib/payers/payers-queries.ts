import { asc, desc, eq, sql } from 'drizzle-orm'
import { devicePayers, payerEmails, payers } from '../../db/schema/payers.ts'
import { readStatement } from '../../db/statement.ts'

const byDevice = readStatement((db) =>
  db
    .select({ payerId: devicePayers.payerId, isOwn: devicePayers.isOwn, memberId: payers.memberId })
    .from(devicePayers)
    .innerJoin(payers, eq(payers.id, devicePayers.payerId))
    .where(eq(devicePayers.deviceHash, sql.placeholder('deviceHash')))
    .orderBy(desc(devicePayers.isOwn), asc(devicePayers.linkedAt))
    .prepare(),
)

/** A payer a browser acts for: its own, or one whose code was entered in it. */
export type DevicePayer = Readonly<{ payerId: string; isOwn: boolean; memberId: string | null }>

/** Every payer tied to a browser, its own first then those it recovered, whoever they belong to by now. */
export function listDevicePayers(deviceHash: string): readonly DevicePayer[] {
  return byDevice().all({ deviceHash })
}

/**
 * The payers a browser acts for: its own first, then those it recovered. Empty for a browser never seen. What joined an
 * account is open only while its member is signed in, unless its code was entered in this browser.
 */
export function listPayersOfDevice(deviceHash: string, memberId?: string): readonly string[] {
  return listDevicePayers(deviceHash)
    .filter((row) => row.memberId === null || row.memberId === memberId || !row.isOwn)
    .map((row) => row.payerId)
}

const byMember = readStatement((db) =>
  db
    .select({ payerId: payers.id })
    .from(payers)
    .where(eq(payers.memberId, sql.placeholder('memberId')))
    .orderBy(asc(payers.createdAt), asc(payers.id))
    .prepare(),
)

/** The payers of an account, the oldest first: that one holds the balance. */
export function listPayersOfMember(memberId: string): readonly string[] {
  return byMember()
    .all({ memberId })
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

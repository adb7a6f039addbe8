import { anyRows, one, type Step } from '../../db/commit.ts'
import { devicePayers, devices, payerEmails, payers } from '../../db/schema/payers.ts'
import { everyColumn, type Row, writeSql, writeStatement } from '../../db/statement.ts'

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
export function insertDevice(
  device: Readonly<{ deviceHash: string; payerId: string; now: number; memberId?: string | undefined }>,
): Step[] {
  const { deviceHash, payerId, now, memberId = null } = device
  return [
    anyRows(insertPayerRow({ id: payerId, memberId, createdAt: now })),
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

const claimRow = writeSql('update payers set member_id = ? where id = ? and member_id is null')
const otherDevicesRow = writeSql(
  'update device_payers set is_own = 0 where payer_id = ? and device_hash <> ? and is_own = 1',
)
const recoveredHereRow = writeSql('delete from device_payers where payer_id = ? and device_hash = ? and is_own = 0')
const recoveredRows = writeSql(
  'delete from device_payers where is_own = 0 and payer_id in (select id from payers where member_id = ?)',
)

/**
 * What a guest bought joins an account, once and for one account only: otherwise `already_claimed`.
 *
 * From then on the browser shows it only while its member is signed in. Other browsers that acted for the payer keep
 * doing so as if they had entered its code: nobody loses what she paid for because somebody else knew a code.
 */
export function claimPayer(claim: Readonly<{ payerId: string; memberId: string; deviceHash: string }>): Step[] {
  const { payerId, memberId, deviceHash } = claim
  return [
    one(claimRow(memberId, payerId), 'already_claimed'),
    anyRows(otherDevicesRow(payerId, deviceHash)),
    anyRows(recoveredHereRow(payerId, deviceHash)),
  ]
}

/** Closes what was opened on other browsers by a code, for "sign out everywhere". */
export function unlinkRecoveredDevices(memberId: string): Step {
  return anyRows(recoveredRows(memberId))
}

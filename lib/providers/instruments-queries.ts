import { readSql } from '../../db/statement.ts'
import { unseal } from '../config/keys.ts'
import type { Millis } from '../time/time.ts'
import type { SavedInstrument, UsableInstrument } from './instruments.ts'

const columns = 's.id, s.account_id as accountId, s.label, s.expires_at as expiresAt, s.created_at as createdAt'
const ofMember = 'from payers p join saved_instruments s on s.payer_id = p.id where p.member_id = ?'
const listed = readSql<SavedInstrument>(
  `select ${columns} ${ofMember} and s.revoked_at is null order by s.created_at desc, s.id`,
)
const one = readSql<SavedInstrument & { sealed: Uint8Array }>(
  `select ${columns}, s.reference_sealed as sealed ${ofMember} and s.revoked_at is null and s.id = ?`,
)
const revoked = readSql<{ id: string; accountId: string; sealed: Uint8Array; revokedAt: Millis }>(
  `select id, account_id as accountId, reference_sealed as sealed, revoked_at as revokedAt from saved_instruments
   where revoked_at is not null order by revoked_at desc limit 50`,
)

/** The cards a member had kept, the newest first. */
export function listInstruments(memberId: string): readonly SavedInstrument[] {
  return listed.all(memberId)
}

/** One card of this member; another member's does not exist as far as she knows. */
export function findInstrument(memberId: string, id: string): UsableInstrument | undefined {
  const row = one.get(memberId, id)
  if (!row) return undefined
  const { sealed, ...instrument } = row
  return { ...instrument, reference: unseal('instruments', id, sealed) }
}

export type RevokedInstrument = Readonly<{ id: string; accountId: string; reference: string; revokedAt: Millis }>

/** Cards nobody may pay with any more that their providers still keep, at most fifty, the newest first. */
export function listRevokedInstruments(): readonly RevokedInstrument[] {
  return revoked.all().map(({ sealed, ...row }) => ({ ...row, reference: unseal('instruments', row.id, sealed) }))
}

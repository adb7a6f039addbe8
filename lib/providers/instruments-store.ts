import { anyRows, one, type Step } from '../../db/commit.ts'
import { writeSql } from '../../db/statement.ts'
import { seal } from '../config/keys.ts'
import type { Millis } from '../time/time.ts'
import { instrumentIdOf } from './instruments.ts'
import type { Instrument } from './provider.ts'

// Whoever has no account any more when the payment arrives keeps no card: the row only waits to be given up.
const insertRow = writeSql(`insert into saved_instruments
    (id, payer_id, account_id, reference_sealed, label, expires_at, created_at, revoked_at)
  select ?, p.id, ?, ?, iif(m.id is null, '', ?), iif(m.id is null, null, ?), ?, iif(m.id is null, ?, null)
  from payers p left join members m on m.id = p.member_id and m.erased_at is null where p.id = ?
  on conflict (id) do nothing`)
const revokeSame = writeSql(`update saved_instruments set revoked_at = ?, label = '', expires_at = null
  where account_id = ? and label = ? and expires_at is ? and id <> ? and revoked_at is null
    and payer_id in (select o.id from payers o join payers p on p.member_id = o.member_id where p.id = ?)`)
const revokeRow = writeSql(`update saved_instruments set revoked_at = ?, label = '', expires_at = null
  where id = ? and revoked_at is null and payer_id in (select id from payers where member_id = ?)`)
const deleteRow = writeSql('delete from saved_instruments where id = ? and revoked_at is not null')

type Keeping = Readonly<{ payerId: string; accountId: string; instrument: Instrument; now: Millis }>

/**
 * Keeps a card, once. Given again by a new payment it is known to its provider by another reference: the newest stays,
 * and the older one is given up.
 */
export function keepInstrument({ payerId, accountId, instrument, now }: Keeping): Step[] {
  const { reference, label, expiresAt = null } = instrument
  const id = instrumentIdOf({ accountId, payerId, reference })
  const sealed = seal('instruments', id, reference)
  return [
    anyRows(revokeSame(now, accountId, label, expiresAt, id, payerId)),
    anyRows(insertRow(id, accountId, sealed, label, expiresAt, now, now, payerId)),
  ]
}

/** From here on it pays nothing and is shown nowhere; otherwise `not_found`. */
export function revokeInstrument(id: string, { memberId, now }: Readonly<{ memberId: string; now: Millis }>): Step {
  return one(revokeRow(now, id, memberId), 'not_found')
}

/** Takes away a revoked row, once its provider has given the card up. */
export function deleteInstrument(id: string): Step {
  return anyRows(deleteRow(id))
}

import { anyRows, one, type Step } from '../../db/commit.ts'
import { reveals } from '../../db/schema/purchases.ts'
import { everyColumn, type Row, writeSql, writeStatement } from '../../db/statement.ts'
import { type Contact, sealContact } from './reveals.ts'

// The ad is looked at again by the statement itself: one that was sold a moment ago is not sold to anybody.
const grant = writeSql(`insert into unlocks (id, payer_id, ad_id, purchase_id, granted_at, revoked_at)
  select ?, ?, ?, ?, ?, null where exists (select 1 from ads where id = ? and status = 'published' and expires_at > ?)
  on conflict (payer_id, ad_id) do update
    set revoked_at = null, purchase_id = excluded.purchase_id, granted_at = excluded.granted_at where revoked_at is not null`)
const revoke = writeSql('update unlocks set revoked_at = ? where purchase_id = ? and revoked_at is null')
const insertRevealRow = writeStatement<Row<typeof reveals>>((db) => db.insert(reveals).values(everyColumn(reveals)))
const upsertContact = writeSql(`insert into contacts (ad_id, sealed, updated_at) values (?, ?, ?)
  on conflict (ad_id) do update set sealed = excluded.sealed, updated_at = excluded.updated_at`)

export type Grant = Readonly<{
  unlockId: string
  payerId: string
  adId: number
  purchaseId: string | null
  now: number
}>

/** One unlock for each payer and ad; conflicts with `already_unlocked` when it exists or the ad is no longer for sale. */
export function grantUnlock({ unlockId, payerId, adId, purchaseId, now }: Grant): Step {
  return one(grant(unlockId, payerId, adId, purchaseId, now, adId, now), 'already_unlocked')
}

/** Ends the unlock that a purchase gave, when its money was taken back. */
export function revokeUnlock(purchaseId: string, now: number): Step {
  return anyRows(revoke(now, purchaseId))
}

export function recordReveal(row: Row<typeof reveals>): Step {
  return one(insertRevealRow(row), 'already_recorded')
}

export function saveContact(adId: number, contact: Contact, now: number): Step {
  return one(upsertContact(adId, sealContact(adId, contact), now), 'not_found')
}

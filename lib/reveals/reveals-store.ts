import { anyRows, one, type Step } from '../../db/commit.ts'
import { writeSql } from '../../db/statement.ts'
import { newId } from '../ids/ids.ts'
import { type Contact, sealContact } from './reveals.ts'

// The ad is looked at again by the statement itself: one that was sold or doubted a moment ago is not sold to anybody.
// A free contact has nothing to lose by a doubt.
const grant = writeSql(`insert into unlocks (id, payer_id, ad_id, purchase_id, granted_at, revoked_at)
  select ?, ?, ?, ?, ?, null where exists (select 1 from ads where id = ? and status = 'published' and expires_at > ?
    and (contact_doubted_at is null or ? = 1))
  on conflict (payer_id, ad_id) do update
    set revoked_at = null, purchase_id = excluded.purchase_id, granted_at = excluded.granted_at where revoked_at is not null`)
const revoke = writeSql('update unlocks set revoked_at = ? where purchase_id = ? and revoked_at is null')
const revokeUnseen = writeSql(`update unlocks set revoked_at = ? where purchase_id = ? and revoked_at is null
  and not exists (select 1 from reveals r where r.unlock_id = unlocks.id and r.at >= unlocks.granted_at)`)
const insertReveal = writeSql(`insert into reveals (id, unlock_id, at)
  select ?, id, ? from unlocks where payer_id = ? and ad_id = ? and revoked_at is null`)
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
  const isFree = purchaseId === null ? 1 : 0
  return one(grant(unlockId, payerId, adId, purchaseId, now, adId, now, isFree), 'already_unlocked')
}

/** Ends the unlock that a purchase gave, when its money was taken back. */
export function revokeUnlock(purchaseId: string, now: number): Step {
  return anyRows(revoke(now, purchaseId))
}

/** The same, while the contact was never shown; conflicts with `state_changed` once it was. */
export function revokeUnseenUnlock(purchaseId: string, now: number): Step {
  return one(revokeUnseen(now, purchaseId), 'state_changed')
}

/**
 * Keeps that a contact was shown, before anything shows it; conflicts with `state_changed` when there is no living
 * unlock.
 */
export function recordReveal(reveal: Readonly<{ payerId: string; adId: number; now: number }>): Step {
  return one(insertReveal(newId(), reveal.now, reveal.payerId, reveal.adId), 'state_changed')
}

export function saveContact(adId: number, contact: Contact, now: number): Step {
  return one(upsertContact(adId, sealContact(adId, contact), now), 'not_found')
}

const destroyContact = writeSql(
  'delete from contacts where ad_id = ? and not exists (select 1 from unlocks where ad_id = ? and revoked_at is null)',
)

/** Destroys the contact of an ad that is gone, unless somebody holds an unlock of it: what was bought stays readable. */
export function destroyUnboughtContact(adId: number): Step {
  return anyRows(destroyContact(adId, adId))
}

const emptyRow = writeSql('update contacts set sealed = ?, updated_at = ? where ad_id = ?')

/** Destroys a contact for good, for those who bought it too: its advertiser asked to be forgotten. */
export function emptyContact(adId: number, now: number): Step {
  return anyRows(emptyRow(sealContact(adId, { name: '', phone: '', email: '', hours: '' }), now, adId))
}

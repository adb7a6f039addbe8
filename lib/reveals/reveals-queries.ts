import { eq, sql } from 'drizzle-orm'
import { contacts } from '../../db/schema/ads.ts'
import { readSql, readStatement } from '../../db/statement.ts'
import { unseal } from '../config/keys.ts'
import { invariant } from '../errors/invariant.ts'
import { type Contact, type DraftContact, draftBinding, type Unlock } from './reveals.ts'

const byPayerAndAd = readSql<Unlock>(`
  select id, payer_id as payerId, ad_id as adId, purchase_id as purchaseId, granted_at as grantedAt
  from unlocks where payer_id = ? and ad_id = ? and revoked_at is null`)

/** The living unlock that one of these payers holds for an ad. */
export function findUnlock(payerIds: readonly string[], adId: number): Unlock | undefined {
  for (const payerId of payerIds) {
    const found = byPayerAndAd.get(payerId, adId)
    if (found) return found
  }
  return undefined
}

const ofPayer = readSql<{ adRef: string; adId: number; purchaseId: string | null; grantedAt: number }>(`
  select a.ref as adRef, u.ad_id as adId, u.purchase_id as purchaseId, u.granted_at as grantedAt
  from unlocks u cross join ads a on a.id = u.ad_id where u.payer_id = ? and u.revoked_at is null order by u.granted_at desc limit ?`)

/** What these payers may read, newest first. */
export function listUnlocks(payerIds: readonly string[], limit: number) {
  return payerIds
    .flatMap((payerId) => ofPayer.all(payerId, limit))
    .sort((left, right) => right.grantedAt - left.grantedAt)
}

const sealedOf = readStatement((db) =>
  db
    .select({ sealed: contacts.sealed })
    .from(contacts)
    .where(eq(contacts.adId, sql.placeholder('adId')))
    .prepare(),
)

const shownOf = readSql<{ first: number | null; last: number | null }>(
  'select min(at) as first, max(at) as last from reveals where unlock_id = ? and at >= ?',
)

/** When the contact was first and last shown by this unlock since it was granted; undefined while it never was. */
export function findShowings(
  unlock: Readonly<{ id: string; grantedAt: number }>,
): Readonly<{ first: number; last: number }> | undefined {
  const { first = null, last = null } = shownOf.get(unlock.id, unlock.grantedAt) ?? {}
  return first === null || last === null ? undefined : { first, last }
}

/** The only reader of contacts: it takes the right to one, and nothing else opens it. */
export function revealContact(unlock: Unlock): Contact {
  const row = sealedOf().get({ adId: unlock.adId })
  invariant(row, `ad ${unlock.adId} was unlocked but has no contact`)
  return JSON.parse(unseal('contacts', String(unlock.adId), row.sealed)) as Contact
}

const sealedOfDraft = readSql<{ sealed: Uint8Array | null }>(
  'select contact_sealed as sealed from ad_drafts where id = ?',
)

/** What was typed as the contact of a draft, for whoever may go on with the draft; undefined before anything was. */
export function openDraftContact(draftId: string): DraftContact | undefined {
  const sealed = sealedOfDraft.get(draftId)?.sealed
  return sealed ? (JSON.parse(unseal('contacts', draftBinding(draftId), sealed)) as DraftContact) : undefined
}

const ownedBy = readSql<{ adId: number }>(`select a.id as adId from ads a cross join advertisers v
  on v.id = a.advertiser_id where a.id = ? and v.member_id = ?`)

/** The contact of an ad for the member whose ad it is; undefined for anybody else, and once it was destroyed. */
export function openOwnContact(adId: number, memberId: string): Contact | undefined {
  const row = ownedBy.get(adId, memberId) && sealedOf().get({ adId })
  return row && (JSON.parse(unseal('contacts', String(adId), row.sealed)) as Contact)
}

const newestSealed = readSql<{ adId: number; sealed: Uint8Array }>(
  'select ad_id as adId, sealed from contacts order by ad_id desc limit 1',
)

/** Whether the contact of the newest ad opens with this process's secret; undefined where there is none. Shows nothing. */
export function opensNewestContact(): boolean | undefined {
  const row = newestSealed.get()
  if (!row) return undefined
  try {
    return unseal('contacts', String(row.adId), row.sealed) !== ''
  } catch {
    return false
  }
}

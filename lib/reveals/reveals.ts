import { seal } from '../config/keys.ts'

/** What is sold. Exists in clear only between the vault and the page of somebody who holds an unlock. */
export type Contact = Readonly<{ name: string; phone: string; email: string; hours: string }>

/** Whether nothing is left of a contact: its advertiser asked to be forgotten. */
export function isErased({ name, phone, email }: Contact): boolean {
  return name === '' && phone === '' && email === ''
}

declare const proof: unique symbol

/** The right of one payer to one ad's contact. Only finding one in the database makes a value of this type. */
export type Unlock = Readonly<{
  id: string
  payerId: string
  adId: number
  purchaseId: string | null
  grantedAt: number
}> & {
  readonly [proof]: true
}

/** Encrypts a contact for its row; it opens for that ad only. */
export function sealContact(adId: number, contact: Contact): Buffer {
  return seal('contacts', String(adId), JSON.stringify(contact))
}

/** A contact while its ad is written: everything typed, and which of it the ad will show. */
export type DraftContact = Contact & Readonly<{ showsPhone: boolean; showsEmail: boolean }>

/** Encrypts the contact of a draft; it opens for that draft only. */
export function sealDraftContact(draftId: string, contact: DraftContact): Buffer {
  return seal('contacts', draftBinding(draftId), JSON.stringify(contact))
}

/** Where a draft's contact belongs: an ad's number can never be one. */
export function draftBinding(draftId: string): string {
  return `draft ${draftId}`
}

/** What of a draft's contact the ad gives to whoever unlocks it. */
export function shownContact({ name, phone, email, hours, showsPhone, showsEmail }: DraftContact): Contact {
  return { name, phone: showsPhone ? phone : '', email: showsEmail ? email : '', hours }
}

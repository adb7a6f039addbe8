import { seal } from '../config/keys.ts'

/** What is sold. Exists in clear only between the vault and the page of somebody who holds an unlock. */
export type Contact = Readonly<{ name: string; phone: string; email: string; hours: string }>

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

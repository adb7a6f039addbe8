import type { DraftView } from './draft-view-queries.ts'
import type { PostingContext } from './posting-context.ts'
import type { SaveContactInput } from './posting-input.ts'
import { saveContact } from './save-contact.ts'
import { sendEmailCode } from './send-email-code.ts'
import { sendPhoneCode } from './send-phone-code.ts'

/** Keeps the contact and, when the button pressed asks for it, sends the code that proves a part of it. */
export async function keepContact(input: SaveContactInput, context: PostingContext): Promise<DraftView> {
  const view = await saveContact(input, context)
  if (input.save === 'email_code') await sendEmailCode(input, context)
  if (input.save === 'phone_code') await sendPhoneCode(input, context)
  return view
}

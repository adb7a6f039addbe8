import type { FieldProblem } from '../errors/domain-error.ts'
import { emailInput } from '../members/member.ts'
import type { DraftContact } from '../reveals/reveals.ts'
import { readTelephone, takesTexts } from '../telephony/telephone.ts'

export const emptyContact: DraftContact = {
  name: '',
  phone: '',
  email: '',
  hours: '',
  showsPhone: true,
  showsEmail: false,
}

export type ContactState = Readonly<{
  emailVerifiedAt: number | null
  phoneVerifiedAt: number | null
  /** Somebody can send a text message for the site. */
  canSendTexts: boolean
}>

/** Whether the number has to be proved by a code before the ad goes on: one that takes texts, where texts can be sent. */
export function mustVerifyPhone(contact: DraftContact, state: Pick<ContactState, 'canSendTexts'>): boolean {
  const phone = contact.showsPhone ? readTelephone(contact.phone) : undefined
  return phone !== undefined && state.canSendTexts && takesTexts(phone.e164)
}

/** What is wrong with the form itself, before anything is proved. */
function contactFormProblems(contact: DraftContact): readonly FieldProblem[] {
  const problems: FieldProblem[] = []
  if (contact.name.trim() === '') problems.push({ field: 'name', code: 'required' })
  if (contact.email.trim() === '') problems.push({ field: 'email', code: 'required' })
  else if (!emailInput.safeParse(contact.email).success) problems.push({ field: 'email', code: 'not_an_email' })
  if (contact.phone.trim() !== '' && !readTelephone(contact.phone))
    problems.push({ field: 'phone', code: 'not_a_phone' })
  if (contact.showsPhone && contact.phone.trim() === '') problems.push({ field: 'phone', code: 'required' })
  if (!contact.showsPhone && !contact.showsEmail) problems.push({ field: 'showsPhone', code: 'nothing_shown' })
  return problems
}

/** Everything that keeps a contact from being sold: the form, and what is not proved yet. */
export function contactProblems(contact: DraftContact | undefined, state: ContactState): readonly FieldProblem[] {
  if (!contact) return [{ field: 'name', code: 'required' }]
  const form = contactFormProblems(contact)
  if (form.length > 0) return form
  const problems: FieldProblem[] = []
  if (state.emailVerifiedAt === null) problems.push({ field: 'emailCode', code: 'not_verified' })
  if (state.phoneVerifiedAt === null && mustVerifyPhone(contact, state)) {
    problems.push({ field: 'phoneCode', code: 'not_verified' })
  }
  return problems
}

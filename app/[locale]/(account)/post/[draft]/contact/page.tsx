import type { Metadata } from 'next'
import { ContactForm } from '../../../../../../components/posting/contact-form.tsx'
import { DraftFooter } from '../../../../../../components/posting/draft-footer.tsx'
import { DraftFrame } from '../../../../../../components/posting/draft-frame.tsx'
import {
  flashProblems,
  type PostProblem,
  problemWords,
  titleWith,
} from '../../../../../../components/posting/problem-words.ts'
import { VerifyPanels } from '../../../../../../components/posting/verify-panels.tsx'
import { ProblemSummary } from '../../../../../../components/ui/problem-summary.tsx'
import { isDemo } from '../../../../../../lib/config/env.ts'
import { type DraftPage, type DraftPageProps, draftPage } from '../../../../../../lib/http/draft-page.ts'
import { translate } from '../../../../../../lib/i18n/translator.ts'
import { findMemberById } from '../../../../../../lib/members/members-queries.ts'
import { emptyContact, mustVerifyPhone } from '../../../../../../lib/posting/contact-rules.ts'

export const dynamic = 'force-dynamic'

export async function generateMetadata(props: DraftPageProps): Promise<Metadata> {
  const page = await draftPage(props, 'contact')
  const { locale } = page.visitor
  const title = translate(locale, 'posting')('contact.title')
  return { title: titleWith(title, problemsOf(page).length > 0, locale), robots: { index: false } }
}

function problemsOf({ visitor, view }: DraftPage): readonly PostProblem[] {
  const about = { category: view.category, locale: visitor.locale }
  const refused = flashProblems(visitor.flash, about)
  if (visitor.query('check') === undefined || refused.length > 0) return refused
  return view.contactProblems.map((problem) => ({ field: problem.field, message: problemWords(problem, about) }))
}

export default async function ContactStepPage(props: DraftPageProps) {
  const page = await draftPage(props, 'contact')
  const { visitor, view, editedRef } = page
  const { locale, payer, now } = visitor
  const { draft } = view
  const t = translate(locale, 'posting')
  const problems = problemsOf(page)
  const member = payer.memberId === undefined ? undefined : findMemberById(payer.memberId)
  const contact = view.contact ?? { ...emptyContact, email: member?.email ?? '' }
  const phone = {
    isVerified: draft.phoneVerifiedAt !== null,
    isAsked: mustVerifyPhone(contact, view),
    canSend: view.canSendTexts,
  }
  return (
    <DraftFrame draftId={draft.id} editedRef={editedRef} step="contact" tasks={view.tasks} locale={locale}>
      <ProblemSummary title={translate(locale, 'common')('thereIsAProblem')} problems={problems} />
      <h1>{t('contact.title')}</h1>
      <p>{t('contact.lead')}</p>
      <ContactForm
        view={view}
        contact={contact}
        problems={problems}
        isDemo={isDemo()}
        isCodeSent={visitor.query('sent') === 'email'}
        locale={locale}
      />
      {view.contact ? (
        <VerifyPanels
          draftId={draft.id}
          contact={view.contact}
          isEmailVerified={draft.emailVerifiedAt !== null}
          phone={phone}
          sent={visitor.query('sent')}
          problems={problems}
          locale={locale}
        />
      ) : null}
      <DraftFooter draft={draft} locale={locale} now={now} />
    </DraftFrame>
  )
}

import type { Locale } from '../../lib/i18n/locales.ts'
import { draftPath } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { DraftContact } from '../../lib/reveals/reveals.ts'
import { readTelephone, takesTexts } from '../../lib/telephony/telephone.ts'
import { Labelled } from '../ui/labelled.tsx'
import type { PostProblem } from './problem-words.ts'

type Props = Readonly<{
  draftId: string
  contact: DraftContact
  isEmailVerified: boolean
  phone: Readonly<{ isVerified: boolean; isAsked: boolean; canSend: boolean }>
  /** Which code was just sent. */
  sent: string | undefined
  problems: readonly PostProblem[]
  locale: Locale
}>

/** The codes that prove an address and a number. */
export function VerifyPanels(props: Props) {
  const { contact, locale } = props
  const t = translate(locale, 'posting')
  const hasPhone = contact.showsPhone && contact.phone !== ''
  return (
    <>
      {contact.email === '' ? null : <EmailPanel {...props} />}
      {hasPhone ? <PhonePanel {...props} /> : null}
      <p className="meta">{t('contact.why')}</p>
    </>
  )
}

function EmailPanel({ draftId, contact, isEmailVerified, sent, problems, locale }: Props) {
  const t = translate(locale, 'posting')
  return (
    <section className="post-verify" aria-labelledby="email-check">
      <h2 id="email-check">{t('contact.emailTitle')}</h2>
      {isEmailVerified ? (
        <p className="post-good">{t('contact.emailVerified')}</p>
      ) : (
        <>
          {sent === 'email' ? <p role="status">{t('contact.emailSent', { email: contact.email })}</p> : null}
          <Ask draftId={draftId} kind="email" isAgain={sent === 'email'} locale={locale} />
          <Code draftId={draftId} kind="email" problems={problems} locale={locale} />
        </>
      )}
    </section>
  )
}

function PhonePanel({ draftId, contact, phone, sent, problems, locale }: Props) {
  const t = translate(locale, 'posting')
  const number = readTelephone(contact.phone)
  const reason = number && !takesTexts(number.e164) ? 'contact.phoneNoTexts' : 'contact.phoneNoSender'
  return (
    <section className="post-verify" aria-labelledby="phone-check">
      <h2 id="phone-check">{t('contact.phoneTitle')}</h2>
      {phone.isVerified ? <p className="post-good">{t('contact.phoneVerified')}</p> : null}
      {phone.isVerified || phone.isAsked ? null : <p>{t(reason)}</p>}
      {!phone.isVerified && phone.isAsked ? (
        <>
          {sent === 'phone' ? <p role="status">{t('contact.phoneSent', { phone: contact.phone })}</p> : null}
          <Ask draftId={draftId} kind="phone" isAgain={sent === 'phone'} locale={locale} />
          <Code draftId={draftId} kind="phone" problems={problems} locale={locale} />
        </>
      ) : null}
    </section>
  )
}

type Kind = Readonly<{ draftId: string; kind: 'email' | 'phone'; locale: Locale }>

function Ask({ draftId, kind, isAgain, locale }: Kind & Readonly<{ isAgain: boolean }>) {
  const t = translate(locale, 'posting')
  return (
    <form method="post" action={`/api/v1/drafts/${draftId}/${kind}-code`}>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="from" value={draftPath(locale, draftId, 'contact')} />
      <button type="submit" className={isAgain ? 'button button-quiet' : 'button'}>
        {t(isAgain ? 'contact.emailAgain' : kind === 'email' ? 'contact.emailAsk' : 'contact.phoneAsk')}
      </button>
    </form>
  )
}

function Code({ draftId, kind, problems, locale }: Kind & Readonly<{ problems: readonly PostProblem[] }>) {
  const t = translate(locale, 'posting')
  const id = `${kind}Code`
  return (
    <form method="post" action={`/api/v1/drafts/${draftId}/${kind}`} className="post-code">
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="from" value={`${draftPath(locale, draftId, 'contact')}?sent=${kind}`} />
      <Labelled
        id={id}
        label={t('contact.codeField')}
        error={problems.find((problem) => problem.field === id)?.message}
      >
        {(described) => (
          <input
            className="input"
            id={id}
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={12}
            {...described}
          />
        )}
      </Labelled>
      <button type="submit" className="button button-quiet">
        {t('contact.codeButton')}
      </button>
    </form>
  )
}

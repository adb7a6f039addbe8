import type { Locale } from '../../lib/i18n/locales.ts'
import { draftPath } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { DraftView } from '../../lib/posting/draft-view-queries.ts'
import type { DraftContact } from '../../lib/reveals/reveals.ts'
import { Labelled, LabelledGroup } from '../ui/labelled.tsx'
import type { PostProblem } from './problem-words.ts'

type Props = Readonly<{
  view: DraftView
  contact: DraftContact
  problems: readonly PostProblem[]
  isDemo: boolean
  /** A code is on its way already; asking for another has its own button. */
  isCodeSent: boolean
  locale: Locale
}>

/** Who to ask for and how, what of it the buyer is given, and the consent to give it. */
export function ContactForm({ view, contact, problems, isDemo, isCodeSent, locale }: Props) {
  const t = translate(locale, 'posting')
  const { draft } = view
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message
  return (
    <form method="post" action={`/api/v1/drafts/${draft.id}/contact`} className="stack post-form" noValidate>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="from" value={draftPath(locale, draft.id, 'contact')} />
      <Person contact={contact} errorOf={errorOf} isDemo={isDemo} locale={locale} />
      <LabelledGroup id="showsPhone" label={t('contact.shownTitle')} error={errorOf('showsPhone')}>
        {() => (
          <div className="post-options">
            <label className="post-option">
              <input type="checkbox" id="showsPhone" name="showsPhone" defaultChecked={contact.showsPhone} />
              <span>{t('contact.showPhone')}</span>
            </label>
            <label className="post-option">
              <input type="checkbox" name="showsEmail" defaultChecked={contact.showsEmail} />
              <span>{t('contact.showEmail')}</span>
            </label>
          </div>
        )}
      </LabelledGroup>
      <Consent view={view} error={errorOf('consent')} locale={locale} />
      <Buttons view={view} isCodeSent={isCodeSent} locale={locale} />
    </form>
  )
}

type PersonProps = Pick<Props, 'contact' | 'isDemo' | 'locale'> &
  Readonly<{ errorOf: (field: string) => string | undefined }>

function Person({ contact, errorOf, isDemo, locale }: PersonProps) {
  const t = translate(locale, 'posting')
  const phoneHint = isDemo ? `${t('contact.phoneHint')} ${t('contact.phoneDemo')}` : t('contact.phoneHint')
  return (
    <>
      <Labelled id="name" label={t('contact.nameField')} hint={t('contact.nameHint')} error={errorOf('name')}>
        {(described) => (
          <input
            className="input"
            id="name"
            name="name"
            autoComplete="name"
            defaultValue={contact.name}
            {...described}
          />
        )}
      </Labelled>
      <Labelled id="phone" label={t('contact.phoneField')} hint={phoneHint} error={errorOf('phone')}>
        {(described) => (
          <input
            className="input"
            id="phone"
            name="phone"
            type="tel"
            autoComplete="tel"
            defaultValue={contact.phone}
            {...described}
          />
        )}
      </Labelled>
      <Labelled id="email" label={t('contact.emailField')} hint={t('contact.emailHint')} error={errorOf('email')}>
        {(described) => (
          <input
            className="input"
            id="email"
            name="email"
            type="email"
            autoComplete="email"
            defaultValue={contact.email}
            {...described}
          />
        )}
      </Labelled>
      <Labelled id="hours" label={t('contact.hoursField')} hint={t('contact.hoursHint')}>
        {(described) => (
          <input
            className="input"
            id="hours"
            name="hours"
            maxLength={200}
            defaultValue={contact.hours}
            {...described}
          />
        )}
      </Labelled>
    </>
  )
}

function Consent({ view, error, locale }: Pick<Props, 'view' | 'locale'> & Readonly<{ error: string | undefined }>) {
  const t = translate(locale, 'posting')
  const { consentText, draft } = view
  if (consentText === undefined) return null
  return (
    <LabelledGroup id="consent" label={t('contact.consentTitle')} error={error}>
      {() => (
        <>
          <label className="check">
            <input
              type="checkbox"
              id="consent"
              name="consent"
              defaultChecked={draft.saleConsentText === consentText}
              aria-invalid={error ? true : undefined}
            />
            <span>{consentText}</span>
          </label>
          <p className="meta">{t('contact.consentMore')}</p>
        </>
      )}
    </LabelledGroup>
  )
}

/** Without a proved address the first button sends the code; with one it leads on. */
function Buttons({ view, isCodeSent, locale }: Pick<Props, 'view' | 'isCodeSent' | 'locale'>) {
  const t = translate(locale, 'posting')
  const needsEmail = view.draft.emailVerifiedAt === null
  return (
    <div className="post-actions">
      {needsEmail && !isCodeSent ? (
        <button type="submit" name="save" value="email_code" className="button">
          {t('contact.emailAsk')}
        </button>
      ) : null}
      <button type="submit" name="save" value="next" className={needsEmail ? 'button button-quiet' : 'button'}>
        {t(needsEmail ? 'save' : 'next')}
      </button>
    </div>
  )
}

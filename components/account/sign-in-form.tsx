import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { Field } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'

type Props = Readonly<{
  locale: Locale
  next: string
  from: string
  email: string
  problem: string | undefined
  signedInAs: Readonly<{ name: string; isStaff: boolean }> | undefined
  isDemo: boolean
}>

/** The sign-in form; a plain POST, so it works without JavaScript. */
export function SignInForm({ locale, next, from, email, problem, signedInAs, isDemo }: Props) {
  const t = translate(locale, 'auth')
  return (
    <div className="mt-3 flex flex-col gap-5">
      {signedInAs ? <SignedIn locale={locale} {...signedInAs} /> : <p className="meta">{t('intro')}</p>}
      {problem ? (
        <Notice tone="bad" role="alert">
          <p>{problem}</p>
        </Notice>
      ) : null}
      <form
        method="post"
        action="/api/v1/session"
        className="flex max-w-sm flex-col items-start gap-4 [&>.field]:w-full"
      >
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="next" value={next} />
        <input type="hidden" name="from" value={from} />
        <Field name="email" label={t('email')} type="email" autoComplete="username" required defaultValue={email} />
        <Field
          name="password"
          label={t('password')}
          type="password"
          autoComplete="current-password"
          required
          aria-invalid={problem ? true : undefined}
        />
        <button type="submit" className="button">
          {t('submit')}
        </button>
      </form>
      {isDemo ? <p className="meta">{t('demoHint')}</p> : null}
    </div>
  )
}

function SignedIn({ locale, name, isStaff }: Readonly<{ locale: Locale; name: string; isStaff: boolean }>) {
  const t = translate(locale, 'auth')
  return (
    <Notice tone="ok">
      <p>{t('alreadyIn', { name })}</p>
      {isStaff ? (
        <p>
          <a href="/admin">{t('goToPanel')}</a>
        </p>
      ) : null}
      <form method="post" action="/api/v1/session/end">
        <input type="hidden" name="locale" value={locale} />
        <button type="submit" className="button-bare">
          {translate(locale, 'common')('signOut')}
        </button>
      </form>
    </Notice>
  )
}

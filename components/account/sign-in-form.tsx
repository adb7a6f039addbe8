import type { Flash } from '../../lib/http/flash.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { pathTo } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { EmailField, PasswordField } from './account-field.tsx'
import { AccountForm } from './account-form.tsx'
import { PasskeyButton } from './passkey-button.tsx'

type Props = Readonly<{ locale: Locale; next: string; from: string; flash: Flash | undefined; isDemo: boolean }>

/** The ways in: a password, a code by mail, a passkey. Plain forms, so they work without JavaScript. */
export function SignInForms({ locale, next, from, flash, isDemo }: Props) {
  const t = translate(locale, 'account')
  const query = next === '/' ? '' : `?next=${encodeURIComponent(next)}`
  const shared = { locale, next, from, flash }
  return (
    <div className="choices">
      <section aria-labelledby="by-password">
        <h2 id="by-password">{t('signIn.byPassword')}</h2>
        <AccountForm id="sign-in" action="/api/v1/session" {...shared}>
          <EmailField form="sign-in" flash={flash} locale={locale} />
          <PasswordField form="sign-in" flash={flash} locale={locale} />
          <button type="submit" className="button">
            {t('signIn.submit')}
          </button>
          <p>
            <a href={pathTo(locale, 'forgot-password')}>{t('signIn.forgot')}</a>
          </p>
        </AccountForm>
        <PasskeyButton
          purpose="sign_in"
          action="/api/v1/session/passkey"
          label={t('signIn.byPasskey')}
          words={{ refused: t('problem.passkey'), cancelled: t('problem.passkeyCancelled') }}
          locale={locale}
          next={next}
        />
        {isDemo ? <p className="meta">{t('signIn.demoHint')}</p> : null}
      </section>
      <section aria-labelledby="by-code">
        <h2 id="by-code">{t('signIn.byCode')}</h2>
        <p>{t('signIn.byCodeText')}</p>
        <AccountForm id="mail-code" action="/api/v1/session/code" {...shared}>
          <EmailField form="mail-code" flash={flash} locale={locale} />
          <button type="submit" className="button button-quiet">
            {t('signIn.byCodeSubmit')}
          </button>
        </AccountForm>
      </section>
      <section aria-labelledby="no-account">
        <h2 id="no-account">{t('signIn.noAccount')}</h2>
        <p>
          <a className="button button-quiet" href={pathTo(locale, 'sign-up') + query}>
            {t('signIn.signUp')}
          </a>
        </p>
      </section>
    </div>
  )
}

import { CodeField, PasswordField } from '../../../../components/account/account-field.tsx'
import { AccountForm } from '../../../../components/account/account-form.tsx'
import { DemoMailHint } from '../../../../components/account/demo-mail-hint.tsx'
import { CheckoutPage } from '../../../../components/checkout/checkout-page.tsx'
import { isDemo } from '../../../../lib/config/env.ts'
import { authMetadata, authPage } from '../../../../lib/http/auth-page.ts'
import type { PrivatePageProps } from '../../../../lib/http/page-visitor.ts'
import { pathTo } from '../../../../lib/i18n/paths.ts'
import { translate } from '../../../../lib/i18n/translator.ts'

export const dynamic = 'force-dynamic'

export function generateMetadata(props: PrivatePageProps) {
  return authMetadata(props, (t) => t('verify.title'))
}

/** The code of a mail in the browser that asked for it, or its link in any browser with the password. */
export default async function VerifyPage(props: PrivatePageProps) {
  const page = await authPage(props)
  const { locale, flash, next, query, withQuery } = page
  const t = translate(locale, 'account')
  const own = withQuery(pathTo(locale, 'verify'), ['for', 'flow', 'token', 'next'])
  const token = query('token')
  if (token !== undefined)
    return (
      <CheckoutPage title={t('verify.linkTitle')} intro={t('verify.linkIntro')}>
        <AccountForm
          id="link"
          action="/api/v1/account/verify"
          locale={locale}
          from={own}
          flash={flash}
          hidden={{ token }}
        >
          <PasswordField form="link" flash={flash} locale={locale} />
          <button type="submit" className="button">
            {t('verify.submit')}
          </button>
        </AccountForm>
      </CheckoutPage>
    )
  const isSignIn = query('for') === 'sign-in'
  return (
    <CheckoutPage title={isSignIn ? t('verify.signInTitle') : t('verify.title')} intro={t('verify.intro')}>
      <AccountForm
        id="code"
        action={isSignIn ? '/api/v1/session/code/enter' : '/api/v1/account/verify'}
        locale={locale}
        from={own}
        next={next}
        flash={flash}
        hidden={{ flow: query('flow') ?? '' }}
      >
        <CodeField form="code" flash={flash} locale={locale} />
        <button type="submit" className="button">
          {isSignIn ? t('verify.signInSubmit') : t('verify.submit')}
        </button>
      </AccountForm>
      {isDemo() ? <DemoMailHint locale={locale} /> : null}
      <p className="meta">
        {t('verify.again')}{' '}
        <a href={withQuery(pathTo(locale, isSignIn ? 'sign-in' : 'sign-up'), ['next'])}>{t('verify.againLink')}</a>
      </p>
    </CheckoutPage>
  )
}

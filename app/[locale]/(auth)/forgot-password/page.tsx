import { CodeField, EmailField, PasswordField } from '../../../../components/account/account-field.tsx'
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
  return authMetadata(props, (t) => t('forgot.title'))
}

export default async function ForgotPasswordPage(props: PrivatePageProps) {
  const { locale, flash, query, withQuery } = await authPage(props)
  const t = translate(locale, 'account')
  const flow = query('flow')
  const from = withQuery(pathTo(locale, 'forgot-password'), ['flow'])
  const back = { href: pathTo(locale, 'sign-in'), label: t('signIn.title') }
  if (flow === undefined)
    return (
      <CheckoutPage title={t('forgot.title')} intro={t('forgot.intro')} back={back}>
        <AccountForm id="ask" action="/api/v1/account/reset" locale={locale} from={from} flash={flash}>
          <EmailField form="ask" flash={flash} locale={locale} />
          <button type="submit" className="button">
            {t('forgot.submit')}
          </button>
        </AccountForm>
      </CheckoutPage>
    )
  return (
    <CheckoutPage title={t('forgot.title')} intro={t('forgot.sent')} back={back}>
      <AccountForm
        id="reset"
        action="/api/v1/account/reset/enter"
        locale={locale}
        from={from}
        flash={flash}
        hidden={{ flow }}
      >
        <CodeField form="reset" flash={flash} locale={locale} />
        <PasswordField form="reset" flash={flash} locale={locale} isNew />
        <p className="meta">{t('forgot.consequence')}</p>
        <button type="submit" className="button">
          {t('forgot.change')}
        </button>
      </AccountForm>
      {isDemo() ? <DemoMailHint locale={locale} /> : null}
    </CheckoutPage>
  )
}

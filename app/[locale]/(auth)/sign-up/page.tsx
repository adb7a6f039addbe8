import { AccountField, EmailField, PasswordField } from '../../../../components/account/account-field.tsx'
import { AccountForm } from '../../../../components/account/account-form.tsx'
import { CheckoutPage } from '../../../../components/checkout/checkout-page.tsx'
import { authMetadata, authPage } from '../../../../lib/http/auth-page.ts'
import type { PrivatePageProps } from '../../../../lib/http/page-visitor.ts'
import { pathTo } from '../../../../lib/i18n/paths.ts'
import { translate } from '../../../../lib/i18n/translator.ts'

export const dynamic = 'force-dynamic'

export function generateMetadata(props: PrivatePageProps) {
  return authMetadata(props, (t) => t('signUp.title'))
}

export default async function SignUpPage(props: PrivatePageProps) {
  const { locale, flash, next, withQuery } = await authPage(props)
  const t = translate(locale, 'account')
  const kind = { form: 'sign-up', flash, locale }
  return (
    <CheckoutPage title={t('signUp.title')} intro={t('signUp.intro')}>
      <AccountForm
        id="sign-up"
        action="/api/v1/account"
        locale={locale}
        from={withQuery(pathTo(locale, 'sign-up'), ['next'])}
        next={next}
        flash={flash}
      >
        <AccountField
          {...kind}
          name="displayName"
          label={t('name')}
          hint={t('nameHint')}
          autoComplete="nickname"
          maxLength={80}
        />
        <EmailField {...kind} />
        <PasswordField {...kind} isNew />
        <button type="submit" className="button">
          {t('signUp.submit')}
        </button>
      </AccountForm>
      <p className="meta">{t('signUp.joins')}</p>
      <p>
        {t('signUp.already')} <a href={withQuery(pathTo(locale, 'sign-in'), ['next'])}>{t('signUp.signIn')}</a>
      </p>
    </CheckoutPage>
  )
}

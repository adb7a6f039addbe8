import { redirect } from 'next/navigation'
import { CodeField } from '../../../../components/account/account-field.tsx'
import { AccountForm } from '../../../../components/account/account-form.tsx'
import { PasskeyButton } from '../../../../components/account/passkey-button.tsx'
import { SignOutForm } from '../../../../components/account/signed-in-notice.tsx'
import { TotpSetUp } from '../../../../components/account/totp-set-up.tsx'
import { CheckoutPage } from '../../../../components/checkout/checkout-page.tsx'
import { findOfferedTotp } from '../../../../lib/accounts/set-up-totp.ts'
import { destinationOf } from '../../../../lib/http/after-sign-in.ts'
import { authMetadata, authPage } from '../../../../lib/http/auth-page.ts'
import type { PrivatePageProps } from '../../../../lib/http/page-visitor.ts'
import { pathTo } from '../../../../lib/i18n/paths.ts'
import { translate } from '../../../../lib/i18n/translator.ts'

export const dynamic = 'force-dynamic'

export function generateMetadata(props: PrivatePageProps) {
  return authMetadata(props, (t) => t('second.title'))
}

/** Completes a session: gives the second factor, or sets one up where the team must have one. */
export default async function SecondFactorPage(props: PrivatePageProps) {
  const { locale, found, flash, next, withQuery } = await authPage(props)
  const t = translate(locale, 'account')
  const own = withQuery(pathTo(locale, 'second-factor'), ['next'])
  if (!found) redirect(withQuery(pathTo(locale, 'sign-in'), ['next']))
  if (found.state === 'complete') redirect(destinationOf(found.member, { next, locale }))
  const words = { refused: t('problem.passkey'), cancelled: t('problem.passkeyCancelled') }
  if (found.state === 'needs_set_up')
    return (
      <CheckoutPage title={t('second.setUpTitle')} intro={t('second.setUpIntro')}>
        <div className="choices">
          <section aria-labelledby="totp">
            <h2 id="totp">{t('security.totp')}</h2>
            <p>{t('security.totpText')}</p>
            <TotpSetUp locale={locale} from={own} next={next} flash={flash} offered={findOfferedTotp(found.member)} />
          </section>
          <section aria-labelledby="passkeys">
            <h2 id="passkeys">{t('security.passkeys')}</h2>
            <p>{t('security.passkeysText')}</p>
            <PasskeyButton
              purpose="add"
              action="/api/v1/account/passkeys"
              label={t('security.passkeyAdd')}
              words={words}
              locale={locale}
            />
            <noscript>
              <p className="meta">{t('security.passkeyScript')}</p>
            </noscript>
          </section>
        </div>
        <SignOutForm locale={locale} />
      </CheckoutPage>
    )
  return (
    <CheckoutPage title={t('second.title')} intro={t('second.intro')}>
      <AccountForm
        id="second"
        action="/api/v1/session/second-factor"
        locale={locale}
        from={own}
        next={next}
        flash={flash}
      >
        <CodeField form="second" flash={flash} locale={locale} label={t('second.code')} hint={t('second.codeHint')} />
        <button type="submit" className="button">
          {t('second.submit')}
        </button>
      </AccountForm>
      <PasskeyButton
        purpose="second"
        action="/api/v1/session/second-factor"
        label={t('second.byPasskey')}
        words={words}
        locale={locale}
        next={next}
      />
      <SignOutForm locale={locale} />
    </CheckoutPage>
  )
}

import { redirect } from 'next/navigation'
import { CodeField, PasswordField } from '../../../../components/account/account-field.tsx'
import { AccountForm } from '../../../../components/account/account-form.tsx'
import { DemoMailHint } from '../../../../components/account/demo-mail-hint.tsx'
import { PasskeyButton } from '../../../../components/account/passkey-button.tsx'
import { CheckoutPage } from '../../../../components/checkout/checkout-page.tsx'
import { Notice } from '../../../../components/ui/notice.tsx'
import { hasPasskey } from '../../../../lib/auth/passkeys-queries.ts'
import { isDemo } from '../../../../lib/config/env.ts'
import { authMetadata, authPage } from '../../../../lib/http/auth-page.ts'
import type { PrivatePageProps } from '../../../../lib/http/page-visitor.ts'
import { requireMemberPage } from '../../../../lib/http/require-member-page.ts'
import { pathTo } from '../../../../lib/i18n/paths.ts'
import { translate } from '../../../../lib/i18n/translator.ts'
import { findAccountFacts, hasTotp } from '../../../../lib/members/members-queries.ts'

export const dynamic = 'force-dynamic'

export function generateMetadata(props: PrivatePageProps) {
  return authMetadata(props, (t) => t('confirm.title'))
}

/** Asks again who is sitting there, and leads back to the form that waits. */
export default async function ConfirmPage(props: PrivatePageProps) {
  const { locale, flash, next, query, withQuery } = await authPage(props)
  const from = withQuery(pathTo(locale, 'confirm'), ['next', 'sent'])
  const { member } = await requireMemberPage({ locale, path: from })
  // The panel reads in its member's language, whatever the address of the form was.
  if (next.startsWith('/admin') && member.locale !== locale)
    redirect(withQuery(pathTo(member.locale, 'confirm'), ['next', 'sent']))
  const t = translate(locale, 'account')
  const shared = { action: '/api/v1/session/confirm', locale, from, next, flash }
  const kind = { flash, locale }
  const hasPassword = findAccountFacts(member.id).hasPassword
  const submit = (
    <button type="submit" className="button">
      {t('confirm.submit')}
    </button>
  )
  return (
    <CheckoutPage title={t('confirm.title')} intro={t('confirm.intro')}>
      <div className="choices">
        {hasPassword ? (
          <section aria-labelledby="by-password">
            <h2 id="by-password">{t('confirm.byPassword')}</h2>
            <AccountForm id="password" {...shared}>
              <PasswordField form="password" {...kind} />
              {submit}
            </AccountForm>
          </section>
        ) : (
          <section aria-labelledby="by-mail">
            <h2 id="by-mail">{t('confirm.byMail')}</h2>
            {query('sent') === undefined ? (
              <AccountForm id="send" {...shared} action="/api/v1/session/confirm/code">
                <button type="submit" className="button button-quiet">
                  {t('confirm.mailSubmit')}
                </button>
              </AccountForm>
            ) : (
              <AccountForm id="mailed" {...shared}>
                <Notice tone="ok" role="status">
                  <p>{t('confirm.mailed', { email: member.email })}</p>
                </Notice>
                <CodeField form="mailed" name="mailed" {...kind} />
                {submit}
                {isDemo() ? <DemoMailHint locale={locale} /> : null}
              </AccountForm>
            )}
          </section>
        )}
        {hasTotp(member.id) ? (
          <section aria-labelledby="by-code">
            <h2 id="by-code">{t('confirm.byCode')}</h2>
            <AccountForm id="code" {...shared}>
              <CodeField form="code" {...kind} label={t('second.code')} hint={t('second.codeHint')} />
              {submit}
            </AccountForm>
          </section>
        ) : null}
        {hasPasskey(member.id) ? (
          <PasskeyButton
            purpose="confirm"
            action="/api/v1/session/confirm"
            label={t('confirm.byPasskey')}
            words={{ refused: t('problem.passkey'), cancelled: t('problem.passkeyCancelled') }}
            locale={locale}
            next={next}
          />
        ) : null}
      </div>
      <p>
        <a href={next === '/' ? pathTo(locale, 'dashboard') : next}>{t('confirm.back')}</a>
      </p>
    </CheckoutPage>
  )
}

import { SignInForms } from '../../../../components/account/sign-in-form.tsx'
import { SignedInNotice } from '../../../../components/account/signed-in-notice.tsx'
import { CheckoutPage } from '../../../../components/checkout/checkout-page.tsx'
import { isDemo } from '../../../../lib/config/env.ts'
import { authMetadata, authPage } from '../../../../lib/http/auth-page.ts'
import type { PrivatePageProps } from '../../../../lib/http/page-visitor.ts'
import { pathTo } from '../../../../lib/i18n/paths.ts'
import { translate } from '../../../../lib/i18n/translator.ts'
import { isStaff } from '../../../../lib/members/member.ts'

export const dynamic = 'force-dynamic'

export function generateMetadata(props: PrivatePageProps) {
  return authMetadata(props, (t) => t('signIn.title'))
}

export default async function SignInPage(props: PrivatePageProps) {
  const { locale, found, flash, next, withQuery } = await authPage(props)
  const t = translate(locale, 'account')
  const member = found?.state === 'complete' ? found.member : undefined
  const from = withQuery(pathTo(locale, 'sign-in'), ['next'])
  return (
    <CheckoutPage title={t('signIn.title')} intro={t('signIn.intro')}>
      {member ? <SignedInNotice locale={locale} name={member.displayName} isStaff={isStaff(member)} /> : null}
      <SignInForms locale={locale} next={next} from={from} flash={flash} isDemo={isDemo()} />
    </CheckoutPage>
  )
}

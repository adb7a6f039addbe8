import { AccountField, PasswordField } from '../../../../../components/account/account-field.tsx'
import { AccountForm } from '../../../../../components/account/account-form.tsx'
import { CheckoutPage } from '../../../../../components/checkout/checkout-page.tsx'
import { Notice } from '../../../../../components/ui/notice.tsx'
import { authMetadata, authPage } from '../../../../../lib/http/auth-page.ts'
import type { PrivatePageProps } from '../../../../../lib/http/page-visitor.ts'
import { pathTo } from '../../../../../lib/i18n/paths.ts'
import { translate } from '../../../../../lib/i18n/translator.ts'
import { findMemberByEmail } from '../../../../../lib/members/members-queries.ts'
import { readInvitation } from '../../../../../lib/members/read-invitation.ts'
import { currentTime } from '../../../../../lib/time/time.ts'

export const dynamic = 'force-dynamic'

type Props = PrivatePageProps<Readonly<{ token: string }>>

export async function generateMetadata(props: Props) {
  const { locale } = await authPage(props)
  const title = translate(locale, 'panel')('invitation.title')
  return { ...(await authMetadata(props, () => title)), referrer: 'no-referrer' as const }
}

/** Where an invitation to the team leads; whoever has its address may take it up, once. */
export default async function InvitationPage(props: Props) {
  const { locale, flash } = await authPage(props)
  const { token } = await props.params
  const t = translate(locale, 'panel')
  const invitation = readInvitation(token, currentTime())
  if (!invitation) {
    return (
      <CheckoutPage title={t('invitation.title')}>
        <Notice tone="warn">
          <p>{t('invitation.gone')}</p>
        </Notice>
      </CheckoutPage>
    )
  }
  const { email, role } = invitation
  const isKnown = findMemberByEmail(email) !== undefined
  const account = translate(locale, 'account')
  const kind = { form: 'invitation', flash, locale }
  const roleName = translate(locale, 'admin')(`role.${role}`)
  return (
    <CheckoutPage title={t('invitation.title')} intro={t('invitation.intro', { role: roleName, email })}>
      <AccountForm
        id="invitation"
        action="/api/v1/team/accept"
        locale={locale}
        from={pathTo(locale, 'invitation', token)}
        flash={flash}
      >
        <input type="hidden" name="token" value={token} />
        {isKnown ? (
          <p>{t('invitation.known')}</p>
        ) : (
          <>
            <AccountField {...kind} name="displayName" label={account('name')} autoComplete="name" maxLength={80} />
            <PasswordField {...kind} isNew />
          </>
        )}
        <button type="submit" className="button">
          {t('invitation.accept')}
        </button>
      </AccountForm>
    </CheckoutPage>
  )
}

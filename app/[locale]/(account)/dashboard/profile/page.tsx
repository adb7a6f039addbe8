import '../../../../styles/account.css'
import { AccountField } from '../../../../../components/account/account-field.tsx'
import { AccountForm } from '../../../../../components/account/account-form.tsx'
import { CheckoutPage } from '../../../../../components/checkout/checkout-page.tsx'
import { Notice } from '../../../../../components/ui/notice.tsx'
import { authMetadata, authPage } from '../../../../../lib/http/auth-page.ts'
import type { PrivatePageProps } from '../../../../../lib/http/page-visitor.ts'
import { requireMemberPage } from '../../../../../lib/http/require-member-page.ts'
import { locales } from '../../../../../lib/i18n/locales.ts'
import { laterWord, pathTo } from '../../../../../lib/i18n/paths.ts'
import { translate } from '../../../../../lib/i18n/translator.ts'

export const dynamic = 'force-dynamic'

export function generateMetadata(props: PrivatePageProps) {
  return authMetadata(props, (t) => t('profile.title'))
}

export default async function ProfilePage(props: PrivatePageProps) {
  const { locale, flash, query } = await authPage(props)
  const own = pathTo(locale, 'dashboard', laterWord(locale, 'profile'))
  const { member } = await requireMemberPage({ locale, path: own })
  const t = translate(locale, 'account')
  return (
    <CheckoutPage title={t('profile.title')} back={{ href: pathTo(locale, 'dashboard'), label: t('dashboard.back') }}>
      {query('done') === undefined || flash ? null : (
        <Notice tone="ok" role="status">
          <p>{t('profile.done')}</p>
        </Notice>
      )}
      <AccountForm id="profile" action="/api/v1/account/profile" locale={locale} from={own} flash={flash}>
        <AccountField
          form="profile"
          flash={flash}
          locale={locale}
          name="displayName"
          label={t('name')}
          hint={t('nameHint')}
          autoComplete="nickname"
          maxLength={80}
          defaultValue={member.displayName}
        />
        <div className="field">
          <label htmlFor="language-profile">{t('profile.language')}</label>
          <select id="language-profile" name="language" className="input" defaultValue={member.locale}>
            {locales.map((one) => (
              <option key={one} value={one} lang={one}>
                {t(`profile.${one}`)}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" className="button">
          {t('profile.submit')}
        </button>
      </AccountForm>
    </CheckoutPage>
  )
}

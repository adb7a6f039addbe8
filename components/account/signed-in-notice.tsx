import type { Locale } from '../../lib/i18n/locales.ts'
import { pathTo } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { Notice } from '../ui/notice.tsx'

/** Says who is signed in already, and the way on or out. */
export function SignedInNotice({
  locale,
  name,
  isStaff,
}: Readonly<{ locale: Locale; name: string; isStaff: boolean }>) {
  const t = translate(locale, 'account')
  return (
    <Notice tone="ok">
      <p>{t('signIn.alreadyIn', { name })}</p>
      <p className="waiting-ways">
        <a href={pathTo(locale, 'dashboard')}>{t('signIn.goToDashboard')}</a>
        {isStaff ? <a href="/admin">{t('signIn.goToPanel')}</a> : null}
      </p>
      <SignOutForm locale={locale} />
    </Notice>
  )
}

export function SignOutForm({ locale }: Readonly<{ locale: Locale }>) {
  return (
    <form method="post" action="/api/v1/session/end">
      <input type="hidden" name="locale" value={locale} />
      <button type="submit" className="button-bare">
        {translate(locale, 'common')('signOut')}
      </button>
    </form>
  )
}

import '../../../../styles/account.css'
import { AccountForm } from '../../../../../components/account/account-form.tsx'
import { CheckoutPage } from '../../../../../components/checkout/checkout-page.tsx'
import { amountWords } from '../../../../../components/checkout/checkout-words.ts'
import { Notice } from '../../../../../components/ui/notice.tsx'
import { authMetadata, authPage } from '../../../../../lib/http/auth-page.ts'
import type { PrivatePageProps } from '../../../../../lib/http/page-visitor.ts'
import { requireMemberPage } from '../../../../../lib/http/require-member-page.ts'
import type { Locale } from '../../../../../lib/i18n/locales.ts'
import { homePath, laterWord, pathTo } from '../../../../../lib/i18n/paths.ts'
import { translate } from '../../../../../lib/i18n/translator.ts'
import { isStaff } from '../../../../../lib/members/member.ts'
import { isRecent } from '../../../../../lib/members/session-state.ts'
import { listPayersOfMember } from '../../../../../lib/payers/payers-queries.ts'
import { listWallets } from '../../../../../lib/wallet/wallet-queries.ts'

export const dynamic = 'force-dynamic'

export function generateMetadata(props: PrivatePageProps) {
  return authMetadata(props, (t) => t('data.title'))
}

export default async function DataPage(props: PrivatePageProps) {
  const { locale, flash, query, now, found } = await authPage(props)
  const t = translate(locale, 'account')
  if (!found && query('erased') !== undefined) return <Erased locale={locale} />
  const own = pathTo(locale, 'dashboard', laterWord(locale, 'data'))
  const { member, session } = await requireMemberPage({ locale, path: own })
  const confirm = `${pathTo(locale, 'confirm')}?next=${encodeURIComponent(own)}`
  const balances = listWallets(listPayersOfMember(member.id)).filter(({ balanceMinor }) => balanceMinor > 0)
  const amount = balances.map((wallet) => amountWords(wallet.balanceMinor, wallet.currency, locale)).join(' + ')
  return (
    <CheckoutPage title={t('data.title')} back={{ href: pathTo(locale, 'dashboard'), label: t('dashboard.back') }}>
      <div className="choices">
        <section aria-labelledby="export">
          <h2 id="export">{t('data.export')}</h2>
          <p>{t('data.exportText')}</p>
          <p>
            <a className="button button-quiet" href={isRecent(session, now) ? '/api/v1/account/export' : confirm}>
              {t('data.exportSubmit')}
            </a>
          </p>
        </section>
        <section aria-labelledby="erase">
          <h2 id="erase">{t('data.erase')}</h2>
          {isStaff(member) ? (
            <p>{t('data.eraseOwner')}</p>
          ) : (
            <>
              <p>{t('data.eraseText')}</p>
              <ul className="account-list">
                <li>{t('data.eraseAds')}</li>
                <li>{t('data.eraseAccess')}</li>
                <li>{amount === '' ? t('data.eraseWallet') : t('data.eraseWalletHas', { amount })}</li>
                <li>{t('data.eraseCards')}</li>
                <li>{t('data.eraseKept')}</li>
                <li>{t('data.eraseSessions')}</li>
              </ul>
              <AccountForm id="erase" action="/api/v1/account/erase" locale={locale} from={own} flash={flash}>
                <label className="check">
                  <input type="checkbox" name="understood" id="understood-erase" required />
                  <span>{t('data.eraseBox')}</span>
                </label>
                <button type="submit" className="button button-quiet">
                  {t('data.eraseSubmit')}
                </button>
              </AccountForm>
            </>
          )}
        </section>
      </div>
    </CheckoutPage>
  )
}

function Erased({ locale }: Readonly<{ locale: Locale }>) {
  const t = translate(locale, 'account')
  return (
    <CheckoutPage title={t('data.erasedTitle')}>
      <Notice tone="ok" role="status">
        <p>{t('data.erasedText')}</p>
      </Notice>
      <p>
        <a className="button" href={homePath(locale)}>
          {translate(locale, 'common')('goHome')}
        </a>
      </p>
    </CheckoutPage>
  )
}

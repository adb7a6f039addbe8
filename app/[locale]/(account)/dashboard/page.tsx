import '../../../styles/account.css'
import { type AccountCard, AccountCards } from '../../../../components/account/account-cards.tsx'
import { SignOutForm } from '../../../../components/account/signed-in-notice.tsx'
import { CheckoutPage } from '../../../../components/checkout/checkout-page.tsx'
import { amountWords } from '../../../../components/checkout/checkout-words.ts'
import { authMetadata } from '../../../../lib/http/auth-page.ts'
import { type PrivatePageProps, pageVisitor } from '../../../../lib/http/page-visitor.ts'
import { requireMemberPage } from '../../../../lib/http/require-member-page.ts'
import type { Locale } from '../../../../lib/i18n/locales.ts'
import { laterWord, ownAdsPath, pathTo, securityPath } from '../../../../lib/i18n/paths.ts'
import { translate } from '../../../../lib/i18n/translator.ts'
import { isStaff } from '../../../../lib/members/member.ts'
import { listUnlocks } from '../../../../lib/reveals/reveals-queries.ts'
import { listWallets } from '../../../../lib/wallet/wallet-queries.ts'

export const dynamic = 'force-dynamic'

export function generateMetadata(props: PrivatePageProps) {
  return authMetadata(props, (t) => t('dashboard.title'))
}

export default async function DashboardPage(props: PrivatePageProps) {
  const { locale, payer } = await pageVisitor(props)
  const { member } = await requireMemberPage({ locale, path: pathTo(locale, 'dashboard') })
  const t = translate(locale, 'account')
  const panel = { href: '/admin', title: t('dashboard.panel'), text: t('dashboard.panelText') }
  return (
    <CheckoutPage title={t('dashboard.title')} intro={t('dashboard.hello', { name: member.displayName })} isWide>
      <AccountCards cards={[...cardsOf(payer.payerIds, locale), ...(isStaff(member) ? [panel] : [])]} />
      <SignOutForm locale={locale} />
    </CheckoutPage>
  )
}

function cardsOf(payerIds: readonly string[], locale: Locale): readonly AccountCard[] {
  const t = translate(locale, 'account')
  const unlocks = new Set(listUnlocks(payerIds, 500).map(({ adRef }) => adRef)).size
  const balances = listWallets(payerIds).filter(({ balanceMinor }) => balanceMinor > 0)
  const later = (word: 'profile' | 'data') => pathTo(locale, 'dashboard', laterWord(locale, word))
  return [
    { href: ownAdsPath(locale), title: t('dashboard.ads'), text: t('dashboard.adsText') },
    {
      href: pathTo(locale, 'my-access'),
      title: t('dashboard.unlocks'),
      text: t('dashboard.unlocksText', { count: unlocks }),
    },
    {
      href: pathTo(locale, 'wallet'),
      title: t('dashboard.wallet'),
      text: t('dashboard.walletText'),
      figure: balances.map((wallet) => amountWords(wallet.balanceMinor, wallet.currency, locale)).join(' · '),
    },
    { href: later('profile'), title: t('dashboard.profile'), text: t('dashboard.profileText') },
    { href: securityPath(locale), title: t('dashboard.security'), text: t('dashboard.securityText') },
    { href: later('data'), title: t('dashboard.data'), text: t('dashboard.dataText') },
  ]
}

import type { Metadata } from 'next'
import { CheckoutPage } from '../../../../components/checkout/checkout-page.tsx'
import { amountWords } from '../../../../components/checkout/checkout-words.ts'
import { WalletMovements } from '../../../../components/checkout/wallet-movements.tsx'
import { Notice } from '../../../../components/ui/notice.tsx'
import { type PrivatePageProps, pageVisitor } from '../../../../lib/http/page-visitor.ts'
import type { Locale } from '../../../../lib/i18n/locales.ts'
import { laterWord, pathTo } from '../../../../lib/i18n/paths.ts'
import { translate } from '../../../../lib/i18n/translator.ts'
import type { Wallet } from '../../../../lib/wallet/wallet.ts'
import { listWalletMovements, listWallets } from '../../../../lib/wallet/wallet-queries.ts'

export const dynamic = 'force-dynamic'

const movementsShown = 100

export async function generateMetadata(props: PrivatePageProps): Promise<Metadata> {
  const { locale } = await pageVisitor(props)
  return { title: translate(locale, 'wallet')('title'), robots: { index: false, follow: false } }
}

export default async function WalletPage(props: PrivatePageProps) {
  const { locale, now, payer, query } = await pageVisitor(props)
  const t = translate(locale, 'wallet')
  const wallets = listWallets(payer.payerIds)
  const added = Number(query('added'))
  return (
    <CheckoutPage title={t('title')} intro={t('intro')}>
      {Number.isSafeInteger(added) && added > 0 && wallets[0] ? (
        <Notice tone="ok" role="status">
          <p>{t('added', { amount: amountWords(added, wallets[0].currency, locale) })}</p>
        </Notice>
      ) : null}
      {wallets.length === 0 ? <Empty locale={locale} /> : null}
      {wallets.map((wallet) => (
        <OneWallet key={wallet.id} wallet={wallet} locale={locale} now={now} />
      ))}
      <p className="waiting-ways">
        <a className="button" href={pathTo(locale, 'wallet', laterWord(locale, 'top-up'))}>
          {t('topUp')}
        </a>
        <a className="button button-quiet" href={pathTo(locale, 'voucher')}>
          {t('redeem')}
        </a>
      </p>
      <p className="legal">
        {t('notCash')} <a href={pathTo(locale, 'withdrawal')}>{translate(locale, 'common')('withdrawal')}</a>
      </p>
    </CheckoutPage>
  )
}

function Empty({ locale }: Readonly<{ locale: Locale }>) {
  const t = translate(locale, 'wallet')
  return (
    <Notice>
      <h2>{t('empty')}</h2>
      <p>{t('emptyText')}</p>
      <p>
        <a href={pathTo(locale, 'my-access', laterWord(locale, 'recover'))}>{t('recover')}</a>
      </p>
    </Notice>
  )
}

function OneWallet({ wallet, locale, now }: Readonly<{ wallet: Wallet; locale: Locale; now: number }>) {
  const t = translate(locale, 'wallet')
  return (
    <section className="stack">
      <p className="balance">
        <span className="meta">{t('balance')}</span>
        <b>{amountWords(wallet.balanceMinor, wallet.currency, locale)}</b>
      </p>
      <h2>{t('movements')}</h2>
      <WalletMovements
        movements={listWalletMovements(wallet, movementsShown)}
        currency={wallet.currency}
        locale={locale}
        now={now}
      />
    </section>
  )
}

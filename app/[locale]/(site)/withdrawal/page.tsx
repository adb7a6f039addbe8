import type { Metadata } from 'next'
import { CheckoutPage } from '../../../../components/checkout/checkout-page.tsx'
import { type PrivatePageProps, pageVisitor } from '../../../../lib/http/page-visitor.ts'
import type { Locale } from '../../../../lib/i18n/locales.ts'
import { pathTo } from '../../../../lib/i18n/paths.ts'
import { translate } from '../../../../lib/i18n/translator.ts'
import { findSetting } from '../../../../lib/settings/settings-queries.ts'

export const dynamic = 'force-dynamic'

export async function generateMetadata(props: PrivatePageProps): Promise<Metadata> {
  const { locale } = await pageVisitor(props)
  return { title: translate(locale, 'checkout')('withdrawalPage.title'), robots: { index: false, follow: true } }
}

export default async function WithdrawalPage(props: PrivatePageProps) {
  const { locale } = await pageVisitor(props)
  const t = translate(locale, 'checkout')
  return (
    <CheckoutPage title={t('withdrawalPage.title')} intro={t('withdrawalPage.intro')}>
      <div className="prose">
        <h2>{t('withdrawalPage.contactTitle')}</h2>
        <p>{t('withdrawalPage.contactText')}</p>
        <h2>{t('withdrawalPage.topUpTitle')}</h2>
        <p>{t('withdrawalPage.topUpText')}</p>
        <h2>{t('withdrawalPage.howTitle')}</h2>
        <p>{t('withdrawalPage.howText')}</p>
        <Address locale={locale} />
        <p>{t('withdrawalPage.howAnswer')}</p>
        <p>
          {t('withdrawalPage.find')} <a href={pathTo(locale, 'my-access')}>{t('withdrawalPage.findLink')}</a>
        </p>
      </div>
    </CheckoutPage>
  )
}

function Address({ locale }: Readonly<{ locale: Locale }>) {
  const t = translate(locale, 'checkout')
  const { name, address, email } = findSetting('publisher')
  if (email === '' && address === '') return <p>{t('withdrawalPage.howMissing')}</p>
  const subject = encodeURIComponent(t('withdrawalPage.mailSubject'))
  return (
    <>
      <address>
        {[name, address].filter(Boolean).map((line) => (
          <span key={line}>
            {line}
            <br />
          </span>
        ))}
        {email}
      </address>
      {email === '' ? null : (
        <p>
          <a className="button" href={`mailto:${email}?subject=${subject}`}>
            {t('withdrawalPage.mailButton')}
          </a>
        </p>
      )}
    </>
  )
}

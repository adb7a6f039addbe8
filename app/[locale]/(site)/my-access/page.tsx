import type { Metadata } from 'next'
import { AccessList } from '../../../../components/checkout/access-list.tsx'
import { CheckoutPage } from '../../../../components/checkout/checkout-page.tsx'
import { Notice } from '../../../../components/ui/notice.tsx'
import { listAccess } from '../../../../lib/checkout/purchase-page-queries.ts'
import { listClaimStates } from '../../../../lib/claims/claim-page-queries.ts'
import { type PrivatePageProps, pageVisitor } from '../../../../lib/http/page-visitor.ts'
import { laterWord, pathTo } from '../../../../lib/i18n/paths.ts'
import { translate } from '../../../../lib/i18n/translator.ts'

export const dynamic = 'force-dynamic'

export async function generateMetadata(props: PrivatePageProps): Promise<Metadata> {
  const { locale } = await pageVisitor(props)
  return { title: translate(locale, 'access')('title'), robots: { index: false, follow: false } }
}

export default async function MyAccessPage(props: PrivatePageProps) {
  const { locale, now, payer, query } = await pageVisitor(props)
  const t = translate(locale, 'access')
  const rows = listAccess(payer.payerIds, locale)
  const claims = listClaimStates(
    rows.map(({ purchase }) => purchase),
    now,
  )
  return (
    <CheckoutPage title={t('title')} intro={t('intro')}>
      {query('recovered') === undefined || rows.length === 0 ? null : (
        <Notice tone="ok" role="status">
          <p>{t('recovered')}</p>
        </Notice>
      )}
      {rows.length === 0 ? (
        <Notice>
          <h2>{t('none')}</h2>
          <p>{t('noneText')}</p>
          <p>
            <a href={pathTo(locale, 'search')}>{t('browse')}</a>
          </p>
        </Notice>
      ) : (
        <AccessList rows={rows} claims={claims} locale={locale} now={now} />
      )}
      <p>
        <a className="button button-quiet" href={pathTo(locale, 'my-access', laterWord(locale, 'recover'))}>
          {t('recover')}
        </a>
      </p>
    </CheckoutPage>
  )
}

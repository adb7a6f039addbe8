import type { Metadata } from 'next'
import { CheckoutPage } from '../../../../../components/checkout/checkout-page.tsx'
import { Notice } from '../../../../../components/ui/notice.tsx'
import { findAdForSale } from '../../../../../lib/ads/sale-queries.ts'
import { categoryTrail } from '../../../../../lib/categories/categories.ts'
import { loadCategoryTree } from '../../../../../lib/categories/categories-queries.ts'
import { type PrivatePageProps, pageVisitor } from '../../../../../lib/http/page-visitor.ts'
import { ownAdsPath, pathTo } from '../../../../../lib/i18n/paths.ts'
import { translate } from '../../../../../lib/i18n/translator.ts'
import { canRenew, isRenewKey } from '../../../../../lib/posting/own-ads.ts'
import { formatDate } from '../../../../../lib/time/format-time.ts'

export const dynamic = 'force-dynamic'

type Props = PrivatePageProps<Readonly<{ ref: string }>>

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale } = await pageVisitor(props)
  return { title: translate(locale, 'ownAds')('renew.title'), robots: { index: false, follow: false } }
}

/** Where the link of an expiry warning leads: one button. Opening the link changes nothing. */
export default async function RenewPage(props: Props) {
  const { locale, now, query, flash } = await pageVisitor(props)
  const { ref } = await props.params
  const t = translate(locale, 'ownAds')
  const ad = findAdForSale(ref, locale)
  const key = query('k') ?? ''
  const isDone = query('done') !== undefined
  const isOpen = ad !== undefined && !flash && isRenewKey(ad, key) && canRenew(ad, now)
  const adDays = categoryTrail(loadCategoryTree(), ad?.categoryId ?? 0).at(-1)?.adDays ?? 60
  return (
    <CheckoutPage title={t('renew.title')}>
      {isOpen ? (
        <form method="post" action={`/api/v1/own-ads/${ref}/renew`} className="stack">
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="key" value={key} />
          <input type="hidden" name="from" value={pathTo(locale, 'renew', ref)} />
          <p>{t('renew.text', { title: ad.title, date: formatDate(ad.expiresAt, locale), days: adDays })}</p>
          <p>
            <button type="submit" className="button">
              {t('renew.button')}
            </button>
          </p>
        </form>
      ) : (
        <Notice tone={isDone ? 'ok' : 'warn'} role="status">
          <p>{isDone && ad ? t('renew.done', { date: formatDate(ad.expiresAt, locale) }) : t('renew.over')}</p>
        </Notice>
      )}
      {isOpen ? null : (
        <p>
          <a href={ownAdsPath(locale, ref)}>{t('manage')}</a>
        </p>
      )}
    </CheckoutPage>
  )
}

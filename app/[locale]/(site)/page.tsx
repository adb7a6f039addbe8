import type { Metadata } from 'next'
import { AdList } from '../../../components/ads/ad-list.tsx'
import { CategoryLedger } from '../../../components/ads/category-ledger.tsx'
import { countAds, countAdsByCategory, newestAds } from '../../../lib/ads/ad-listing-queries.ts'
import { loadCategoryTree } from '../../../lib/categories/categories-queries.ts'
import { pageLocale } from '../../../lib/http/page-locale.ts'
import { pageMetadata } from '../../../lib/http/page-metadata.ts'
import { tagPage } from '../../../lib/http/page-tags.ts'
import type { Locale } from '../../../lib/i18n/locales.ts'
import { categoryPath, homePath, pathTo } from '../../../lib/i18n/paths.ts'
import { translate } from '../../../lib/i18n/translator.ts'
import { currentTime } from '../../../lib/time/time.ts'

export const dynamic = 'force-dynamic'

type Props = Readonly<{ params: Promise<{ locale: string }> }>
const adsOnHome = 12

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params)
  const t = translate(locale, 'home')
  return pageMetadata({
    locale,
    title: t('title'),
    description: t('intro'),
    paths: { fr: homePath('fr'), en: homePath('en') },
    feed: `/feeds/${locale}/ads`,
  })
}

export default async function HomePage({ params }: Props) {
  const locale = await pageLocale(params)
  tagPage(['ads', 'catalogue'])
  const now = currentTime()
  const tree = loadCategoryTree()
  const t = translate(locale, 'home')
  return (
    <div className="page">
      <header className="home-head">
        <h1>{t('line')}</h1>
        <p className="home-intro">{t('intro')}</p>
        <p className="meta">{t('online', { count: countAds() })}</p>
      </header>
      <section className="home-section" aria-labelledby="categories">
        <h2 id="categories">{t('categories')}</h2>
        <CategoryLedger tree={tree} counts={countAdsByCategory(tree)} locale={locale} />
      </section>
      <section className="home-section" aria-labelledby="newest">
        <h2 id="newest">{t('newest')}</h2>
        <AdList
          ads={newestAds(adsOnHome, { locale, now })}
          locale={locale}
          now={now}
          level={3}
          label={t('newest')}
          areFirst={false}
        />
        <p className="home-more">
          <a className="button button-quiet" href={categoryPath(locale, [])}>
            {t('seeAll')}
          </a>
        </p>
      </section>
      <How locale={locale} />
    </div>
  )
}

function How({ locale }: Readonly<{ locale: Locale }>) {
  const t = translate(locale, 'home')
  return (
    <section className="home-section" aria-labelledby="how">
      <h2 id="how">{t('how')}</h2>
      <ol className="steps">
        <li>
          <h3>{t('step1')}</h3>
          <p>{t('step1Text')}</p>
        </li>
        <li>
          <h3>{t('step2')}</h3>
          <p>{t('step2Text')}</p>
        </li>
        <li>
          <h3>{t('step3')}</h3>
          <p>{t('step3Text')}</p>
        </li>
      </ol>
      <p className="home-more">
        <a href={pathTo(locale, 'prices')}>{t('allPrices')}</a>
      </p>
    </section>
  )
}

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AdList } from '../../../../../components/ads/ad-list.tsx'
import { Breadcrumbs } from '../../../../../components/ui/breadcrumbs.tsx'
import { Pagination } from '../../../../../components/ui/pagination.tsx'
import { adsOfAdvertiser } from '../../../../../lib/ads/ad-listing-queries.ts'
import { pageLocale } from '../../../../../lib/http/page-locale.ts'
import { pageMetadata } from '../../../../../lib/http/page-metadata.ts'
import { tagPage } from '../../../../../lib/http/page-tags.ts'
import { homePath, pathTo } from '../../../../../lib/i18n/paths.ts'
import { translate } from '../../../../../lib/i18n/translator.ts'
import { formatMonth } from '../../../../../lib/time/format-time.ts'
import { currentTime } from '../../../../../lib/time/time.ts'

export const dynamic = 'force-dynamic'

type Props = Readonly<{
  params: Promise<{ locale: string; handle: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}>

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = await pageLocale(params)
  const { handle } = await params
  const found = adsOfAdvertiser(handle, { page: 1, locale, now: currentTime() })
  if (!found) return {}
  const title = translate(locale, 'ad')('adsOf', { name: found.advertiser.publicName })
  const page = pageOf((await searchParams)['p'])
  const suffix = page > 1 ? `?p=${page}` : ''
  return pageMetadata({
    locale,
    title,
    description: title,
    paths: { fr: pathTo('fr', 'advertiser', handle) + suffix, en: pathTo('en', 'advertiser', handle) + suffix },
    isIndexed: found.advertiser.isProfessional,
  })
}

export default async function AdvertiserPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params)
  const { handle } = await params
  tagPage([`advertiser:${handle}`, 'ads'])
  const now = currentTime()
  const page = pageOf((await searchParams)['p'])
  const { advertiser, cards, count, pages } = adsOfAdvertiser(handle, { page, locale, now }) ?? notFound()
  const t = translate(locale, 'ad')
  const common = translate(locale, 'common')
  const path = pathTo(locale, 'advertiser', handle)
  return (
    <div className="page">
      <Breadcrumbs
        label={common('breadcrumbs')}
        crumbs={[{ label: common('siteName'), href: homePath(locale) }, { label: advertiser.publicName }]}
      />
      <header className="ad-head">
        <h1>{advertiser.publicName}</h1>
        <p className="meta">
          {t(advertiser.isProfessional ? 'professional' : 'private')} ·{' '}
          {t('since', { date: formatMonth(advertiser.createdAt, locale) })} · {t('adCount', { count })}
        </p>
        {advertiser.businessId ? <p className="meta">{t('businessId', { id: advertiser.businessId })}</p> : null}
      </header>
      <AdList ads={cards} locale={locale} now={now} label={t('adsOf', { name: advertiser.publicName })} />
      <Pagination
        page={page}
        pageCount={pages}
        hrefOf={(number) => (number > 1 ? `${path}?p=${number}` : path)}
        labels={{
          nav: common('pagination'),
          previous: common('previousPage'),
          next: common('nextPage'),
          page: (number) => common('pageNumber', { page: number }),
        }}
      />
    </div>
  )
}

function pageOf(value: string | string[] | undefined): number {
  const number = Number(value)
  return Number.isInteger(number) && number >= 1 && number < 100_000 ? number : 1
}

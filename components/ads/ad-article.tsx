import type { AdCard, AdPage } from '../../lib/ads/ads.ts'
import type { CategoryDto } from '../../lib/categories/categories.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { categoryPath, homePath, pathTo, reportPath } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { PlaceMap } from '../../lib/places/place-map.ts'
import { formatMoment, formatMonth } from '../../lib/time/format-time.ts'
import { Breadcrumbs } from '../ui/breadcrumbs.tsx'
import { AdList } from './ad-list.tsx'
import { numberWords, placeWords, priceWords } from './ad-words.ts'
import { ContactButton, ContactPanel } from './contact-panel.tsx'
import { Facts } from './facts.tsx'
import { Gallery } from './gallery.tsx'
import { MapLocator } from './map-locator.tsx'
import { ShareButtons } from './share-buttons.tsx'

type Props = Readonly<{
  ad: AdPage
  locale: Locale
  now: number
  trail: readonly CategoryDto[]
  isForSale: boolean
  map: PlaceMap | undefined
  similar: readonly AdCard[]
  shortLink: string
}>

export function AdArticle({ ad, locale, now, trail, isForSale, map, similar, shortLink }: Props) {
  const t = translate(locale, 'ad')
  return (
    <>
      <AdBreadcrumbs ad={ad} trail={trail} locale={locale} />
      <article>
        <AdHead ad={ad} locale={locale} now={now} />
        <div className="ad-grid">
          <Gallery photos={ad.photos} locale={locale} />
          <aside className="ad-side" aria-label={t('contactOf')}>
            <p className={ad.price ? 'ad-money amount' : 'ad-money'}>{priceWords(ad, locale)}</p>
            <ContactPanel ad={ad} locale={locale} now={now} isForSale={isForSale} />
            <Advertiser ad={ad} locale={locale} />
            <ShareButtons
              title={ad.title}
              url={shortLink}
              labels={{ share: t('share'), copied: t('linkCopied'), print: t('print') }}
            />
            <p className="meta no-print">
              <a href={reportPath(locale, ad.ref)} rel="nofollow">
                {t('report')}
              </a>
            </p>
          </aside>
          <AdBody ad={ad} locale={locale} map={map} />
        </div>
      </article>
      <PrintedAddress address={shortLink} locale={locale} code={ad.ref} />
      {similar.length > 0 ? (
        <section className="ad-section ad-similar" aria-labelledby="similar">
          <h2 id="similar">{t('similar')}</h2>
          <AdList ads={similar} locale={locale} now={now} level={3} label={t('similar')} areFirst={false} />
        </section>
      ) : null}
      {isForSale && ad.reveal.kind !== 'unconfirmed' ? (
        <div className="ad-bar" data-ref={ad.ref}>
          <span className={'amount'}>{priceWords(ad, locale)}</span>
          <ContactButton ad={ad} locale={locale} />
        </div>
      ) : null}
    </>
  )
}

function AdBreadcrumbs({ ad, trail, locale }: Pick<Props, 'ad' | 'trail' | 'locale'>) {
  const t = translate(locale, 'common')
  return (
    <Breadcrumbs
      label={t('breadcrumbs')}
      crumbs={[
        { label: t('siteName'), href: homePath(locale) },
        ...trail.map((step) => ({ label: step.label[locale], href: categoryPath(locale, step.path[locale]) })),
        {
          label: ad.place.name,
          href: categoryPath(locale, trail.at(-1)?.path[locale] ?? [], ad.place.slug),
        },
      ]}
    />
  )
}

function AdHead({ ad, locale, now }: Pick<Props, 'ad' | 'locale' | 'now'>) {
  const t = translate(locale, 'ad')
  return (
    <header className="ad-head">
      {ad.status === 'published' ? null : (
        <p className="notice notice-warn">
          <strong>{t(ad.status === 'sold' ? 'soldTitle' : 'expiredTitle')}</strong>
        </p>
      )}
      <p className="code">
        {ad.category.label} {numberWords(ad.ref, locale)}
        {ad.boost ? ` · ${t(ad.boost)} · ${t('paidPlace')}` : ''}
      </p>
      <h1 lang={ad.textLocale === locale ? undefined : ad.textLocale}>{ad.title}</h1>
      <p className="meta">
        {placeWords(ad.place)} · {t('published', { moment: formatMoment(ad.publishedAt, { locale, now }) })}
      </p>
    </header>
  )
}

function AdBody({ ad, locale, map }: Pick<Props, 'ad' | 'locale' | 'map'>) {
  const t = translate(locale, 'ad')
  const lang = ad.textLocale === locale ? undefined : ad.textLocale
  return (
    <div className="ad-body">
      {ad.facts.length > 0 ? (
        <section className="ad-section" aria-labelledby="facts">
          <h2 id="facts">{t('facts')}</h2>
          <Facts facts={ad.facts} />
        </section>
      ) : null}
      <section className="ad-section" aria-labelledby="description">
        <h2 id="description">{t('description')}</h2>
        {lang ? <p className="meta">{t('otherLanguage')}</p> : null}
        <div className="ad-text" lang={lang}>
          {ad.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      </section>
      <section className="ad-section" aria-labelledby="location">
        <h2 id="location">{t('location')}</h2>
        {map ? <MapLocator map={map} label={t('mapOf', { place: ad.place.name })} /> : null}
        <p className="meta">
          {placeWords(ad.place)}. {t('locationNote')}
        </p>
      </section>
    </div>
  )
}

function Advertiser({ ad, locale }: Pick<Props, 'ad' | 'locale'>) {
  const t = translate(locale, 'ad')
  const { advertiser } = ad
  return (
    <section className="advertiser" aria-label={t('advertiser')}>
      <strong>{advertiser.publicName}</strong>
      <span className="meta">
        {t(advertiser.isProfessional ? 'professional' : 'private')} ·{' '}
        {t('since', { date: formatMonth(advertiser.createdAt, locale) })}
      </span>
      {advertiser.businessId ? <span className="meta">{t('businessId', { id: advertiser.businessId })}</span> : null}
      <a href={pathTo(locale, 'advertiser', advertiser.handle)} rel="nofollow">
        {t('advertiserAds')}
      </a>
    </section>
  )
}

/** On paper only: the short address, and the same as a code to scan. */
function PrintedAddress({ address, locale, code }: Readonly<{ address: string; locale: Locale; code: string }>) {
  return (
    <div className="only-print">
      <img src={`/qr/${code}`} alt="" width="120" height="120" loading="lazy" />
      <p>{translate(locale, 'ad')('shortLink', { url: address })}</p>
    </div>
  )
}

import type { AdCard } from '../../lib/ads/ads.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { adPath } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { formatMoment } from '../../lib/time/format-time.ts'
import { AdStub } from './ad-stub.tsx'
import { factsLine, numberWords, photoCountWords, placeWords, priceWords } from './ad-words.ts'
import { Photo } from './photo.tsx'

type Props = Readonly<{ ad: AdCard; locale: Locale; now: number; level?: 2 | 3; isFirst?: boolean }>

/** An ad in a list: picture, words, money. The title is the only link; the whole row is its target. */
export function AdRow({ ad, locale, now, level = 2, isFirst = false }: Props) {
  const t = translate(locale, 'ad')
  const Title = level === 2 ? 'h2' : 'h3'
  return (
    <li className="ad-row" data-ref={ad.ref}>
      <div className="ad-photo">
        {ad.cover ? <Photo photo={ad.cover} isFirst={isFirst} alt="" /> : <span className="meta">{t('noPhoto')}</span>}
        {ad.boost ? (
          <span className="ad-flag" title={t('featuredHint')}>
            {t(ad.boost)}
          </span>
        ) : null}
        {ad.photoCount > 1 ? <span className="ad-count">{photoCountWords(ad.photoCount, locale)}</span> : null}
      </div>
      <div className="ad-words">
        <p className="code">
          {ad.category.label} {numberWords(ad.ref, locale)}
        </p>
        <Title lang={ad.textLocale === locale ? undefined : ad.textLocale}>
          <a href={adPath(locale, ad)}>{ad.title}</a>
        </Title>
        {ad.facts.length > 0 ? <p>{factsLine(ad.facts, locale)}</p> : null}
        <p className="meta">
          {placeWords(ad.place)} · {formatMoment(ad.publishedAt, { locale, now })}
        </p>
      </div>
      <p className={ad.price ? 'ad-price amount' : 'ad-price ad-no-price'}>{priceWords(ad, locale)}</p>
      <AdStub ad={ad} locale={locale} />
    </li>
  )
}

/** A list of ads, newest or best first as the page decides. */
export function AdList({
  ads,
  locale,
  now,
  level = 2,
  label,
  areFirst = true,
}: Readonly<{
  ads: readonly AdCard[]
  locale: Locale
  now: number
  level?: 2 | 3
  label: string
  areFirst?: boolean
}>) {
  return (
    <ol className="ad-list" aria-label={label}>
      {ads.map((ad, at) => (
        <AdRow key={ad.ref} ad={ad} locale={locale} now={now} level={level} isFirst={areFirst && at === 0} />
      ))}
    </ol>
  )
}

import type { Locale } from '../../lib/i18n/locales.ts'
import { ownAdsPath } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { formatPrice } from '../../lib/money/format-money.ts'
import { money } from '../../lib/money/money.ts'
import type { OwnAd } from '../../lib/posting/own-ads-queries.ts'
import { withRoom } from '../ads/ad-words.ts'
import { photoMarkup } from '../ads/photo.ts'
import { PrintButton } from '../checkout/print-button.tsx'
import { Drawn } from '../ui/drawn.tsx'
import '../../app/styles/posting.css'

type Props = Readonly<{ ad: OwnAd; place: string; address: string; locale: Locale }>

const tabs = ['1', '2', '3', '4', '5', '6', '7', '8']

/** An A4 page to pin up, with tabs to tear off. The contact is not on it: it is what is sold. */
export function AdPoster({ ad, place, address, locale }: Props) {
  const t = translate(locale, 'ownAds')
  const shown = address.replace(/^https?:\/\//, '')
  const { coverHash, coverWidth, coverHeight } = ad
  return (
    <div className="page page-narrow posting">
      <div className="no-print stack">
        <p>
          <a href={ownAdsPath(locale, ad.ref)}>{t('number', { ref: ad.ref })}</a>
        </p>
        <h1>{t('poster.title', { ref: ad.ref })}</h1>
        <p>{t('poster.how')}</p>
        <PrintButton label={t('poster.print')} />
      </div>
      <article className="poster">
        <p className="poster-title">{ad.title}</p>
        <p className="poster-price">
          {ad.priceMinor === null ? '' : withRoom(formatPrice(money(ad.priceMinor, ad.currency), locale))}
          {place === '' ? '' : ` · ${place}`}
        </p>
        {coverHash && coverWidth && coverHeight ? (
          <Drawn
            name="poster-photo"
            className="poster-photo"
            markup={photoMarkup(
              { hash: coverHash, width: coverWidth, height: coverHeight, alt: '' },
              { sizes: '40rem', isFirst: true },
            )}
          />
        ) : null}
        <div className="poster-scan">
          <img src={`/qr/${ad.ref}`} alt="" width="160" height="160" />
          <p>
            <span>{t('poster.scan')}</span>
            <strong>{shown}</strong>
            <span className="meta">{t('poster.noContact')}</span>
          </p>
        </div>
        <ul className="poster-tabs">
          {tabs.map((tab) => (
            <li key={tab}>
              <img src={`/qr/${ad.ref}`} alt="" width="56" height="56" />
              <span>{ad.ref}</span>
              <span>{shown}</span>
            </li>
          ))}
        </ul>
      </article>
    </div>
  )
}

import type { PhotoDto } from '../../lib/ads/ads.ts'
import type { AdForSale } from '../../lib/ads/sale-queries.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { pathTo } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { formatMoney, formatPrice } from '../../lib/money/format-money.ts'
import { type Money, money } from '../../lib/money/money.ts'
import { formatAgo, formatDate } from '../../lib/time/format-time.ts'
import { spacedRef, withRoom } from '../ads/ad-words.ts'
import { photoMarkup } from '../ads/photo.ts'
import { Drawn } from '../ui/drawn.tsx'
import { Icon } from '../ui/icon.tsx'
import { Stub } from '../ui/stub.tsx'

type Props = Readonly<{
  ad: AdForSale
  cover: PhotoDto | undefined
  /** What the contact costs, while it is for sale. */
  cost: Money | undefined
  locale: Locale
  now: number
}>

/** The ad whose contact this is about, what is bought with it, and how fresh it is. */
export function AdAbout({ ad, cover, cost, locale, now }: Props) {
  const t = translate(locale, 'checkout')
  return (
    <aside className="about" aria-label={t('adNumber', { ref: ad.ref })}>
      {cover ? <Drawn name="about-photo" className="about-photo" markup={photoMarkup(cover)} /> : null}
      <div className="about-ad">
        <p className="code">{t('adNumber', { ref: spacedRef(ad.ref) })}</p>
        <p className="about-title">
          <a href={pathTo(locale, 'ad', ad.ref)}>{ad.title}</a>
        </p>
        <p className="meta">
          {ad.priceMinor === null ? null : (
            <>
              <b>{withRoom(formatPrice(money(ad.priceMinor, ad.currency), locale))}</b>
              {' · '}
            </>
          )}
          {ad.placeName}
        </p>
      </div>
      {cost ? <Bought ad={ad} cost={cost} locale={locale} now={now} /> : null}
    </aside>
  )
}

function Bought({ ad, cost, locale, now }: Readonly<{ ad: AdForSale; cost: Money; locale: Locale; now: number }>) {
  const t = translate(locale, 'checkout')
  return (
    <div className="about-bought">
      <h2>{t('bought')}</h2>
      <ul className="ticks">
        {[
          ad.hasPhone ? t('boughtPhone') : undefined,
          ad.hasEmail ? t('boughtEmail') : undefined,
          t('boughtForever'),
          t('boughtRefund'),
          t('boughtReceipt'),
        ]
          .filter((line) => line !== undefined)
          .map((line) => (
            <li key={line}>
              <Icon name="check" />
              {line}
            </li>
          ))}
      </ul>
      <p className="meta">
        {ad.phoneVerifiedAt === null ? null : (
          <>
            {t('verified', { date: formatDate(ad.phoneVerifiedAt, locale) })}
            <br />
          </>
        )}
        {t('confirmed', { ago: formatAgo(ad.confirmedAt, { locale, now }) })}
      </p>
      <Stub tone="paid" what={translate(locale, 'ad')('contact')} cost={formatMoney(cost, locale)} />
    </div>
  )
}

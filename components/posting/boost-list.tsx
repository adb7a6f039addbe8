import type { AdService } from '../../lib/checkout/ad-service-page-queries.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { givePath } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { formatMoney } from '../../lib/money/format-money.ts'

type Props = Readonly<{ adRef: string; boosts: readonly AdService[]; locale: Locale }>

/** What can be bought for an ad, each with what it does, how long, and its price. */
export function BoostList({ adRef, boosts, locale }: Props) {
  const t = translate(locale, 'ownAds')
  return (
    <ul className="boost-list">
      {boosts.map(({ kind, price, days = 0 }) => (
        <li key={kind}>
          <span>
            <strong>{t(`boost.${kind}.title`)}</strong>
            <span className="meta">{t(`boost.${kind}.text`, { days })}</span>
          </span>
          <a className="button button-quiet" href={givePath(locale, adRef, { kind })}>
            {t('boost.choose', { price: formatMoney(price, locale) })}
          </a>
        </li>
      ))}
    </ul>
  )
}

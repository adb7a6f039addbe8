import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { formatMoney } from '../../lib/money/format-money.ts'
import type { Money } from '../../lib/money/money.ts'
import { spacedNumber } from '../../lib/telephony/telephone.ts'

/** The cartouche the law asks for beside a number that is billed: the number, its tariff, what the network adds. */
export function PremiumNumber({
  kind,
  number,
  price,
  locale,
}: Readonly<{ kind: 'text' | 'call'; number: string; price: Money; locale: Locale }>) {
  const t = translate(locale, 'checkout')
  const values = { number: spacedNumber(number), price: formatMoney(price, locale) }
  const isText = kind === 'text'
  return (
    <span className="premium">
      <span className="hidden-text">{t(isText ? 'cartoucheLabelText' : 'cartoucheLabelCall', values)}</span>
      <span className="premium-number" aria-hidden="true">
        {isText ? t('cartoucheTo', values) : values.number}
      </span>
      <span className="premium-price" aria-hidden="true">
        <b>{t(isText ? 'cartoucheText' : 'cartoucheCall', values)}</b>
        <span>{t(isText ? 'cartoucheTextCost' : 'cartoucheCallCost')}</span>
      </span>
    </span>
  )
}

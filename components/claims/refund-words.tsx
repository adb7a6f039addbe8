import type { RefundState } from '../../lib/claims/claim-page-queries.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { Currency } from '../../lib/money/money.ts'
import { formatDate } from '../../lib/time/format-time.ts'
import { amountWords } from '../checkout/checkout-words.ts'

/** What the books hold of a refund, one sentence each; nothing while nothing went back. */
export function RefundLines({
  refund,
  currency,
  locale,
}: Readonly<{ refund: RefundState; currency: Currency; locale: Locale }>) {
  const t = translate(locale, 'claims')
  return (
    <>
      {refund.given.map(({ destination, amountMinor, at }) => (
        <p key={destination}>
          {t(`status.done_${destination}`, {
            amount: amountWords(amountMinor, currency, locale),
            date: formatDate(at, locale),
          })}
        </p>
      ))}
      {refund.askedMinor === undefined ? null : (
        <p>{t('status.asking', { amount: amountWords(refund.askedMinor, currency, locale) })}</p>
      )}
    </>
  )
}

import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { ChargeOpening } from '../../lib/providers/provider.ts'
import type { Charge, Purchase } from '../../lib/purchases/purchases.ts'
import { spacedNumber } from '../../lib/telephony/telephone.ts'
import { amountWords, timeWithZone } from './checkout-words.ts'

type Props = Readonly<{ charges: readonly Charge[]; purchase: Purchase; locale: Locale }>

/** Each payment that arrived: by what means, through which number, under whose reference. */
export function ReceiptPayments({ charges, purchase, locale }: Props) {
  const paid = charges.filter((charge) => charge.paidMinor > 0)
  return (
    <div className="stack">
      {paid.map((charge) => (
        <Payment key={charge.id} charge={charge} purchase={purchase} locale={locale} />
      ))}
    </div>
  )
}

function Payment({ charge, purchase, locale }: Readonly<{ charge: Charge; purchase: Purchase; locale: Locale }>) {
  const t = translate(locale, 'checkout')
  const isSettling = charge.id === purchase.settledChargeId
  const amount = amountWords(charge.paidMinor, charge.currency, locale)
  const isOwn = charge.rail === 'wallet' || charge.rail === 'voucher'
  const lines: readonly (readonly [string, string | undefined])[] = [
    [t('receipt.method'), t(`rail.${charge.rail}`)],
    [t('receipt.amount'), isSettling ? amount : `${amount} (${t('receipt.stateKept')})`],
    [
      t('receipt.when'),
      timeWithZone(isSettling && purchase.settledAt !== null ? purchase.settledAt : charge.createdAt, locale),
    ],
    [t('receipt.number'), numberOf(charge.opening as ChargeOpening | null)],
    [t('receipt.providerReference'), isOwn ? undefined : (charge.providerReference ?? undefined)],
    [t('receipt.ourReference'), purchase.id.slice(-6)],
  ]
  return (
    <dl className="receipt-lines">
      {lines
        .filter(([, value]) => value !== undefined)
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

/** The short code or number that was billed. */
function numberOf(opening: ChargeOpening | null): string | undefined {
  if (opening?.kind === 'send_sms') return spacedNumber(opening.shortCode)
  return opening?.kind === 'dial' ? spacedNumber(opening.number) : undefined
}

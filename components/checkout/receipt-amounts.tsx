import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { money, splitVat } from '../../lib/money/money.ts'
import type { Purchase } from '../../lib/purchases/purchases.ts'
import { amountWords, rateWords } from './checkout-words.ts'

/** What was paid: the price without and with its tax, what went to the balance, what came back. */
export function ReceiptAmounts({ purchase, locale }: Readonly<{ purchase: Purchase; locale: Locale }>) {
  const t = translate(locale, 'checkout')
  const { kind, priceMinor, paidMinor, reversedMinor, refundedMinor, currency, vatBp } = purchase
  const isSale = kind !== 'top_up'
  const { net, vat } = splitVat(money(priceMinor, currency), vatBp)
  const toBalance = isSale ? paidMinor - priceMinor : paidMinor
  const lines: readonly (readonly [string, number])[] = [
    ...(isSale
      ? ([
          [t('receipt.net'), net.minor],
          [t('receipt.vat', { rate: rateWords(vatBp, locale) }), vat.minor],
          [t('receipt.price'), priceMinor],
        ] as const)
      : []),
    ...(toBalance > 0 ? [[t('receipt.toBalance'), toBalance] as const] : []),
  ]
  const back: readonly (readonly [string, number])[] = [
    ...(reversedMinor > 0 ? [[t('receipt.reversed'), -reversedMinor] as const] : []),
    ...(refundedMinor > 0 ? [[t('receipt.refunded'), -refundedMinor] as const] : []),
  ]
  const row = ([label, minor]: readonly [string, number]) => (
    <div key={label}>
      <dt>{label}</dt>
      <dd>{amountWords(minor, currency, locale)}</dd>
    </div>
  )
  return (
    <>
      <dl className="receipt-lines">
        {lines.map(row)}
        <div className="receipt-total">
          <dt>{t('receipt.total')}</dt>
          <dd>{amountWords(paidMinor, currency, locale)}</dd>
        </div>
        {back.map(row)}
      </dl>
      {isSale ? null : <p className="meta">{t('receipt.topUpVat')}</p>}
    </>
  )
}

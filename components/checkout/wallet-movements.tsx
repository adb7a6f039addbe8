import type { Locale } from '../../lib/i18n/locales.ts'
import { pathTo } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { Currency } from '../../lib/money/money.ts'
import { formatMoment } from '../../lib/time/format-time.ts'
import type { WalletMovement } from '../../lib/wallet/wallet-queries.ts'
import { amountWords } from './checkout-words.ts'

type Props = Readonly<{ movements: readonly WalletMovement[]; currency: Currency; locale: Locale; now: number }>

const kinds = [
  'settlement',
  'top_up',
  'wallet_spend',
  'wallet_join',
  'redemption',
  'surplus',
  'suspense',
  'clawback',
  'refund',
  'voucher_issue',
  'correction',
] as const

/** What came to a balance and left it, newest first. */
export function WalletMovements({ movements, currency, locale, now }: Props) {
  const t = translate(locale, 'wallet')
  if (movements.length === 0) return <p className="meta">{t('noMovements')}</p>
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{t('when')}</th>
          <th scope="col">{t('what')}</th>
          <th scope="col" className="amount">
            {t('amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {movements.map((movement) => (
          <tr key={`${movement.at} ${movement.kind} ${movement.purchaseId} ${movement.amountMinor}`}>
            <td>{formatMoment(movement.at, { locale, now })}</td>
            <td>
              <Kind movement={movement} locale={locale} />
            </td>
            <td className="amount">{signed(movement.amountMinor, { currency, locale })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Kind({ movement, locale }: Readonly<{ movement: WalletMovement; locale: Locale }>) {
  const t = translate(locale, 'wallet')
  const label = t(`kind.${kinds.find((kind) => kind === movement.kind) ?? 'correction'}`)
  if (movement.purchaseId === null) return label
  return <a href={pathTo(locale, 'receipt', movement.purchaseId)}>{label}</a>
}

function signed(minor: number, { currency, locale }: Readonly<{ currency: Currency; locale: Locale }>): string {
  return `${minor > 0 ? '+' : '−'}\u00a0${amountWords(Math.abs(minor), currency, locale)}`
}

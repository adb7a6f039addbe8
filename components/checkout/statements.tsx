import type { Statement } from '../../lib/checkout/purchase-statements.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { Currency } from '../../lib/money/money.ts'
import { Notice } from '../ui/notice.tsx'
import { amountWords } from './checkout-words.ts'

type Props = Readonly<{ statements: readonly Statement[]; currency: Currency; locale: Locale }>

/** What the books prove about a payment, one sentence each. */
export function Statements({ statements, currency, locale }: Props) {
  if (statements.length === 0) return null
  return (
    <div className="stack" role="status">
      {statements.map((statement) => (
        <Notice key={statement.code + (statement.chargeId ?? '')} tone={toneOf(statement)}>
          <p>{statementWords(statement, { currency, locale })}</p>
        </Notice>
      ))}
    </div>
  )
}

/** What is worth saying: that it waits is said by the page itself, and an attempt that failed is over once another paid. */
export function newsOf(statements: readonly Statement[], isSettled: boolean): readonly Statement[] {
  return statements.filter(({ code }) => code !== 'waiting' && !(isSettled && code.startsWith('failed_')))
}

/** The sentence of a statement. */
export function statementWords(
  { code, amountMinor = 0 }: Statement,
  { currency, locale }: Readonly<{ currency: Currency; locale: Locale }>,
): string {
  return translate(locale, 'checkout')(`statement.${code}`, { amount: amountWords(amountMinor, currency, locale) })
}

function toneOf({ code }: Statement): 'ok' | 'warn' | 'bad' | 'plain' {
  if (code === 'posted' || code === 'boosted' || code === 'service_late') return 'ok'
  if (code === 'open' || code === 'open_late' || code === 'open_over' || code === 'topped_up') return 'ok'
  if (code === 'waiting' || code === 'pending' || code === 'refunded') return 'plain'
  return code.startsWith('failed_') ? 'bad' : 'warn'
}

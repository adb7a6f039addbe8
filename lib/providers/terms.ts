import { type CommissionTerms, type Currency, parseDecimalAmount } from '../money/money.ts'
import type { AccountFields, Read } from './account-form.ts'

/** What a provider keeps of each payment, and after how many days it pays the rest. */
export type AccountTerms = CommissionTerms & Readonly<{ payoutDelayDays: number }>

/** Reads `commission` in per cent, `fixed` in the account's currency and `delay` in days. */
export function readTerms(fields: AccountFields, currency: Currency): Read<AccountTerms> {
  const text = (name: string) =>
    String(fields[name] ?? '')
      .trim()
      .replace(',', '.')
      .replace(/[\s%]/g, '')
  const percent = Number(text('commission'))
  const isPercent = text('commission') !== '' && percent >= 0 && percent <= 100
  const fixed = text('fixed') === '' ? 0 : parseDecimalAmount(text('fixed'), currency)?.minor
  const delay = text('delay') === '' ? 0 : Number(text('delay'))
  const isDelay = Number.isInteger(delay) && delay >= 0 && delay <= 365
  return {
    value: {
      commissionBp: isPercent ? Math.round(percent * 100) : 0,
      fixedMinor: fixed ?? 0,
      payoutDelayDays: isDelay ? delay : 0,
    },
    problems: [
      ...(isPercent ? [] : [{ field: 'commission', code: text('commission') === '' ? 'required' : 'out_of_range' }]),
      ...(fixed === undefined || fixed < 0 ? [{ field: 'fixed', code: 'invalid_format' }] : []),
      ...(isDelay ? [] : [{ field: 'delay', code: 'out_of_range' }]),
    ],
  }
}

import { stringify } from 'csv-stringify/sync'
import type { WithdrawalLine } from '../claims/withdrawals-queries.ts'
import type { Locale } from '../i18n/locales.ts'
import { translate } from '../i18n/translator.ts'
import { decimalAmount, money } from '../money/money.ts'
import { isoTime } from '../time/time.ts'

const columns = [
  'when',
  'ref',
  'name',
  'email',
  'receipt',
  'purchase',
  'amount',
  'refunded',
  'outcome',
  'statement',
  'answer',
] as const

/** The register as spreadsheets read it: a French one wants `;` and a comma, and none may run what somebody typed. */
export function withdrawalsCsv(lines: readonly WithdrawalLine[], locale: Locale): string {
  const t = translate(locale, 'withdrawal')
  const amount = (line: WithdrawalLine, minor: number) => {
    const text = decimalAmount(money(minor, line.currency))
    return locale === 'fr' ? text.replace('.', ',') : text
  }
  const rows = lines.map((line) => [
    isoTime(line.confirmedAt),
    line.ref,
    line.name,
    line.email,
    line.receiptNumber ?? '',
    line.purchaseId,
    amount(line, line.paidMinor),
    amount(line, line.refundedMinor),
    t(`admin.outcomes.${line.outcome}`),
    line.statement,
    line.answer,
  ])
  const header = columns.map((column) => t(`admin.${column}`))
  return stringify([header, ...rows], { delimiter: locale === 'fr' ? ';' : ',', bom: true, escape_formulas: true })
}

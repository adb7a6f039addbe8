import type { Currency } from '../money/money.ts'
import { currentTime } from '../time/time.ts'
import { issueVouchers } from '../vouchers/issue-vouchers.ts'

/**
 * Issues a batch of codes and prints one a line, the only time they are known.
 *
 * @param options `value` in units of money with a point, such as `10` or `2.50`.
 * @throws DomainError `invalid_input` as `issueVouchers` does.
 */
export async function vouchersIssueCommand(
  options: Readonly<{ count: number; value: string; currency: Currency; days: number; label: string }>,
): Promise<number> {
  const { batchId, codes } = await issueVouchers({
    label: options.label,
    count: options.count,
    faceMinor: minorOf(options.value),
    currency: options.currency,
    validDays: options.days,
    now: currentTime(),
  })
  process.stderr.write(`Batch ${batchId}: ${codes.length} codes of ${options.value} ${options.currency}.\n`)
  process.stdout.write(`${codes.join('\n')}\n`)
  return 0
}

/** `'2.50'` is 250; anything that is not an amount is 0, which the use case refuses. */
export function minorOf(value: string): number {
  const [, units = '0', cents = ''] = /^(\d{1,6})(?:[.,](\d{1,2}))?$/.exec(value.trim()) ?? []
  return Number(units) * 100 + Number(cents.padEnd(2, '0'))
}

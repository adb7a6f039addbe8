import { DomainError } from '../errors/domain-error.ts'
import type { Quote } from '../pricing/quotes.ts'
import { aliasHashOf } from '../purchases/purchases.ts'
import { telcoSpentBy } from '../purchases/purchases-queries.ts'
import { findSetting } from '../settings/settings-queries.ts'
import { readTelephone } from '../telephony/telephone.ts'
import { monthOf } from '../time/time.ts'

const countries = ['FR', 'GB', 'BE', 'CH', 'LU', 'DE', 'ES'] as const

/**
 * The telephone a payer wants billed, in E.164; undefined when the field was left empty.
 *
 * The law's ceiling for a month on a telephone bill is kept as far as we know the telephone: operators that name it by
 * an alias of their own keep it themselves.
 *
 * @param to.quote Its country is where a number without a country code belongs.
 * @throws DomainError `invalid_input` for text that is no number; `cap_reached`, and nothing was charged.
 */
export function requireMsisdn(
  typed: string | undefined,
  { quote, now }: Readonly<{ quote: Quote; now: number }>,
): string | undefined {
  if (typed === undefined || typed.trim() === '') return undefined
  const telephone = readTelephone(typed, countries.find((known) => known === quote.country) ?? 'FR')
  if (!telephone) throw new DomainError('invalid_input', { fields: [{ field: 'msisdn', code: 'not_a_number' }] })
  const spentMinor = telcoSpentBy(aliasHashOf(telephone.e164), monthOf(now), quote.currency)
  if (spentMinor + quote.billedMinor > findSetting('caps').telcoMonthMinor) throw new DomainError('cap_reached')
  return telephone.e164
}

import { DomainError } from '../errors/domain-error.ts'
import { readTelephone } from '../telephony/telephone.ts'

const countries = ['FR', 'GB', 'BE', 'CH', 'LU', 'DE', 'ES'] as const

/**
 * The telephone a payer wants billed, in E.164; undefined when the field was left empty.
 *
 * @param country Where a number without a country code belongs.
 * @throws DomainError `invalid_input` for text that is no number.
 */
export function readMsisdn(typed: string | undefined, country: string): string | undefined {
  if (typed === undefined || typed.trim() === '') return undefined
  const telephone = readTelephone(typed, countries.find((known) => known === country) ?? 'FR')
  if (!telephone) throw new DomainError('invalid_input', { fields: [{ field: 'msisdn', code: 'not_a_number' }] })
  return telephone.e164
}

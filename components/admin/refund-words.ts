import type { Flash } from '../../lib/http/flash.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'

const known = [
  'amount',
  'reason',
  'destination',
  'provider_unavailable',
  'forbidden',
  'conflict',
  'not_found',
  'reauthenticate',
] as const

/** Why a refund did not go through, in words. */
export function refundProblems(flash: Flash | undefined, locale: Locale): readonly string[] {
  if (!flash || flash.code === 'confirmed') return []
  const t = translate(locale, 'panel')
  const words = (name: string) => t(`refunds.problem.${known.find((one) => one === name) ?? 'other'}`)
  return flash.fields.length === 0 ? [words(flash.code)] : flash.fields.map(({ field }) => words(field))
}

import type { Flash } from '../../../lib/http/flash.ts'
import type { Locale } from '../../../lib/i18n/locales.ts'
import { translate } from '../../../lib/i18n/translator.ts'

const known = [
  'already_decided',
  'claimed_by_other',
  'status',
  'changed',
  'already_undone',
  'later_decision',
  'detail',
  'ground',
  'explanation',
  'answer',
  'forbidden',
  'conflict',
  'not_found',
  'rate_limited',
  'reauthenticate',
] as const

/** Why a decision did not go through, in words. */
export function problemWords(flash: Flash, locale: Locale): readonly string[] {
  const t = translate(locale, 'panelModeration')
  const words = (...names: readonly string[]) =>
    t(`problem.${names.flatMap((name) => known.find((one) => one === name) ?? [])[0] ?? 'other'}`)
  if (flash.fields.length === 0) return [words(flash.code)]
  return flash.fields.map(({ field, code }) => words(code, field, flash.code))
}

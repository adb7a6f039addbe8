import type { Flash } from '../../lib/http/flash.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { type FormProblem, type FormWords, titleWithError } from '../checkout/form-words.ts'
import { problemKey } from '../checkout/problem-key.ts'

const codes = [
  'nothing_to_refund',
  'claim_too_late',
  'already_claimed',
  'code_refused',
  'code_mistyped',
  'invalid_input',
  'email',
  'not_found',
  'rate_limited',
  'foreign_origin',
  'conflict',
  'gone',
  'forbidden',
  'reauthenticate',
  'money_closed',
  'network',
  'other',
] as const

/** What forms about claims and withdrawals may have to say in the browser. */
export function claimFormWords(locale: Locale): FormWords {
  const t = translate(locale, 'claims')
  return {
    problems: Object.fromEntries(codes.map((code) => [code, t(`problem.${code}`)])),
    title: translate(locale, 'common')('thereIsAProblem'),
    error: titleWithError('', { code: '', fields: [], values: {} }, locale),
    sending: translate(locale, 'checkout')('sending'),
  }
}

/** What was wrong with such a form when it came back. */
export function claimProblems(flash: Flash | undefined, locale: Locale): readonly FormProblem[] {
  if (!flash || flash.code === 'confirmed') return []
  const t = translate(locale, 'claims')
  const words = (key: string) => t(`problem.${codes.find((code) => code === key) ?? 'other'}`)
  if (flash.fields.length === 0) return [{ field: '', message: words(problemKey(flash.code)) }]
  return flash.fields.map((problem) => ({ field: problem.field, message: words(problemKey(flash.code, problem)) }))
}

import type { Flash } from '../../lib/http/flash.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { FormProblem } from '../checkout/form-words.ts'

/** What was wrong with one form of a page about accounts; nothing when another form came back, or none. */
export function accountProblems(
  flash: Flash | undefined,
  { form, locale }: Readonly<{ form: string; locale: Locale }>,
): readonly FormProblem[] {
  if (!flash || flash.values['form'] !== form || flash.code === 'confirmed') return []
  if (flash.fields.length === 0) return [{ field: '', message: wordsOf(flash, { locale }) }]
  return flash.fields.map((problem) => ({ field: problem.field, message: wordsOf(flash, { locale, problem }) }))
}

type Field = Readonly<{ field: string; code: string }>

function wordsOf(flash: Flash, { locale, problem }: Readonly<{ locale: Locale; problem?: Field }>): string {
  const t = translate(locale, 'account')
  if (flash.code === 'rate_limited')
    return t('problem.rate_limited', { minutes: Math.ceil((flash.retryAfterSeconds ?? 60) / 60) })
  if (flash.code === 'code_refused') return t('problem.code')
  if (flash.code === 'passkey_refused') return t('problem.passkey')
  if (flash.code === 'last_factor') return t('problem.last_factor')
  if (flash.code === 'not_signed_in') return t('problem.not_signed_in')
  if (flash.code !== 'invalid_input') return t('problem.other')
  if (problem?.field === 'email') return t('problem.email')
  if (problem?.field === 'displayName') return t('problem.name')
  if (problem?.field === 'understood') return t('problem.understood')
  if (problem?.field === 'code' || problem?.field === 'mailed') return t('problem.code')
  const weak = (['too_short', 'too_long', 'too_simple'] as const).find((code) => code === problem?.code)
  if (weak) return t(`problem.${weak}`)
  if (problem?.code !== 'wrong') return t('problem.other')
  return flash.values['form'] === 'sign-in' ? t('problem.wrong') : t('problem.wrongPassword')
}

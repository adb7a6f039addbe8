import type { Flash } from '../../lib/http/flash.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { problemKey } from './problem-key.ts'

const codes = [
  'invalid_input',
  'waiver_required',
  'instrument_refused',
  'quote_expired',
  'quote_invalid',
  'price_changed',
  'ad_unavailable',
  'own_ad',
  'already_paid',
  'free_contact',
  'already_unlocked',
  'insufficient_balance',
  'voucher_refused',
  'voucher_mistyped',
  'code_refused',
  'code_mistyped',
  'code_already_used',
  'code_unanswered',
  'cap_reached',
  'provider_unavailable',
  'money_closed',
  'contact_doubted',
  'rate_limited',
  'not_found',
  'foreign_origin',
  'conflict',
  'email',
  'not_a_number',
  'call_too_short',
  'network',
  'other',
] as const
type ProblemCode = (typeof codes)[number]

export type FormWords = Readonly<{
  problems: Readonly<Record<string, string>>
  title: string
  /** What the page's title then begins with. */
  error: string
  sending: string
}>

/** Everything a form in the browser may have to say; the same object for every form of a page, so it travels once. */
export function formWords(locale: Locale): FormWords {
  const t = translate(locale, 'checkout')
  const common = translate(locale, 'common')
  return {
    problems: Object.fromEntries(codes.map((code) => [code, t(`problem.${code}`)])),
    title: common('thereIsAProblem'),
    error: titlePrefix(locale),
    sending: t('sending'),
  }
}

/** One thing that was wrong; `field` is empty when it is the whole form. */
export type FormProblem = Readonly<{ field: string; message: string }>

/** A form that came back: which method it was, what was wrong, what had been typed. */
export type RefusedForm = Readonly<{
  method: string
  problems: readonly FormProblem[]
  values: Readonly<Record<string, string>>
}>

/** What was wrong with a form that the server sent back. */
export function problemsOf(flash: Flash, locale: Locale): readonly FormProblem[] {
  const t = translate(locale, 'checkout')
  const words = (key: string) => t(`problem.${codes.find((code): code is ProblemCode => code === key) ?? 'other'}`)
  if (flash.fields.length === 0) return [{ field: '', message: words(problemKey(flash.code)) }]
  return flash.fields.map((problem) => ({ field: problem.field, message: words(problemKey(flash.code, problem)) }))
}

/** `Erreur : ` before a page's title when a form came back. */
export function titleWithError(title: string, flash: Flash | undefined, locale: Locale): string {
  if (!flash) return title
  return titlePrefix(locale) + title
}

function titlePrefix(locale: Locale): string {
  const error = translate(locale, 'common')('error')
  return locale === 'fr' ? `${error} : ` : `${error}: `
}

import type { Flash } from '../../lib/http/flash.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'

const known = [
  'reason',
  'explanation',
  'name',
  'email',
  'isInGoodFaith',
  'text',
  'rate_limited',
  'not_found',
  'conflict',
] as const

export type Problem = Readonly<{ field: string; message: string }>

/** What was wrong with a form that came back, each by its field. */
export function problemsOf(flash: Flash | undefined, locale: Locale): readonly Problem[] {
  if (!flash) return []
  const t = translate(locale, 'notices')
  const words = (name: string) => t(`problem.${known.find((one) => one === name) ?? 'other'}`)
  if (flash.fields.length === 0) return [{ field: 'form', message: words(flash.code) }]
  return flash.fields.map(({ field }) => ({ field, message: words(field) }))
}

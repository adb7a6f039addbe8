import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'

/** What people call the company an adapter speaks to; an adapter nobody named is called by its kind. */
export function providerName(kind: string, locale: Locale): string {
  const t = translate(locale, 'providersPanel')
  const key = `kinds.${kind}` as Parameters<typeof t.has>[0]
  return t.has(key) ? t(key as 'kinds.kannel') : kind
}

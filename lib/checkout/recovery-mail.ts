import type { Locale } from '../i18n/locales.ts'
import { translate } from '../i18n/translator.ts'
import type { Letter } from '../mail/mail.ts'
import { textOf } from './receipt-mail.ts'

export type RecoveryFacts = Readonly<{
  locale: Locale
  /** Each opens what was bought with it; grouped for reading. */
  codes: readonly string[]
  /** Where a code is typed in. */
  url: string
  site: Readonly<{ name: string; origin: string }>
}>

/** The letter that brings somebody's recovery codes back. */
export function recoveryMail({ locale, codes, url, site }: RecoveryFacts): Letter {
  const t = translate(locale, 'mail')
  const count = codes.length
  const text = textOf([
    [t('greeting')],
    [t('recoveryIntro')],
    [t('recoveryCodes', { count }), ...codes.map((code) => `  ${code}`)],
    [t('recoveryHint', { count, url })],
    [t('recoveryNotYou')],
    [t('signature', { site: site.name, origin: site.origin })],
  ])
  return { subject: t('recoverySubject', { site: site.name }), text }
}

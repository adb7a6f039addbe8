import type { Locale } from '../i18n/locales.ts'
import type { Payer } from '../payers/payers.ts'

/** What every use case of posting is told about the request. */
export type PostingContext = Readonly<{
  actor: Payer
  now: number
  locale: Locale
  address: string
  userAgent: string
  cookies: string | null
}>

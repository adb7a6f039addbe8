import type { Locale } from '../i18n/locales.ts'
import type { Payer } from '../payers/payers.ts'

/** What every checkout use case is told about the request. */
export type CheckoutContext = Readonly<{
  actor: Payer
  now: number
  locale: Locale
  address: string
  /** What a program sent with its request to pay at once. */
  paymentProof?: string | undefined
}>

import type { ShownCharge } from '../../lib/checkout/purchase-page-queries.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import type { Currency } from '../../lib/money/money.ts'
import type { FormProblem, FormWords } from './form-words.ts'

/** A payment that waits for its payer, as the waiting page draws it. */
export type Waiting = Readonly<{
  purchase: Readonly<{ id: string; expiresAt: number; isExpired: boolean; currency: Currency }>
  charge: ShownCharge
  problems: readonly FormProblem[]
  words: FormWords
  from: string
  isDemo: boolean
  locale: Locale
}>

import { expect, test } from 'vitest'
import { statementWords } from '../../components/checkout/statements.tsx'
import { checkout as en } from '../../lib/i18n/messages/en/checkout.ts'
import { checkout as fr } from '../../lib/i18n/messages/fr/checkout.ts'

/** What a provider's own answer, or ours before any charge, proves to have cost nothing. */
const provenFree = [
  'failed_declined',
  'failed_insufficient_funds',
  'failed_limit_exceeded',
  'failed_barred',
  'failed_cancelled',
]
const promise = {
  fr: /pas été débité|rien n’a été débité|aucun débit/i,
  en: /not charged|nothing was charged|no charge/i,
}

test.each([
  ['fr', fr.statement],
  ['en', en.statement],
] as const)('only a proof lets a sentence say that nothing was charged (%s)', (locale, statement) => {
  const promising = Object.entries(statement)
    .filter(([, words]) => promise[locale].test(words))
    .map(([code]) => code)
  expect(promising.sort()).toEqual([...provenFree].sort())
})

test('an amount kept for the payer is named in their currency', () => {
  const kept = { code: 'kept_duplicate', amountMinor: 150 } as const
  expect(statementWords(kept, { currency: 'EUR', locale: 'en' })).toContain('€1.50')
})

import type { Locale } from '../i18n/locales.ts'
import { translate } from '../i18n/translator.ts'
import type { ClaimDecision, ClaimRule } from './claims.ts'

/** Why a claim was refunded, to the payer. */
export function ruleWords(rule: ClaimRule | 'seller' | 'staff', locale: Locale): string {
  return translate(locale, 'claims')(`rule.${rule}`)
}

/** What happens to a claim that no rule decided, and why; undefined for one that a rule did. */
export function waitingWords(
  decision: ClaimDecision,
  { isBeyondLimits, locale }: Readonly<{ isBeyondLimits: boolean; locale: Locale }>,
): string | undefined {
  if (decision.kind === 'refund') return undefined
  const t = translate(locale, 'claims')
  if (decision.kind === 'ask_seller') return t('waiting.seller')
  return t(isBeyondLimits ? 'waiting.limit' : 'waiting.person')
}

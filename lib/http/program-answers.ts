import type { ProgramOutcome, ProgramRequest } from '../checkout/buy-for-program.ts'
import type { Locale } from '../i18n/locales.ts'
import { contactPath } from '../i18n/paths.ts'
import type { Payer } from '../payers/payers.ts'
import type { CommandAnswer } from './command-answer.ts'

/** What a program sent with its request to pay; it is nobody known, and no cookie makes it so. */
export function programOfRequest({ headers }: Request): ProgramRequest & Readonly<{ payer: Payer }> {
  return {
    payer: { deviceHash: undefined, payerIds: [], memberId: undefined },
    payment: headers.get('payment-signature') ?? undefined,
    retryKey: headers.get('idempotency-key') ?? undefined,
  }
}

export function answerProgram(outcome: ProgramOutcome, locale: Locale, ref: string): CommandAnswer {
  const location = contactPath(locale, ref)
  const { headers } = outcome
  if (outcome.kind === 'unlocked') {
    return { location, headers, json: { outcome: outcome.kind, ref: outcome.ref, contact: outcome.contact } }
  }
  return { location, headers, json: { ...(outcome.body as Record<string, unknown>) }, status: 402 }
}

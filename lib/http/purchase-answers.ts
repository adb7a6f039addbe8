import type { PurchaseOutcome } from '../checkout/pay-through-provider.ts'
import type { Locale } from '../i18n/locales.ts'
import { contactPath, pathTo } from '../i18n/paths.ts'
import type { CommandAnswer } from './command-answer.ts'
import { deviceCookies } from './payer.ts'

/** Where a payer goes next: the provider's page when it has one, else the page of the purchase. */
export function answerPurchase(outcome: PurchaseOutcome, locale: Locale): CommandAnswer {
  const cookies = deviceCookies(outcome.newDeviceToken)
  if (outcome.kind === 'already_unlocked') {
    return { location: contactPath(locale, outcome.ref), json: { outcome: outcome.kind, ref: outcome.ref }, cookies }
  }
  const page = pathTo(locale, 'pay', outcome.purchaseId)
  const json = { outcome: outcome.kind, purchaseId: outcome.purchaseId, page }
  if (outcome.kind === 'settled') return { location: page, json, cookies, status: 201 }
  const { opening } = outcome
  const location = opening?.kind === 'redirect' ? opening.url : page
  return {
    location,
    json: { ...json, opening: opening?.kind === 'observed' ? undefined : opening },
    cookies,
    status: 202,
  }
}

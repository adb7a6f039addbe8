import { eur } from '../../lib/money/money.ts'
import type { AccountContext, CallbackMessage, ChargeRequest } from '../../lib/providers/provider.ts'

/** When everything in the contract suites happens, unless said otherwise. */
export const now = Date.UTC(2026, 5, 3, 10)

/** A charge of 1.50 EUR for a contact, as a page of the site opens it. */
export function chargeRequest(account: AccountContext, changes: Partial<ChargeRequest> = {}): ChargeRequest {
  return {
    account,
    correlator: 'correlator-1',
    amount: eur(150),
    pricePoint: undefined,
    country: 'FR',
    locale: 'fr',
    payerCode: 'K7P204XY',
    description: 'Contact K7P204',
    returnUrl: 'https://annonces.example/fr/payer/p1',
    msisdn: undefined,
    now,
    ...changes,
  }
}

/** A message at the account's door. */
export function callbackMessage(given: Partial<CallbackMessage>): CallbackMessage {
  return {
    method: 'POST',
    url: '/api/callbacks/account-1/token',
    headers: {},
    body: new Uint8Array(),
    address: '127.0.0.1',
    receivedAt: now,
    ...given,
  }
}

/** The headers and the body of a form. */
export function formContent(fields: Readonly<Record<string, string>> | string) {
  return {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: Buffer.from(new URLSearchParams(fields).toString()),
  }
}

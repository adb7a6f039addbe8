import { z } from 'zod'
import { currencies } from '../../../money/money.ts'
import type { AccountContext, Health, PaymentProvider } from '../../provider.ts'
import { cancelStripeCharge, fetchStripeCharge, refundStripeCharge } from './fetch-stripe-charge.ts'
import { forgetStripeCard } from './forget-stripe-card.ts'
import { openStripeCharge } from './open-stripe-charge.ts'
import { readStripeCallback } from './read-callback.ts'
import { readStripeStatement } from './read-stripe-statement.ts'
import { callStripe } from './stripe-client.ts'
import { stripeSettings, stripeSettingsDescription } from './stripe-settings.ts'

/** Cards, wallets and whatever else an operator switches on at Stripe, through its Checkout page. */
export const stripeProvider: PaymentProvider = {
  kind: 'stripe',
  rail: 'card',
  facts: {
    isTelco: false,
    providerOwesVat: false,
    addedCost: 'none',
    countries: 'any',
    currencies,
    amounts: { minMinor: 50, maxMinor: 99_999_999 },
    evidence: 'A',
    testedAgainst: 'Stripe’s SDK 23.1.0 for signatures; stripe-stateful-mock for refunds and repeated requests',
  },
  settings: stripeSettingsDescription,
  openCharge: openStripeCharge,
  readCallback: readStripeCallback,
  fetchCharge: fetchStripeCharge,
  cancelCharge: cancelStripeCharge,
  refundCharge: refundStripeCharge,
  readStatement: readStripeStatement,
  forgetInstrument: forgetStripeCard,
  payerHosts: () => ['https://checkout.stripe.com', 'https://hooks.stripe.com'],
  checkHealth,
}

async function checkHealth(account: AccountContext): Promise<Health> {
  try {
    const answer = await callStripe({ settings: stripeSettings(account), method: 'GET', path: 'balance' })
    const read = z.object({ livemode: z.boolean() }).safeParse(answer.body)
    const isOurs = answer.status === 200 && read.success && read.data.livemode === (account.mode === 'live')
    return { isHealthy: isOurs, detail: isOurs ? 'Stripe accepts the key.' : `Stripe answered ${answer.status}.` }
  } catch {
    return { isHealthy: false, detail: 'Stripe cannot be reached.' }
  }
}

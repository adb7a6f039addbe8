import type { InstrumentRequest } from '../../provider.ts'
import { ProviderSilent } from '../../talk.ts'
import { callStripe } from './stripe-client.ts'
import { savedCardOf } from './stripe-objects.ts'
import { stripeSettings } from './stripe-settings.ts'

/**
 * Takes a card from the customer it was kept for; Stripe then lets nobody charge it again. Asked a second time, Stripe
 * answers that there is nothing to take.
 *
 * @throws ProviderSilent when the key may not do it, or Stripe is in trouble.
 */
export async function forgetStripeCard({ account, reference }: InstrumentRequest): Promise<void> {
  const card = savedCardOf(reference)
  if (!card) return
  const path = `payment_methods/${encodeURIComponent(card.method)}/detach`
  const { status } = await callStripe({ settings: stripeSettings(account), method: 'POST', path, fields: {} })
  if (![200, 400, 404].includes(status)) throw new ProviderSilent(`Stripe answered ${status}`)
}

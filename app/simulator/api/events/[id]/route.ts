import { findEvent } from '../../../../../lib/simulator/company-store.ts'
import { phoneRoute } from '../../../../../lib/simulator/simulator-route.ts'
import { tellMerchant } from '../../../../../lib/simulator/tell-merchant.ts'

/** Tells the site about an event again, or for the first time. */
export const POST = phoneRoute(async ({ params, from, now }) => {
  const id = params['id'] ?? ''
  await tellMerchant(id, now)
  return { location: from, json: { state: findEvent(id)?.state } }
})

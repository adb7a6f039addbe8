import { accountContext, type ProviderAccount } from '../providers/accounts.ts'
import type { Observation, ReferenceRequest } from '../providers/provider.ts'
import { recordCalls } from '../providers/record-calls.ts'
import { providerOf } from '../providers/registry.ts'
import { ProviderUnreached } from '../providers/talk.ts'

/**
 * What the provider itself says of a charge. What is only reserved is taken at once: the payer agreed to this one
 * payment, and a reservation that is left alone runs out.
 *
 * @returns undefined when it cannot be asked or does not answer; nothing is then known. `onUnreached` is called where it
 *   is because the provider was not reached: asked again, it may well say.
 */
export async function askProvider(
  account: ProviderAccount,
  about: Omit<ReferenceRequest, 'account'> & Readonly<{ chargeId?: string | null; onUnreached?: () => void }>,
): Promise<Observation | undefined> {
  const { fetchCharge, captureCharge } = providerOf(account.kind)
  if (!fetchCharge) return undefined
  const { chargeId = null, onUnreached, ...reference } = about
  const request = { ...reference, account: accountContext(account) }
  try {
    return await recordCalls({ accountId: account.id, chargeId, now: about.now }, async () => {
      const observation = await fetchCharge(request)
      if (observation.state !== 'authorized' || !captureCharge) return observation
      return captureCharge({ ...request, reference: observation.reference ?? about.reference })
    })
  } catch (error) {
    if (error instanceof ProviderUnreached) onUnreached?.()
    return undefined
  }
}

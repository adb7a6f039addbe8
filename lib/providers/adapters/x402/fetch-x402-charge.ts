import type { Money } from '../../../money/money.ts'
import { money } from '../../../money/money.ts'
import type { Observation, ReferenceRequest } from '../../provider.ts'
import { ProviderSilent } from '../../talk.ts'
import { findTransfer } from './x402-node.ts'
import type { PaymentPayload } from './x402-payment.ts'
import { type X402Settings, x402Settings } from './x402-settings.ts'

/** What a payment is known by for ever: its network, token, payer, nonce, and until when it can be made. */
export function referenceOf({ payload }: PaymentPayload, { network, asset }: X402Settings): string {
  const { from, nonce, validBefore } = payload.authorization
  return [network, asset, from, nonce, validBefore].join('/').toLowerCase()
}

/** One payment is one event, whoever tells of it and whatever else it was signed with. */
export function eventOf(reference: string): string {
  return `x402:${reference.split('/').slice(0, 4).join('/')}`
}

/**
 * Asks the network itself about a transfer whose answer was lost; the facilitator has no way to be asked.
 *
 * @throws ProviderSilent where the account names no node, or nothing was paid with.
 */
export async function fetchX402Charge(request: ReferenceRequest): Promise<Observation> {
  const { account, reference, correlator, now } = request
  const settings = x402Settings(account)
  const { nodeUrl, asset, payTo } = settings
  const [network, token, from = '', nonce = '', validBefore] = reference.split('/')
  if (nodeUrl === undefined) throw new ProviderSilent('This account names no node of its network')
  if (network !== settings.network || token !== asset.toLowerCase() || validBefore === undefined) {
    throw new ProviderSilent('Nothing of this account was paid with')
  }
  const made = await findTransfer({ nodeUrl, asset, payTo }, { from, nonce, validBefore: Number(validBefore) })
  const state = made.kind === 'made' ? 'paid' : made.kind === 'never' ? 'failed' : 'pending'
  return {
    eventId: state === 'paid' ? eventOf(reference) : `asked:${eventOf(reference)}:${state}`,
    reference,
    correlator: correlator === '' ? undefined : correlator,
    state,
    amount: made.kind === 'made' ? amountOf(made.units, settings) : undefined,
    isTest: account.mode === 'test',
    ...(state === 'failed' ? { failure: 'declined' as const } : {}),
    payerAlias: from,
    at: now,
  }
}

/** Fractions of a cent are cut off: never more than arrived. */
function amountOf(units: bigint, { decimals, currency }: X402Settings): Money {
  return money(Number(units / 10n ** BigInt(decimals - 2)), currency)
}
